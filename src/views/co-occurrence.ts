import type { ActorNode, StatementNode } from '../record/model.ts';
import { byEntryThenNumber, compareCodeUnits } from '../record/sort.ts';

/** Returns the actors of a statement: named speakers, relays and the actors it is about, each once. */
export function getActors(statement: StatementNode): ActorNode[] {
  const speakers = [...statement.speakers, ...statement.via.flat()].flatMap(({ actor }) => (actor ? [actor] : []));
  return [...new Set([...speakers, ...statement.actors])];
}

/** Returns the statements that an actor makes, relays or is mentioned in, in the order of the Record. */
export function getStatements(actor: ActorNode): StatementNode[] {
  return [...new Set([...actor.statementsMade, ...actor.statementsRelayed, ...actor.mentionedIn])].toSorted(byEntryThenNumber);
}

/** Returns the actors in the same statements as an actor, most frequent first. */
export function coOccurringActors(actor: ActorNode): { actor: ActorNode; statements: StatementNode[] }[] {
  const pairs = getStatements(actor).flatMap((statement) => getActors(statement).map((other) => ({ other, statement })));
  return [...Map.groupBy(pairs, ({ other }) => other)]
    .filter(([other]) => other !== actor)
    .map(([other, group]) => ({ actor: other, statements: group.map(({ statement }) => statement) }))
    .toSorted((a, b) => b.statements.length - a.statements.length || compareCodeUnits(a.actor.id, b.actor.id));
}
