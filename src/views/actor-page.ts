import type { ActorNode } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import type { Names } from '../schema/names.ts';
import { actorPath, entryPath } from '../paths/paths.ts';
import { coOccurringActors, getStatements } from './co-occurrence.ts';
import { eventListItem, type EventListItem } from './event-list-item.ts';
import type { CountedLink } from './counted-link.ts';
import { tableOfContents, type Section } from './table-of-contents.ts';
import { truncateStatements } from './truncate-list.ts';
import { actorKindLabels, sideLabels } from '../text/labels.ts';
import { reference, type Reference } from './reference.ts';
import type { StatementListItem } from './statement-list-item.ts';
import type { Link } from './link.ts';

/** The page of an actor. */
export interface ActorPage {
  title: string;
  description: string;
  kind: string;
  side: string;
  names: Names;
  partOf?: Link;
  parts: Link[];
  contents: Section[];
  note?: string;
  offices: { title: string; asOf: DateField; references: Reference[] }[];
  roles: (Link & { role: string; references: Reference[] })[];
  says: StatementListItem[];
  relays: StatementListItem[];
  spokenOf: StatementListItem[];
  /** Where statements stand that these lists leave out. */
  more: Record<'says' | 'relays' | 'spokenOf', CountedLink[]>;
  events: (EventListItem & { part: string })[];
  /** Who stands in the same statements, most often first. */
  beside: CountedLink[];
}

/** How many companions an actor's page names. */
const COMPANIONS = 20;

export function actorPage(actor: ActorNode): ActorPage {
  const { names, kind, side, note } = actor.data;
  const [says, relays, spokenOf] = [
    truncateStatements(actor.statementsMade),
    truncateStatements(actor.statementsRelayed),
    truncateStatements(actor.spokenOf),
  ];
  const { length: count } = getStatements(actor);
  const companions = coOccurringActors(actor)
    .slice(0, COMPANIONS)
    .map(({ actor: other, statements }) => ({ ...link(other), count: statements.length }));
  return {
    title: names.en,
    description: `${names.en} in the articles of the Record: ${count} ${count === 1 ? 'statement' : 'statements'}.`,
    kind: actorKindLabels[kind],
    side: sideLabels[side],
    names,
    ...(actor.partOf && { partOf: link(actor.partOf) }),
    parts: actor.parts.map(link),
    contents: tableOfContents([
      { id: 'who', name: 'In these articles' },
      { id: 'offices', name: 'Offices', count: actor.offices.length },
      { id: 'roles', name: 'Roles', count: actor.entries.length },
      { id: 'says', name: 'Says', count: actor.statementsMade.length },
      { id: 'relays', name: 'Relays', count: actor.statementsRelayed.length },
      { id: 'spoken-of', name: 'Is spoken of', count: actor.spokenOf.length },
      { id: 'events', name: 'Events', count: actor.events.length },
      { id: 'beside', name: 'Appears beside', count: companions.length },
    ]),
    ...(note && { note }),
    offices: actor.offices.map(({ title, asOf, rests }) => ({ title, asOf, references: rests.map(reference) })),
    roles: actor.entries.map(({ entry, role, rests }) => ({
      name: entry.data.label,
      address: entryPath(entry.id),
      role,
      references: rests.map(reference),
    })),
    says: says.lines,
    relays: relays.lines,
    spokenOf: spokenOf.lines,
    more: { says: says.overflow, relays: relays.overflow, spokenOf: spokenOf.overflow },
    events: actor.events.map(({ event, part }) => ({ ...eventListItem(event), part })),
    beside: companions,
  };
}

const link = (actor: ActorNode): Link => ({ name: actor.data.names.en, address: actorPath(actor.id) });
