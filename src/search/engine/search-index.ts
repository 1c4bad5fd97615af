import { toExactForm, withoutStopWords } from './query.ts';
import { documentKinds, type IndexFile, type SearchDocument } from './search-document.ts';
import { tokenize, type Word, isCjk } from './tokenizer.ts';

/** The index file, prepared for searching. */
export interface DocumentIndex {
  file: IndexFile;
  documents: readonly IndexedDocument[];
  /** Returns the documents with a word that is the same as, or similar to, one of the terms. */
  findCandidates: (terms: readonly QueryTerm[]) => IndexedDocument[];
  /** Returns the weight of a stem: the rarer, the higher. */
  weightOf: (stem: string) => number;
  /** Returns the stems of words with a similar meaning. */
  synonymsOf: (stem: string) => readonly string[];
}

/** A document, prepared for comparing. */
export interface IndexedDocument {
  /** Its index in the file. */
  index: number;
  document: SearchDocument;
  names: readonly IndexedName[];
  /** Words of its text, in order. */
  words: readonly Word[];
  /** Positions in the text by stem. A stem that only the title has is mapped to an empty list. */
  positions: ReadonlyMap<string, readonly number[]>;
  /** Stems of what it is connected with: speakers, themes, article, date. For a question, the statements that answer it, too. */
  context: ReadonlySet<string>;
  /** Returns what it prints, in exact form: its title, its names, its text. Not the phrases by which it is only found. */
  exactTexts: () => readonly string[];
}

/** A form that a result does not show, by which it was found. */
export interface MatchedForm {
  text: string;
  /** A concept is a phrase of readers, which need not be in any article. A synonym is a word of the document’s text. */
  source: 'name' | 'misspelling' | 'variant' | 'concept' | 'synonym';
}

/** A name or a phrase, prepared for comparing. */
export interface IndexedName {
  folded: string;
  words: readonly Word[];
  /** Score if the query is exactly this name. */
  score: number;
  /** Absent for titles and quotations, which a result shows. */
  form?: MatchedForm;
  /** Whether it is a phrase about the subject, and not a name. Parts of a phrase count less. */
  isPhrase: boolean;
}

/** Scores of an exact match, up to 100, by what the query is equal to. Chosen by hand with tests/cases/search-queries.yaml. */
const EXACT = { title: 100, alias: 98, name: 96, misspelling: 95, page: 90, keyword: 84 };

/** Builds the index one document at a time, so that the caller can pause between documents. */
export function* buildIndex(file: IndexFile): Generator<undefined, DocumentIndex> {
  const aliases = aliasesByDocument(file);
  const labelStems = new Map<string, readonly string[]>(); // many documents have the same labels
  const stemsOf = (label: string) => {
    const stems = labelStems.get(label) ?? tokenize(label).map(({ stem }) => stem);
    labelStems.set(label, stems);
    return stems;
  };
  const documents: IndexedDocument[] = [];
  // Inverted index: documents by the words of their names, and by the stems of their text and context.
  const byNameWord = new Map<Word, Set<IndexedDocument>>();
  const byStem = new Map<string, Set<IndexedDocument>>();
  const documentFrequency = new Map<string, number>();
  for (const [index, document] of file.documents.entries()) {
    const answers = (document.answers ?? []).flatMap(({ statements }) => statements.map((each) => documents[each]!));
    const context = new Set([...contextOf(document, file).flatMap(stemsOf), ...answers.flatMap(({ positions }) => [...positions.keys()])]);
    const indexed = indexDocument(document, index, aliases.get(index) ?? [], context);
    documents.push(indexed);
    for (const { words } of indexed.names) for (const word of words) addTo(byNameWord, word, indexed);
    for (const stem of [...indexed.positions.keys(), ...indexed.context]) addTo(byStem, stem, indexed);
    // Questions repeat the words of their themes.
    if (document.kind !== 'question')
      for (const stem of indexed.positions.keys()) documentFrequency.set(stem, (documentFrequency.get(stem) ?? 0) + 1);
    yield;
  }
  return {
    file,
    documents,
    findCandidates(terms) {
      const candidates = new Set<IndexedDocument>();
      for (const term of terms) {
        for (const [word, list] of byNameWord) if (termSimilarity(word, term) > 0) for (const each of list) candidates.add(each);
        for (const [stem, list] of byStem) if (matchesStem(stem, term)) for (const each of list) candidates.add(each);
      }
      return [...candidates];
    },
    weightOf: (stem) => Math.log(1 + documents.length / (1 + (documentFrequency.get(stem) ?? 0))),
    synonymsOf: synonymLookup([...file.synonyms, ...foreignNames(file)]),
  };
}

/** A word of a query with what is needed to compare it. */
export interface QueryTerm extends Word {
  /** The rarer the word is in the index, the higher. */
  weight: number;
  /** Stems of words with a similar meaning. */
  synonyms: readonly string[];
  /** Whether the reader may still be typing it. */
  isPrefix: boolean;
}

/** Similarity of a word that begins with a term, and of a synonym. Chosen with tests/cases/search-queries.yaml. */
const PREFIX_SIMILARITY = 0.75;
const SYNONYM_SIMILARITY = 0.6;

/** Returns how similar a word of a name is to a term: from 1 (the same word or stem) to 0 (unrelated). */
export function termSimilarity(word: Word, term: QueryTerm): number {
  if (word.folded === term.folded || word.stem === term.stem) return 1;
  if (isCjk(term.folded) ? word.folded.includes(term.folded) : isPrefixOf(term, word.folded)) return PREFIX_SIMILARITY;
  return term.synonyms.includes(word.stem) || isSameStem(word.stem, term.stem) ? SYNONYM_SIMILARITY : 0;
}

/** Returns whether a word with this similarity is the whole term or a synonym, and not only a longer word. */
export const isWholeWord = (similarity: number) => similarity === 1 || similarity === SYNONYM_SIMILARITY;

/** Returns whether a stem begins with a term, or is nearly its stem. */
export const isLongerForm = (stem: string, term: QueryTerm) =>
  !isCjk(term.folded) && (isPrefixOf(term, stem) || isSameStem(stem, term.stem));

function indexDocument(
  document: SearchDocument,
  index: number,
  aliases: readonly IndexedName[],
  context: ReadonlySet<string>,
): IndexedDocument {
  const { kind, title } = document;
  const byKind = documentKinds.indexOf(kind) / 5;
  const names = [
    indexName(title, kind === 'page' ? EXACT.page : EXACT.title - byKind),
    ...document.names.map((name) => indexName(name, EXACT.name - byKind, kind === 'statement' ? undefined : 'name')),
    ...document.misspellings.map((name) => indexName(name, EXACT.misspelling, 'misspelling')),
    ...document.keywords.map((phrase) => indexName(phrase, EXACT.keyword, 'variant')),
    ...aliases,
  ].filter(({ words }) => words.length > 0);
  const words = tokenize(document.text);
  const positions = new Map<string, number[]>(tokenize(title).map(({ stem }) => [stem, []]));
  for (const [position, { stem }] of words.entries()) {
    const list = positions.get(stem);
    if (list) list.push(position);
    else positions.set(stem, [position]);
  }
  let exact: readonly string[] | undefined;
  const exactTexts = () => (exact ??= [title, ...document.names, document.text].map(toExactForm));
  return { index, document, names, words, positions, context, exactTexts };
}

function indexName(name: string, score: number, source?: MatchedForm['source']): IndexedName {
  const words = tokenize(name);
  const folded = words.map(({ folded: each }) => each).join(' ');
  const isPhrase = source === 'variant' || source === 'concept';
  return { folded, words: withoutStopWords(words), score, isPhrase, ...(source && { form: { text: name, source } }) };
}

/** Returns the labels of what a document is connected with. */
function contextOf({ facts, dateLabel = '', facets, date, voice }: SearchDocument, { labels }: IndexFile): string[] {
  return [
    ...(facets.article ?? []).map((id) => labels.article[id] ?? ''),
    ...[...(facets.actor ?? []), ...(voice?.speakers ?? [])].map((id) => labels.actor[id] ?? id),
    ...(facets.theme ?? []).map((id) => labels.theme[id] ?? ''),
    ...(facets.year ?? []),
    ...(date ? [date] : []),
    dateLabel,
    ...facts,
  ];
}

/** Returns the aliases that lead to each document. Later documents of an alias score slightly less. */
function aliasesByDocument({ aliases }: IndexFile): Map<number, IndexedName[]> {
  const byDocument = new Map<number, IndexedName[]>();
  for (const { phrases, documents } of aliases) {
    for (const [rank, index] of documents.entries()) {
      const names = phrases.map((phrase) => indexName(phrase, EXACT.alias - rank * 0.5, 'concept'));
      byDocument.set(index, [...(byDocument.get(index) ?? []), ...names]);
    }
  }
  return byDocument;
}

/** Returns names in other scripts with the English word for them, so that they find texts, too: `Путин`, `putin`. */
function foreignNames({ documents }: IndexFile): string[][] {
  return documents.flatMap(({ kind, title, names, isPerson }) => {
    const english = isPerson ? names[0]! : title;
    if ((kind !== 'actor' && kind !== 'place') || tokenize(english).length > 1) return [];
    const foreign = names.filter((name) => !/\p{Script=Latin}/u.test(name)).flatMap((name) => name.split(' ').slice(-1));
    return foreign.map((name) => [name, english]);
  });
}

function synonymLookup(synonyms: IndexFile['synonyms']): DocumentIndex['synonymsOf'] {
  const byStem = new Map<string, Set<string>>();
  for (const row of synonyms) {
    const stems = new Set(row.flatMap((word) => tokenize(word).map(({ stem }) => stem)));
    for (const stem of stems) for (const other of stems) if (other !== stem) addTo(byStem, stem, other);
  }
  return (stem) => [...(byStem.get(stem) ?? [])];
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value) {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** Returns whether a stem of a text matches a term: the same stem, a longer word or a synonym. */
const matchesStem = (stem: string, term: QueryTerm) => stem === term.stem || isLongerForm(stem, term) || term.synonyms.includes(stem);

/** Compares from two letters if the term is still being typed, otherwise from four: shorter words match too much. */
const isPrefixOf = ({ folded, isPrefix }: QueryTerm, word: string) => folded.length >= (isPrefix ? 2 : 4) && word.startsWith(folded);

/** Returns whether two stems of six letters or more differ by at most one letter at the end: `diversif`, `diversifi`. */
const isSameStem = (a: string, b: string) =>
  Math.min(a.length, b.length) >= 6 && Math.abs(a.length - b.length) <= 1 && (a.startsWith(b) || b.startsWith(a));
