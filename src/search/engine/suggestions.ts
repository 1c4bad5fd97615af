import type { IndexedDocuments } from './search-index.ts';
import type { SearchDocument } from './search-document.ts';
import { foldWords } from './tokenizer.ts';

/** The pages whose names look most like what was typed, for a reader who finds nothing. */
export function suggestions(typed: string, { all }: IndexedDocuments): SearchDocument[] {
  const asked = pairsOf(foldWords(typed).join(' '));
  return all
    .filter(({ record }) => record.kind !== 'statement' && record.kind !== 'page')
    .map(({ record, names }) => ({ record, likeness: Math.max(...names.map(({ folded }) => likeness(asked, pairsOf(folded)))) }))
    .filter((each) => each.likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ record }) => record);
}

const LEAST = 0.3;
const MOST = 5;

const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));

/** Dice’s coefficient of the pairs of letters of two texts. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
}
