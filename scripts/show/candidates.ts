import type { LedgerStatement } from '../new/ledger.ts';
import { createSimilarity, figuresOf, statementFeatures } from './similarity.ts';

/** Number of candidates that are printed. */
const MAX_CANDIDATES = 20;
/** Minimum similarity of a candidate. */
const MIN_SIMILARITY = 0.15;

/**
 * Formats the pairs of statements of an article and of others that may contradict or confirm each other, the most similar first, each
 * as a relation to complete. Compares events, actors, themes, places, words and figures.
 *
 * @param known pairs that are related already, `<from> <to>` in either order
 */
export function formatCandidates(own: readonly LedgerStatement[], others: readonly LedgerStatement[], known: ReadonlySet<string>): string {
  const features = new Map([...own, ...others].map(({ id, data }) => [id, statementFeatures(data)]));
  const similarity = createSimilarity([...features.values()]);
  const pairs = own
    .flatMap((from) => others.map((to) => ({ from, to, value: similarity(features.get(from.id)!, features.get(to.id)!) })))
    .filter(({ from, to, value }) => value >= MIN_SIMILARITY && !known.has(`${from.id} ${to.id}`) && !known.has(`${to.id} ${from.id}`))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MAX_CANDIDATES);
  return pairs.map(({ from, to }) => formatPair(from, to)).join('\n');
}

function formatPair(from: LedgerStatement, to: LedgerStatement): string {
  const shared = (['events', 'actors', 'themes', 'places'] as const).flatMap((name) =>
    from.data[name].filter((id) => to.data[name].includes(id)).map((id) => `${name.slice(0, -1)} ${id}`),
  );
  const figures = figuresOf(from.data.text).flatMap(({ value, unit }) => {
    const others = figuresOf(to.data.text).filter((each) => unit && each.unit === unit);
    return others.map((other) => (other.value === value ? `same figure ${value}` : `figures differ: ${value}, ${other.value}`));
  });
  return [
    `# ${[...figures, ...shared].join(' · ')}`,
    `# ${from.id} (${from.data.kind}): ${from.data.text}`,
    `# ${to.id} (${to.data.kind}): ${to.data.text}`,
    `  - { from: ${from.id}, to: ${to.id}, kind: , why: }\n`,
  ].join('\n');
}
