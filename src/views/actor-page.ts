import type { ActorNode, TheRecord } from '../record/model.ts';
import { actorKinds } from '../schema/actor.ts';
import { actorPath, entryPath } from '../paths/paths.ts';
import { coOccurringActors, getStatements } from './co-occurrence.ts';
import { eventListItem } from './event-list-item.ts';
import { tableOfContents } from './table-of-contents.ts';
import { truncateStatements } from './statement-list-item.ts';
import { actorKindLabels, actorKindPlurals, sideLabels } from '../text/labels.ts';
import { reference } from './reference.ts';
import type { Link } from './link.ts';

/** Maximum number of co-occurring actors on an actor's page. */
const COMPANIONS = 20;

/** Returns the data for the page of an actor. */
export function actorPage(actor: ActorNode) {
  const { names, kind, side, note, description } = actor.data;
  const [says, relays, spokenOf] = [
    truncateStatements(actor.statementsMade),
    truncateStatements(actor.statementsRelayed),
    truncateStatements(actor.mentionedIn),
  ];
  const { length: count } = getStatements(actor);
  const companions = coOccurringActors(actor)
    .slice(0, COMPANIONS)
    .map(({ actor: other, statements }) => ({ ...link(other), count: statements.length }));
  return {
    title: names.en,
    description,
    summary: `${description}. ${count === 1 ? 'One statement' : `${count} statements`} in the Record.`,
    kindLabel: actorKindLabels[kind],
    sideLabel: sideLabels[side],
    names,
    ...(actor.partOf && { partOf: link(actor.partOf) }),
    parts: actor.parts.map(link),
    contents: tableOfContents([
      { id: 'who', name: 'In these articles' },
      { id: 'offices', name: 'Offices', count: actor.offices.length },
      { id: 'roles', name: 'Roles', count: actor.entries.length },
      { id: 'says', name: 'Says', count: actor.statementsMade.length },
      { id: 'relays', name: 'Relays', count: actor.statementsRelayed.length },
      { id: 'spoken-of', name: 'Is spoken of', count: actor.mentionedIn.length },
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
    says: says.listed,
    relays: relays.listed,
    spokenOf: spokenOf.listed,
    // Links to the articles that contain the statements left out, with counts.
    otherArticles: { says: says.otherArticles, relays: relays.otherArticles, spokenOf: spokenOf.otherArticles },
    events: actor.events.map(({ event, part }) => ({ ...eventListItem(event), part })),
    // Actors in the same statements, most frequent first.
    beside: companions,
  };
}

const link = (actor: ActorNode): Link => ({ name: actor.data.names.en, address: actorPath(actor.id) });

/** Returns all actors by kind, each group sorted by name. */
export function actorsPage(record: TheRecord) {
  return actorKinds
    .map((kind) => ({
      kind,
      title: actorKindPlurals[kind],
      actors: record.actors
        .filter((actor) => actor.data.kind === kind)
        .map(({ id, data, statementsMade, statementsRelayed, mentionedIn }) => ({
          name: data.names.en,
          address: actorPath(id),
          description: data.description,
          names: data.names,
          side: data.side,
          sideLabel: sideLabels[data.side],
          says: statementsMade.length,
          relays: statementsRelayed.length,
          spokenOf: mentionedIn.length,
        })),
    }))
    .filter(({ actors }) => actors.length > 0);
}
