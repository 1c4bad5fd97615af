import type { LedgerStatement } from '../new/item.ts';
import { createSimilarity, figuresOf, statementFeatures } from './similarity.ts';

/** Maximum number of candidates of a statement in another article. */
const MAX_CANDIDATES = 3;
/** Minimum similarity of a candidate. */
const MIN_SIMILARITY = 0.15;

/**
 * Formats the statements of other articles that may contradict or confirm those of an article, each as a relation to complete. A
 * candidate is similar in events, actors, themes, places and words, or is about the same actors and a same place. The most similar
 * come first.
 *
 * @param known pairs that are related already, `<from> <to>` in either order
 */
export function formatCandidates(own: readonly LedgerStatement[], others: readonly LedgerStatement[], known: ReadonlySet<string>): string {
  const features = new Map([...own, ...others].map(({ id, data }) => [id, statementFeatures(data)]));
  const similarity = createSimilarity([...features.values()]);
  const actorsOf = ({ id, data }: LedgerStatement) => features.get(id)!.intersection(new Set(data.actors.map((actor) => `actor:${actor}`)));
  const isAboutSame = (from: LedgerStatement, to: LedgerStatement) =>
    actorsOf(from).isSubsetOf(actorsOf(to)) &&
    similarity(actorsOf(from), actorsOf(to)) > 0 &&
    from.data.places.some((place) => to.data.places.includes(place));
  const groups = own.map((from) => {
    const pairs = others
      .map((to) => ({ to, value: similarity(features.get(from.id)!, features.get(to.id)!) }))
      .filter(({ to, value }) => value >= MIN_SIMILARITY || isAboutSame(from, to))
      .filter(({ to }) => !known.has(`${from.id} ${to.id}`) && !known.has(`${to.id} ${from.id}`))
      .toSorted((a, b) => b.value - a.value);
    const byArticle = Map.groupBy(pairs, ({ to }) => to.id.slice(0, to.id.lastIndexOf('.'))).values();
    return { from, pairs: [...byArticle].flatMap((list) => list.slice(0, MAX_CANDIDATES)) };
  });
  return [
    ...groups
      .filter(({ pairs }) => pairs.length > 0)
      .toSorted((a, b) => b.pairs[0]!.value - a.pairs[0]!.value)
      .map(({ from, pairs }) => [`# ${formatStatement(from)}`, ...pairs.map(({ to }) => formatPair(from, to))].join('\n')),
    '# The list is not complete: it compares ids and words. Compare the other answers too: npm run new:positions -- <entry>\n',
  ].join('\n\n');
}

const formatStatement = ({ id, data }: LedgerStatement) => `${id} (${data.kind}): ${data.text}`;

function formatPair(from: LedgerStatement, to: LedgerStatement): string {
  const shared = (['events', 'actors', 'themes', 'places'] as const).flatMap((name) =>
    from.data[name].filter((id) => to.data[name].includes(id)).map((id) => `${name.slice(0, -1)} ${id}`),
  );
  const figures = figuresOf(from.data.text).flatMap(({ value, unit }) => {
    const others = figuresOf(to.data.text).filter((each) => unit && each.unit === unit);
    return others.map((other) => (other.value === value ? `same figure ${value}` : `figures differ: ${value}, ${other.value}`));
  });
  return [
    `#   ${formatStatement(to)}`,
    `#   ${[...figures, ...shared].join(' · ')}`,
    `  - { from: ${from.id}, to: ${to.id}, kind: , why: }`,
  ].join('\n');
}
