import type { TheRecord } from '../record/model.ts';
import type { ActorKind, Side } from '../schema/actor.ts';
import { actorPath } from '../paths/paths.ts';
import { getStatements } from './co-occurrence.ts';
import { coOccurrences, minSharedStatements } from './network-page.ts';

/** An actor as the picture of the network needs it. */
export interface NetworkActor {
  id: string;
  name: string;
  address: string;
  side: Side;
  kind: ActorKind;
  /** In how many statements it stands. */
  statements: number;
}

/** Who stands with whom, as the picture needs it. */
export interface NetworkData {
  /** How many pairs there are in all. */
  total: number;
  /** How many statements a pair must share to be drawn. */
  least: number;
  /** Pairs that are drawn, strongest first, by the ids of their actors. */
  pairs: { a: string; b: string; statements: number }[];
  /** Everyone in such a pair, in filing order. */
  actors: NetworkActor[];
}

/** @param least so many statements must two actors share; else as many as leave a picture that can be read */
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
