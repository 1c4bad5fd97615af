import type { ActorNode, StatementNode, TheRecord } from '../record/model.ts';
import { actorPath } from '../paths/paths.ts';
import { getActors, coOccurringActors } from './co-occurrence.ts';
import type { CountedLink } from './counted-link.ts';
import { reference, type Reference } from './reference.ts';

/** Two actors and the statements that bring both in. */
export interface CoOccurrence {
  a: ActorNode;
  b: ActorNode;
  statements: StatementNode[];
}

const pairsOf = new WeakMap<TheRecord, CoOccurrence[]>();

/** Every two actors that stand in one statement, strongest first. */
export function coOccurrences(record: TheRecord): CoOccurrence[] {
  const known = pairsOf.get(record);
  if (known) return known;
  const found = findPairs(record);
  pairsOf.set(record, found);
  return found;
}

function findPairs(record: TheRecord): CoOccurrence[] {
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
  strongest: { a: Link; b: Link; count: number; references: Reference[]; more: number }[];
  /** Everyone with those beside whom they stand, most often first. */
  actors: (Link & { others: CountedLink[]; more: number })[];
}

/** Pairs with at least so many statements are listed and drawn, unless that would be more actors than a picture can show. */
const STRONG = 5;
const MOST_ACTORS = 40;
/** So many statements of a pair, and companions of an actor, are listed; of more, how many more. */
const MOST_LISTED = 200;

/** How many statements two actors must share so that their pair is strong: in a large Record more than in a small one. */
export function minSharedStatements(strongestFirst: readonly CoOccurrence[]): number {
  const actors = new Set<ActorNode>();
  for (const { a, b, statements } of strongestFirst) {
    if (statements.length < STRONG) break;
    actors.add(a).add(b);
    if (actors.size > MOST_ACTORS) return statements.length + 1;
  }
  return STRONG;
}

export function networkPage(record: TheRecord): NetworkPage {
  const all = coOccurrences(record);
  const least = minSharedStatements(all);
  return {
    total: all.length,
    strongest: all
      .filter(({ statements }) => statements.length >= least)
      .map(({ a, b, statements }) => ({
        a: link(a),
        b: link(b),
        count: statements.length,
        references: statements.slice(0, MOST_LISTED).map(reference),
        more: Math.max(0, statements.length - MOST_LISTED),
      })),
    actors: record.actors.map((actor) => {
      const others = coOccurringActors(actor).map(({ actor: other, statements }) => ({ ...link(other), count: statements.length }));
      return { ...link(actor), others: others.slice(0, MOST_LISTED), more: Math.max(0, others.length - MOST_LISTED) };
    }),
  };
}

const link = (actor: ActorNode): Link => ({ name: actor.data.names.en, address: actorPath(actor.id), side: actor.data.side });
