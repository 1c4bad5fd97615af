import { InvertedIndex } from './inverted-index.ts';
import { indexName, indexDocument, type IndexedDocument, type IndexedName } from './indexed-document.ts';
import type { IndexFile, SearchDocument } from './search-document.ts';
import { foldWords, tokenize } from './tokenizer.ts';

/** The catalogue made ready for comparing, once for each visit. */
export interface IndexedDocuments {
  catalogue: IndexFile;
  all: readonly IndexedDocument[];
  holders: InvertedIndex;
  /** How much a stem tells: the rarer, the more. */
  weightOf: (stem: string) => number;
  /** Stems of words that mean much the same as the one of this stem. */
  synonymsOf: (stem: string) => readonly string[];
  /** Words of the names of actors and places, words of records, and all words. */
  nameWords: ReadonlySet<string>;
  ownWords: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

/** What it is worth to be called by a phrase that readers may use. */
const CONCEPT = 98;

/** The `ownWords` of a catalogue, without making it ready. */
export function getOwnWords({ records }: IndexFile): Set<string> {
  const own = new Set<string>();
  for (const record of records) for (const word of ownWordsIn(record, foldWords(record.text))) own.add(word);
  return own;
}

/** The words of a record. @param said those of its text */
const ownWordsIn = ({ title, names, keywords }: SearchDocument, said: readonly string[]) => [
  ...[title, ...names, ...keywords].flatMap(foldWords),
  ...said,
];

/** Makes a catalogue ready, all at once. */
export function prepare(catalogue: IndexFile): IndexedDocuments {
  const steps = buildIndex(catalogue);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Makes a catalogue ready record by record, so that whoever runs it can leave off in between. */
export function* buildIndex(catalogue: IndexFile): Generator<undefined, IndexedDocuments> {
  const meant = meantBy(catalogue.concepts);
  const stemsOf = memoize((text) => tokenize(text).map(({ stem }) => stem));
  const all: IndexedDocument[] = [];
  const holders = new InvertedIndex();
  const counts = new Map<string, number>();
  const nameWords = new Set<string>();
  const ownWords = new Set<string>();
  const readers = new Set([...catalogue.synonyms.flat(), ...catalogue.concepts.flatMap(({ phrases }) => phrases.flatMap(foldWords))]);
  for (const [index, record] of catalogue.records.entries()) {
    const prepared = indexDocument(record, index, meant.get(index) ?? [], contextOf(record, catalogue).flatMap(stemsOf));
    all.push(prepared);
    holders.add(prepared);
    for (const stem of prepared.places.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const said = prepared.words.map(({ folded }) => folded);
    for (const word of ownWordsIn(record, said)) ownWords.add(word);
    const { kind, title, names } = record;
    if (kind === 'actor' || kind === 'place') for (const word of [title, ...names].flatMap(foldWords)) nameWords.add(word);
    yield;
  }
  return {
    catalogue,
    all,
    holders,
    weightOf: (stem) => Math.log(1 + all.length / (1 + (counts.get(stem) ?? 0))),
    synonymsOf: alikeOf(catalogue.synonyms),
    nameWords,
    ownWords,
    words: ownWords.union(readers),
  };
}

/** What each record is by phrases that readers may use. */
function meantBy(concepts: IndexFile['concepts']): Map<number, IndexedName[]> {
  const meant = new Map<number, IndexedName[]>();
  for (const { phrases, records } of concepts) {
    for (const [rank, index] of records.entries()) {
      const list = meant.get(index) ?? [];
      list.push(...phrases.map((phrase) => indexName(phrase, CONCEPT - rank * 0.5, true)));
      meant.set(index, list);
    }
  }
  return meant;
}

/** A function that answers what it was asked before from memory. */
function memoize<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? of(text);
    known.set(text, value);
    return value;
  };
}

function alikeOf(synonyms: IndexFile['synonyms']): IndexedDocuments['synonymsOf'] {
  const rows = new Map<string, Set<string>>();
  for (const row of synonyms) {
    const stems = row.flatMap((word) => tokenize(word).map(({ stem }) => stem));
    for (const stem of stems) rows.set(stem, new Set([...(rows.get(stem) ?? []), ...stems]));
  }
  const lists = new Map([...rows].map(([stem, stems]) => [stem, [...stems].filter((other) => other !== stem)]));
  return (stem) => lists.get(stem) ?? [];
}

/** The names of what a record is connected with. */
function contextOf({ facts, when = '', facets, date }: SearchDocument, { labels }: IndexFile): string[] {
  return [
    ...(facets.article ?? []).map((id) => labels.article[id] ?? ''),
    ...[...(facets.actor ?? []), ...(facets.speaker ?? [])].map((id) => labels.actor[id] ?? ''),
    ...(facets.theme ?? []).map((id) => labels.theme[id] ?? ''),
    ...(facets.year ?? []),
    ...(date ? [date] : []),
    when,
    ...facts,
  ];
}
