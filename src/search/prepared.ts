import { recordKinds, type Catalogue, type SearchRecord } from './search-record.ts';
import { foldedWords, isStopWord, wordsOf, type Word } from './words.ts';

/** A name as it is compared: its words, and what it is worth to be called exactly so. */
export interface PreparedName {
  folded: string;
  words: readonly Word[];
  worth: number;
  /** Whether it is no name, but a phrase that readers may use: parts of it tell little. */
  phrase: boolean;
}

/** A record made ready for comparing. */
export interface Prepared {
  index: number;
  record: SearchRecord;
  names: readonly PreparedName[];
  /** Words of its text, in order. */
  words: readonly Word[];
  /** Where each stem of its names and its text stands: positions in the text; none where it stands in a name alone. */
  places: ReadonlyMap<string, readonly number[]>;
  /** Stems of what it is connected with: speakers, themes, article, date. */
  context: ReadonlySet<string>;
}

/** The catalogue made ready for comparing, once for each visit. */
export interface PreparedCatalogue {
  catalogue: Catalogue;
  all: readonly Prepared[];
  /** How much a stem tells: the rarer, the more. */
  weightOf: (stem: string) => number;
  /** Stems of words that mean much the same as the one of this stem. */
  alike: (stem: string) => readonly string[];
  /** Words of the names of actors and places, and all words. */
  nameWords: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

/** What it is worth to be called exactly what was typed. */
const TITLE = 100;
const CONCEPT = 98;
const PAGE = 90;
const ALIAS = 96;
const MISSPELLING = 95;
const PART = 88;
const KEYWORD = 84;

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
  const counts = new Map<string, number>();
  const nameWords = new Set<string>();
  const words = new Set([...catalogue.synonyms.flat(), ...catalogue.concepts.flatMap(({ phrases }) => phrases.flatMap(foldedWords))]);
  for (const [index, record] of catalogue.records.entries()) {
    const prepared = preparedRecord(record, index, meant.get(index) ?? [], contextOf(record, catalogue).flatMap(stemsOf));
    all.push(prepared);
    for (const stem of prepared.places.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const { kind, title, names, keywords } = record;
    const named = [title, ...names].flatMap(foldedWords);
    if (kind === 'actor' || kind === 'place') for (const word of named) nameWords.add(word);
    for (const word of [...named, ...keywords.flatMap(foldedWords), ...prepared.words.map(({ folded }) => folded)]) words.add(word);
    yield;
  }
  return {
    catalogue,
    all,
    weightOf: (stem) => Math.log(1 + all.length / (1 + (counts.get(stem) ?? 0))),
    alike: alikeOf(catalogue.synonyms),
    nameWords,
    words,
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

function preparedRecord(record: SearchRecord, index: number, meant: readonly PreparedName[], context: readonly string[]): Prepared {
  const rank = recordKinds.indexOf(record.kind) / 5;
  const names = [
    preparedName(record.title, record.kind === 'page' ? PAGE : TITLE - rank),
    ...titleParts(record).map((part) => preparedName(part, PART)),
    ...record.names.map((name) => preparedName(name, ALIAS - rank)),
    ...record.misspellings.map((name) => preparedName(name, MISSPELLING)),
    ...record.keywords.map((name) => preparedName(name, KEYWORD, true)),
    ...meant,
  ].filter(({ words }) => words.length > 0);
  const words = wordsOf(record.text);
  const places = new Map<string, number[]>();
  for (const { stem } of wordsOf(record.title)) places.set(stem, []);
  for (const [position, { stem }] of words.entries()) {
    const before = places.get(stem);
    if (before) before.push(position);
    else places.set(stem, [position]);
  }
  return { index, record, names, words, places, context: new Set(context) };
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

/** The subjects that the title of a theme or a term strings together: ‘Energy and LNG’. */
function titleParts({ kind, title }: SearchRecord): string[] {
  if (kind !== 'theme' && kind !== 'term') return [];
  const parts = title.split(/[,:]| and /);
  return parts.length > 1 ? parts : [];
}

function preparedName(name: string, worth: number, phrase = false): PreparedName {
  const all = wordsOf(name);
  const meant = all.filter(({ folded }) => !isStopWord(folded));
  return { folded: all.map(({ folded }) => folded).join(' '), words: meant.length > 0 ? meant : all, worth, phrase };
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
