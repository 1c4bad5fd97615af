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

export function prepare(catalogue: Catalogue): PreparedCatalogue {
  const meant = new Map<number, { phrase: string; worth: number }[]>();
  for (const { phrases, records } of catalogue.concepts) {
    for (const [rank, index] of records.entries()) {
      const list = meant.get(index) ?? [];
      list.push(...phrases.map((phrase) => ({ phrase, worth: CONCEPT - rank * 0.5 })));
      meant.set(index, list);
    }
  }
  const all = catalogue.records.map((record, index): Prepared => {
    const named = [
      preparedName(record.title, record.kind === 'page' ? PAGE : TITLE - recordKinds.indexOf(record.kind) / 5),
      ...titleParts(record).map((part) => preparedName(part, PART)),
      ...record.names.map((name) => preparedName(name, ALIAS - recordKinds.indexOf(record.kind) / 5)),
      ...record.misspellings.map((name) => preparedName(name, MISSPELLING)),
      ...record.keywords.map((name) => preparedName(name, KEYWORD, true)),
      ...(meant.get(index) ?? []).map(({ phrase, worth }) => preparedName(phrase, worth, true)),
    ].filter(({ words }) => words.length > 0);
    const words = wordsOf(record.text);
    const places = new Map<string, number[]>();
    for (const { stem } of wordsOf(record.title)) places.set(stem, []);
    for (const [position, { stem }] of words.entries()) places.set(stem, [...(places.get(stem) ?? []), position]);
    return { index, record, names: named, words, places, context: contextOf(record, catalogue) };
  });

  const counts = new Map<string, number>();
  for (const { places } of all) for (const stem of places.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const nameWords = new Set(
    catalogue.records
      .filter(({ kind }) => kind === 'actor' || kind === 'place')
      .flatMap(({ title, names }) => [title, ...names].flatMap(foldedWords)),
  );
  return {
    catalogue,
    all,
    weightOf: (stem) => Math.log(1 + all.length / (1 + (counts.get(stem) ?? 0))),
    alike: alikeOf(catalogue.synonyms),
    nameWords,
    words: new Set([
      ...nameWords,
      ...catalogue.synonyms.flat(),
      ...catalogue.concepts.flatMap(({ phrases }) => phrases.flatMap(foldedWords)),
      ...catalogue.records.flatMap(({ title, names, keywords, text }) => [title, ...names, ...keywords, text].flatMap(foldedWords)),
    ]),
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

function contextOf({ facts, when = '', facets, date }: SearchRecord, { labels }: Catalogue): Set<string> {
  const named = [
    ...(facets.article ?? []).map((id) => labels.article[id] ?? ''),
    ...[...(facets.actor ?? []), ...(facets.speaker ?? [])].map((id) => labels.actor[id] ?? ''),
    ...(facets.theme ?? []).map((id) => labels.theme[id] ?? ''),
    ...(facets.year ?? []),
    ...(date ? [date] : []),
    when,
    ...facts,
  ];
  return new Set(wordsOf(named.join(' · ')).map(({ stem }) => stem));
}
