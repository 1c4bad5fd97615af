import { facetNames, documentKinds, type IndexFile, type FacetName, type SearchDocument } from './search-document.ts';

/**
 * A catalogue as it is sent: a column for each thing that records say, a line for each record, and numbers in the place of ids.
 * Like things together weigh less when they are compressed, and are read faster than as many objects.
 */
export interface EncodedIndex {
  /** Numbers of the kinds that follow one another, each with how many records are of it. */
  kinds: [kind: number, count: number][];
  /** What each record says in one text, and what it says in a list. */
  texts: Record<TextName, string>;
  lists: Record<ListName, string>;
  /** Places of the records that are persons. */
  persons: number[];
  /** Values of each facet; where they have names of their own, those too. */
  values: Record<FacetName, string[]>;
  labels: Record<LabelName, string>;
  /** Of each record, the numbers of its values. */
  facets: Record<FacetName, string>;
  /** Phrases of each concept, and the numbers of the records that it means. */
  phrases: string;
  meanings: string;
  synonyms: string;
}

const textNames = ['address', 'title', 'text', 'when', 'date'] as const;
const listNames = ['names', 'misspellings', 'keywords', 'facts', 'span'] as const;
const labelNames = ['article', 'actor', 'theme'] as const;

type TextName = (typeof textNames)[number];
type ListName = (typeof listNames)[number];
type LabelName = (typeof labelNames)[number];

/** What parts the records of a column, and the several things that one says: no text of the Record has them. */
const LINE = '\n';
const ITEM = '\t';
/** In which numbers are written. */
const RADIX = 36;

/** Packs a catalogue. @throws {Error} where a text holds a line break or a tab */
export function encodeIndex({ records, labels, concepts, synonyms }: IndexFile): EncodedIndex {
  const values = each(facetNames, (name) => {
    const named = name in labels ? Object.keys(labels[name as LabelName]) : [];
    return [...new Set([...named, ...records.flatMap(({ facets }) => facets[name] ?? [])])];
  });
  const places = each(facetNames, (name) => new Map(values[name].map((value, index) => [value, index])));
  return {
    kinds: runs(records.map(({ kind }) => documentKinds.indexOf(kind))),
    texts: each(textNames, (name) => lines(records.map((record) => [record[name] ?? '']))),
    lists: each(listNames, (name) => lines(records.map((record) => record[name] ?? []))),
    persons: records.flatMap(({ person }, index) => (person ? [index] : [])),
    values,
    labels: each(labelNames, (name) => lines(values[name].map((value) => [labels[name][value] ?? '']))),
    facets: each(facetNames, (name) => numbers(records.map(({ facets }) => (facets[name] ?? []).map((value) => places[name].get(value)!)))),
    phrases: lines(concepts.map(({ phrases }) => phrases)),
    meanings: numbers(concepts.map((concept) => concept.records)),
    synonyms: lines(synonyms),
  };
}

/** Unpacks a catalogue. A facet of which a record has no value is absent. */
export function decodeIndex(file: EncodedIndex): IndexFile {
  const kinds = file.kinds.flatMap(([kind, count]) => new Array<SearchDocument['kind']>(count).fill(documentKinds[kind]!));
  const texts = each(textNames, (name) => file.texts[name].split(LINE));
  const lists = each(listNames, (name) => linesOf(file.lists[name]));
  const facets = each(facetNames, (name) => numbersOf(file.facets[name]));
  const meanings = numbersOf(file.meanings);
  const persons = new Set(file.persons);
  const records = kinds.map((kind, index): SearchDocument => {
    const own = facetNames.filter((name) => facets[name][index]!.length > 0);
    const [when, date, [from, until = '']] = [texts.when[index]!, texts.date[index]!, lists.span[index]!];
    return {
      kind,
      address: texts.address[index]!,
      title: texts.title[index]!,
      text: texts.text[index]!,
      names: lists.names[index]!,
      misspellings: lists.misspellings[index]!,
      keywords: lists.keywords[index]!,
      facts: lists.facts[index]!,
      ...(when && { when }),
      ...(date && { date }),
      ...(from !== undefined && { span: [from, until] }),
      ...(persons.has(index) && { person: true }),
      facets: each(own, (name) => facets[name][index]!.map((place) => file.values[name][place]!)),
    };
  });
  return {
    records,
    labels: each(labelNames, (name) => {
      const said = file.labels[name].split(LINE);
      return Object.fromEntries(file.values[name].map((value, index) => [value, said[index]!]));
    }),
    concepts: linesOf(file.phrases).flatMap((phrases, index) => (phrases.length > 0 ? [{ phrases, records: meanings[index]! }] : [])),
    synonyms: linesOf(file.synonyms).filter(({ length }) => length > 0),
  };
}

const each = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;

const lines = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => {
      const torn = row.find((item) => item.includes(LINE) || item.includes(ITEM));
      if (torn !== undefined) throw new Error(`search cannot pack a text with a line break or a tab: ${JSON.stringify(torn)}`);
      return row.join(ITEM);
    })
    .join(LINE);

const linesOf = (column: string) => column.split(LINE).map((row) => (row ? row.split(ITEM) : []));

const numbers = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((number) => number.toString(RADIX)).join(' ')).join(LINE);

const numbersOf = (column: string) => column.split(LINE).map((row) => (row ? row.split(' ').map((number) => parseInt(number, RADIX)) : []));

/** Equals that follow one another, counted. */
function runs(values: readonly number[]): [value: number, count: number][] {
  const found: [number, number][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.[0] === value) last[1]++;
    else found.push([value, 1]);
  }
  return found;
}
