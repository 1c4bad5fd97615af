import type { ActorNode, StatementNode, TheRecord } from '../record/model.ts';
import { actorAddress } from '../urls/addresses.ts';
import { actorsOf, beside } from './beside.ts';
import type { Chip } from './chip.ts';
import { reference, type Reference } from './reference.ts';

/** Two actors and the statements that bring both in. */
export interface Pair {
  a: ActorNode;
  b: ActorNode;
  statements: StatementNode[];
}

/** Every two actors that stand in one statement, strongest first. */
export function pairs(record: TheRecord): Pair[] {
  const found = new Map<string, Pair>();
  const rank = new Map(record.actors.map((actor, index) => [actor, index]));
  for (const statement of record.statements) {
    const actors = actorsOf(statement).toSorted((a, b) => rank.get(a)! - rank.get(b)!);
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
}

interface Link {
  name: string;
  address: string;
  side: string;
}

export interface NetworkPage {
  /** How many pairs there are. */
  total: number;
  /** The strongest pairs, with their statements. */
  strongest: { a: Link; b: Link; references: Reference[] }[];
  /** Everyone with everyone beside whom they stand. */
  actors: (Link & { others: Chip[] })[];
}

/** Pairs with at least so many statements are listed one by one. */
const STRONG = 5;

export function networkPage(record: TheRecord): NetworkPage {
  const all = pairs(record);
  return {
    total: all.length,
    strongest: all
      .filter(({ statements }) => statements.length >= STRONG)
      .map(({ a, b, statements }) => ({ a: link(a), b: link(b), references: statements.map(reference) })),
    actors: record.actors.map((actor) => ({
      ...link(actor),
      others: beside(actor).map(({ actor: other, statements }) => ({ ...link(other), count: statements.length })),
    })),
  };
}

const link = (actor: ActorNode): Link => ({ name: actor.data.names.en, address: actorAddress(actor.id), side: actor.data.side });
