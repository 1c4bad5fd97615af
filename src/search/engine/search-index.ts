import { Holders } from './inverted-index.ts';
import { preparedName, preparedRecord, type Prepared, type PreparedName } from './indexed-document.ts';
import type { Catalogue, SearchRecord } from './search-document.ts';
import { foldedWords, wordsOf } from './tokenizer.ts';

/** The catalogue made ready for comparing, once for each visit. */
export interface PreparedCatalogue {
  catalogue: Catalogue;
  all: readonly Prepared[];
  holders: Holders;
  /** How much a stem tells: the rarer, the more. */
  weightOf: (stem: string) => number;
  /** Stems of words that mean much the same as the one of this stem. */
  alike: (stem: string) => readonly string[];
  /** Words of the names of actors and places, words of records, and all words. */
  nameWords: ReadonlySet<string>;
  ownWords: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

/** What it is worth to be called by a phrase that readers may use. */
const CONCEPT = 98;

/** The `ownWords` of a catalogue, without making it ready. */
export function ownWordsOf({ records }: Catalogue): Set<string> {
  const own = new Set<string>();
  for (const record of records) for (const word of ownWordsIn(record, foldedWords(record.text))) own.add(word);
  return own;
}

/** The words of a record. @param said those of its text */
const ownWordsIn = ({ title, names, keywords }: SearchRecord, said: readonly string[]) => [
  ...[title, ...names, ...keywords].flatMap(foldedWords),
  ...said,
];

/** Makes a catalogue ready, all at once. */
export function prepare(catalogue: Catalogue): PreparedCatalogue {
  const steps = preparing(catalogue);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Makes a catalogue ready record by record, so that whoever runs it can leave off in between. */
export function* preparing(catalogue: Catalogue): Generator<undefined, PreparedCatalogue> {
  const meant = meantBy(catalogue.concepts);
  const stemsOf = remembered((text) => wordsOf(text).map(({ stem }) => stem));
  const all: Prepared[] = [];
  const holders = new Holders();
  const counts = new Map<string, number>();
  const nameWords = new Set<string>();
  const ownWords = new Set<string>();
  const readers = new Set([...catalogue.synonyms.flat(), ...catalogue.concepts.flatMap(({ phrases }) => phrases.flatMap(foldedWords))]);
  for (const [index, record] of catalogue.records.entries()) {
    const prepared = preparedRecord(record, index, meant.get(index) ?? [], contextOf(record, catalogue).flatMap(stemsOf));
    all.push(prepared);
    holders.add(prepared);
    for (const stem of prepared.places.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const said = prepared.words.map(({ folded }) => folded);
    for (const word of ownWordsIn(record, said)) ownWords.add(word);
    const { kind, title, names } = record;
    if (kind === 'actor' || kind === 'place') for (const word of [title, ...names].flatMap(foldedWords)) nameWords.add(word);
    yield;
  }
  return {
    catalogue,
    all,
    holders,
    weightOf: (stem) => Math.log(1 + all.length / (1 + (counts.get(stem) ?? 0))),
    alike: alikeOf(catalogue.synonyms),
    nameWords,
    ownWords,
    words: ownWords.union(readers),
  };
}

/** What each record is by phrases that readers may use. */
function meantBy(concepts: Catalogue['concepts']): Map<number, PreparedName[]> {
  const meant = new Map<number, PreparedName[]>();
  for (const { phrases, records } of concepts) {
    for (const [rank, index] of records.entries()) {
      const list = meant.get(index) ?? [];
      list.push(...phrases.map((phrase) => preparedName(phrase, CONCEPT - rank * 0.5, true)));
      meant.set(index, list);
    }
  }
  return meant;
}

/** A function that answers what it was asked before from memory. */
function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? of(text);
    known.set(text, value);
    return value;
  };
}

function alikeOf(synonyms: Catalogue['synonyms']): PreparedCatalogue['alike'] {
  const rows = new Map<string, Set<string>>();
  for (const row of synonyms) {
    const stems = row.flatMap((word) => wordsOf(word).map(({ stem }) => stem));
    for (const stem of stems) rows.set(stem, new Set([...(rows.get(stem) ?? []), ...stems]));
  }
  const lists = new Map([...rows].map(([stem, stems]) => [stem, [...stems].filter((other) => other !== stem)]));
  return (stem) => lists.get(stem) ?? [];
}

/** The names of what a record is connected with. */
function contextOf({ facts, when = '', facets, date }: SearchRecord, { labels }: Catalogue): string[] {
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
