import type { QueryTerm } from './query-term.ts';
import { termSimilarity } from './match-score.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { matchesStem } from './text-score.ts';
import type { Word } from './tokenizer.ts';

/** Which records hold which words: so that a query is compared with those alone that can answer it, however many there are. */
export class InvertedIndex {
  /** By the words of names, and by the stems of texts and of what records are connected with. */
  readonly #named = new Map<Word, number[]>();
  readonly #said = new Map<string, number[]>();

  /** Takes in the words of a record. */
  add({ index, names, places, context }: IndexedDocument) {
    for (const { words } of names) for (const word of words) hold(this.#named, word, index);
    for (const stem of places.keys()) hold(this.#said, stem, index);
    for (const stem of context) hold(this.#said, stem, index);
  }

  /** Places of the records that hold at least one of these words, or one that is near to it. */
  find(asked: readonly QueryTerm[]): Set<number> {
    const found = new Set<number>();
    const take = (indexes: readonly number[]) => {
      for (const index of indexes) found.add(index);
    };
    for (const word of asked) {
      for (const [named, indexes] of this.#named) if (termSimilarity(named, word) > 0) take(indexes);
      for (const [stem, indexes] of this.#said) if (matchesStem(stem, word)) take(indexes);
    }
    return found;
  }
}

function hold<Key>(map: Map<Key, number[]>, key: Key, index: number) {
  const held = map.get(key);
  if (!held) map.set(key, [index]);
  else if (held.at(-1) !== index) held.push(index);
}
