import type { ActorNode } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import type { Names } from '../schema/names.ts';
import { actorAddress, entryAddress } from '../paths/paths.ts';
import { beside, statementsOf } from './co-occurrence.ts';
import { eventLine, type EventLine } from './event-list-item.ts';
import type { Chip } from './counted-link.ts';
import { contents, type Section } from './table-of-contents.ts';
import { folded } from './truncate-list.ts';
import { actorKindLabels, sideLabels } from '../text/labels.ts';
import { reference, type Reference } from './reference.ts';
import type { StatementLine } from './statement-list-item.ts';
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
  says: StatementLine[];
  relays: StatementLine[];
  spokenOf: StatementLine[];
  /** Where statements stand that these lists leave out. */
  more: Record<'says' | 'relays' | 'spokenOf', Chip[]>;
  events: (EventLine & { part: string })[];
  /** Who stands in the same statements, most often first. */
  beside: Chip[];
}

/** How many companions an actor's page names. */
const COMPANIONS = 20;

export function actorPage(actor: ActorNode): ActorPage {
  const { names, kind, side, note } = actor.data;
  const [says, relays, spokenOf] = [folded(actor.says), folded(actor.relays), folded(actor.spokenOf)];
  const { length: count } = statementsOf(actor);
  const companions = beside(actor)
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
    contents: contents([
      { id: 'who', name: 'In these articles' },
      { id: 'offices', name: 'Offices', count: actor.offices.length },
      { id: 'roles', name: 'Roles', count: actor.entries.length },
      { id: 'says', name: 'Says', count: actor.says.length },
      { id: 'relays', name: 'Relays', count: actor.relays.length },
      { id: 'spoken-of', name: 'Is spoken of', count: actor.spokenOf.length },
      { id: 'events', name: 'Events', count: actor.events.length },
      { id: 'beside', name: 'Appears beside', count: companions.length },
    ]),
    ...(note && { note }),
    offices: actor.offices.map(({ title, asOf, rests }) => ({ title, asOf, references: rests.map(reference) })),
    roles: actor.entries.map(({ entry, role, rests }) => ({
      name: entry.data.label,
      address: entryAddress(entry.id),
      role,
      references: rests.map(reference),
    })),
    says: says.lines,
    relays: relays.lines,
    spokenOf: spokenOf.lines,
    more: { says: says.more, relays: relays.more, spokenOf: spokenOf.more },
    events: actor.events.map(({ event, part }) => ({ ...eventLine(event), part })),
    beside: companions,
  };
}

const link = (actor: ActorNode): Link => ({ name: actor.data.names.en, address: actorAddress(actor.id) });
