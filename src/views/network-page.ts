import type { ActorNode, StatementNode, TheRecord } from '../record/model.ts';
import { actorPath } from '../paths/paths.ts';
import { coOccurringActors, getActors, getStatements } from './co-occurrence.ts';
import { memoize } from '../text/memoize.ts';
import { reference } from './reference.ts';
import type { ActorKind, Side } from '../schema/actor.ts';

/** Two actors and the statements that involve both. */
export interface CoOccurrence {
  a: ActorNode;
  b: ActorNode;
  statements: StatementNode[];
}

/** Returns every pair of actors in one statement, strongest first. */
export const coOccurrences = memoize((record: TheRecord): CoOccurrence[] => {
  const found = new Map<string, CoOccurrence>();
  const rank = new Map(record.actors.map((actor, index) => [actor, index]));
  for (const statement of record.statements) {
    const actors = getActors(statement).toSorted((a, b) => rank.get(a)! - rank.get(b)!);
    for (const [index, a] of actors.entries()) {
      for (const b of actors.slice(index + 1)) {
        const key = `${a.id} ${b.id}`;
        const pair = found.get(key);
        if (pair) pair.statements.push(statement);
        else found.set(key, { a, b, statements: [statement] });
      }
    }
  }
  return [...found.values()].toSorted(
    (one, other) =>
      other.statements.length - one.statements.length || rank.get(one.a)! - rank.get(other.a)! || rank.get(one.b)! - rank.get(other.b)!,
  );
});

interface Link {
  name: string;
  address: string;
  side: string;
}

/** Minimum number of shared statements of a strong pair, which is listed and drawn. */
const MIN_SHARED = 5;
/** Maximum number of actors in the chart: more names would overlap. */
const MAX_ACTORS = 40;
/** Maximum number of references of a pair, and of other actors of an actor. */
const MAX_LISTED = 200;

/** Returns the minimum number of shared statements with which the chart has at most `MAX_ACTORS` actors, `MIN_SHARED` or more. */
export function minSharedStatements(strongestFirst: readonly CoOccurrence[]): number {
  const actors = new Set<ActorNode>();
  for (const { a, b, statements } of strongestFirst) {
    if (statements.length < MIN_SHARED) break;
    actors.add(a).add(b);
    if (actors.size > MAX_ACTORS) return statements.length + 1;
  }
  return MIN_SHARED;
}

/** Returns the data for the network page. */
export function networkPage(record: TheRecord) {
  const all = coOccurrences(record);
  const minShared = minSharedStatements(all);
  return {
    // Number of all pairs.
    total: all.length,
    // The strongest pairs, with their statements.
    strongest: all
      .filter(({ statements }) => statements.length >= minShared)
      .map(({ a, b, statements }) => ({
        a: link(a),
        b: link(b),
        count: statements.length,
        references: statements.slice(0, MAX_LISTED).map(reference),
        omitted: Math.max(0, statements.length - MAX_LISTED),
      })),
    // All actors, each with the actors in the same statements, most frequent first.
    actors: record.actors.map((actor) => {
      const others = coOccurringActors(actor).map(({ actor: other, statements }) => ({ ...link(other), count: statements.length }));
      return { ...link(actor), others: others.slice(0, MAX_LISTED), omitted: Math.max(0, others.length - MAX_LISTED) };
    }),
  };
}

const link = (actor: ActorNode): Link => ({ name: actor.data.names.en, address: actorPath(actor.id), side: actor.data.side });

/** The data of an actor in the network. */
export interface NetworkActor {
  id: string;
  name: string;
  address: string;
  side: Side;
  kind: ActorKind;
  /** Number of its statements. */
  statements: number;
}

/** The data of the network chart. */
export interface NetworkData {
  /** Number of all pairs. */
  total: number;
  /** Minimum number of shared statements of a drawn pair. */
  minShared: number;
  /** The drawn pairs, strongest first, as ids of actors. */
  pairs: { a: string; b: string; statements: number }[];
  /** The actors of drawn pairs, sorted by name. */
  actors: NetworkActor[];
}

/**
 * Returns the data for the network chart.
 *
 * @param minShared minimum number of statements that a drawn pair shares
 */
export function networkData(record: TheRecord, minShared = minSharedStatements(coOccurrences(record))): NetworkData {
  const all = coOccurrences(record);
  const drawn = all.filter(({ statements }) => statements.length >= minShared);
  const seen = new Set(drawn.flatMap(({ a, b }) => [a, b]));
  return {
    total: all.length,
    minShared,
    pairs: drawn.map(({ a, b, statements }) => ({ a: a.id, b: b.id, statements: statements.length })),
    actors: record.actors
      .filter((actor) => seen.has(actor))
      .map((actor) => ({
        id: actor.id,
        name: actor.data.names.en,
        address: actorPath(actor.id),
        side: actor.data.side,
        kind: actor.data.kind,
        statements: getStatements(actor).length,
      })),
  };
}
