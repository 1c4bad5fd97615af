import type { TheRecord } from '../record/model.ts';
import type { ActorKind, Side } from '../schema/actor.ts';
import { actorPath } from '../paths/paths.ts';
import { getStatements } from './co-occurrence.ts';
import { coOccurrences, minSharedStatements } from './network-page.ts';

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
  least: number;
  /** The drawn pairs, strongest first, as ids of actors. */
  pairs: { a: string; b: string; statements: number }[];
  /** The actors of drawn pairs, sorted by name. */
  actors: NetworkActor[];
}

/**
 * Returns the data of the network chart.
 *
 * @param least minimum number of statements that a drawn pair shares
 */
export function networkData(record: TheRecord, least = minSharedStatements(coOccurrences(record))): NetworkData {
  const all = coOccurrences(record);
  const drawn = all.filter(({ statements }) => statements.length >= least);
  const seen = new Set(drawn.flatMap(({ a, b }) => [a, b]));
  return {
    total: all.length,
    least,
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
