import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { listFiles } from '../src/editions/manifest.ts';
import { parseFile } from '../src/loader/parse-file.ts';
import { type Content, type ContentFile, isActive } from '../src/record/content.ts';
import { foldText } from '../src/text/matching.ts';
import { articlePath, comparableWords, hashPassage, openingWords, readArticle, splitWords, UNSPACED } from './article-texts.ts';

/** The folder with the texts of the articles, if no other is named. */
export const TEXTS_FOLDER = '../shared/sources';

/** A difference between the content and an article. */
export interface Mismatch {
  file: string;
  line: number;
  message: string;
  hint: string;
}

/** The comparison of the content with one article. */
export interface ArticleComparison {
  id: string;
  /** What was compared; undefined if its text is missing. */
  compared?: { passages: number; quotations: number; wordings: number; mismatches: Mismatch[] };
}

/** Reports a mismatch at a path in a content file. */
type Report = (file: string, path: (string | number)[], message: string, hint: string) => void;
type Article = ReadonlyMap<string, string>;

/**
 * Compares the content with the texts of its articles: fingerprints and word counts of passages, locators, quotations, wordings of
 * terms, and copied sentences.
 *
 * @param root of the project
 * @param folder of texts, `<entry>/paragraphs.tsv`
 */
export function compareArticles(root: string, content: Content, folder: string): ArticleComparison[] {
  const parsed = new Map<string, ReturnType<typeof parseFile>>();
  const lineOf = (file: string, path: (string | number)[]) => {
    if (!parsed.has(file)) parsed.set(file, parseFile(file, readFileSync(join(root, file), 'utf8')));
    return parsed.get(file)!.lineOf(path);
  };
  const quotations = content.ledgers.flatMap(({ data }) => data.statements.flatMap(({ quotes }) => quotes));
  const wordings = quotations.filter(({ kind }) => kind === 'wording').map(({ words }) => words);
  const texts = listFiles(join(root, 'content'))
    .filter((path) => /\.(?:yaml|mdx)$/.test(path))
    .map((path) => ({
      file: `content/${path}`,
      text: markDeclaredQuotations(readFileSync(join(root, 'content', path), 'utf8'), wordings),
    }));

  const titles = new Map(content.entries.map(({ id, data }) => [id, data.source.title]));
  const comparisons = content.ledgers.map(({ id }) => {
    if (!existsSync(articlePath(folder, id)) || !content.passages.some((each) => each.id === id)) return { id };
    const article = readArticle(folder, id);
    const mismatches: Mismatch[] = [];
    const report: Report = (file, path, message, hint) => mismatches.push({ file, line: lineOf(file, path), message, hint });
    const passages = comparePassages(content, id, article, report);
    const quotations = compareQuotations(content, id, article, report);
    const wordings = compareWordings(content, id, article, report);
    const shingles = articleShingles(article.values(), titles.get(id) ?? '');
    const message = (words: string) => `"${words}" is copied from ${id}: ${SHINGLE_WORDS} words or more in a row`;
    for (const { file, text } of texts)
      for (const { line, words } of findVerbatimOverlap(text, shingles))
        mismatches.push({ file, line, message: message(words), hint: 'write it in your own words' });
    return { id, compared: { passages, quotations, wordings, mismatches } };
  });
  return comparisons.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Formats a mismatch with its location and hint, indented below its article. */
export const formatMismatch = ({ file, line, message, hint }: Mismatch) => `  ${file}:${line}: ${message}\n      → ${hint}`;

/** Returns whether a passage contains a quotation as whole words. The first letter may be of either case. */
export function containsQuotation(text: string, words: string): boolean {
  const [passage, quotation] = [foldText(text), foldText(words)];
  const [first = '', rest] = [quotation[0], quotation.slice(1)];
  return containsWords(passage, first.toLowerCase() + rest) || containsWords(passage, first.toUpperCase() + rest);
}

/** Length of a run of words, from which a copied sentence is reported (editorial rule 3). */
const SHINGLE_WORDS = 8;

/** A run of words of an article in a text. */
export interface VerbatimOverlap {
  /** Line of the first word, from 1. */
  line: number;
  words: string;
}

/** Returns all runs of `SHINGLE_WORDS` words in passages, except those in the title, which every page may contain. */
export function articleShingles(passages: Iterable<string>, title: string): Set<string> {
  const titleWords = comparableWords(title).join(' ');
  return new Set([...passages].flatMap((text) => shinglesOf(comparableWords(text))).filter((run) => !titleWords.includes(run)));
}

/**
 * Finds runs of words of an article in a text, outside “quotation marks”. Adjacent runs are merged. A quotation mark that is not
 * closed within 400 characters, more than the schema allows, is ignored.
 */
export function findVerbatimOverlap(text: string, shingles: ReadonlySet<string>): VerbatimOverlap[] {
  const found: VerbatimOverlap[] = [];
  let firstLine = 1;
  for (const [index, part] of text.split(/(“(?:\s*[^\s“”]){0,400}\s*”)/).entries()) {
    const lines = part.split('\n');
    const words = lines.flatMap((each, offset) => comparableWords(each).map((word) => ({ word, line: firstLine + offset })));
    firstLine += lines.length - 1;
    // Odd parts are quotations.
    if (index % 2 === 1) continue;
    const copied = shinglesOf(words.map(({ word }) => word)).map((shingle) => shingles.has(shingle));
    for (let start = copied.indexOf(true); start >= 0; start = copied.indexOf(true, start)) {
      const last = copied.indexOf(false, start);
      const end = (last < 0 ? copied.length : last) - 1 + SHINGLE_WORDS;
      const run = words.slice(start, end);
      found.push({ line: run[0]!.line, words: run.map(({ word }) => word).join(' ') });
      start = end;
    }
  }
  return found;
}

/**
 * Puts the declared quotations of a content file in “quotation marks”: its fields `words`, `wording` and `opening`, and the wordings that
 * it shows in ‘single marks’. Line numbers remain.
 *
 * @param wordings declared quotations of an article's own wording
 */
export function markDeclaredQuotations(text: string, wordings: readonly string[] = []): string {
  const [head = '', frontmatter] = /^(---[ \t]*\r?\n)([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.slice(1) ?? [];
  const yaml = frontmatter ?? text;
  const parts: string[] = [head];
  let end = 0;
  visit(parseDocument(yaml, { logLevel: 'silent' }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || !value.range || !QUOTING_FIELDS.has(String(key.value))) return;
      const [from, to] = value.range;
      parts.push(yaml.slice(end, from), quote(yaml.slice(from, to)));
      end = to;
    },
  });
  const marked = parts.join('') + text.slice(head.length + end);
  return wordings.reduce((rest, words) => {
    const pattern = words
      .split(/\s+/)
      .map(RegExp.escape)
      .join(String.raw`\s+`);
    return rest.replace(new RegExp(`‘${pattern}’`, 'gu'), quote);
  }, marked);
}

function comparePassages(content: Content, id: string, article: Article, report: Report): number {
  const { file, data } = findById(content.passages, id);
  for (const [locator, { sha256, words, opening }] of Object.entries(data.passages)) {
    const text = article.get(locator);
    const path = ['passages', locator];
    if (text === undefined) report(file, path, `the article has no passage ${locator}`, 'delete it');
    else if (hashPassage(text) !== sha256)
      report(file, path, `${locator} differs from the article`, 'compare the texts, then update the fingerprint');
    else if (splitWords(text).length !== words)
      report(file, [...path, 'words'], `${locator} has ${splitWords(text).length} words, not ${words}`, 'correct the count');
    else if (openingWords(text) !== opening)
      report(file, [...path, 'opening'], `${locator} does not open with "${opening}"`, `write "${openingWords(text)}"`);
  }
  for (const locator of article.keys())
    if (!(locator in data.passages))
      report(file, ['passages'], `${locator} of the article is missing`, 'add its fingerprint and its statements');
  return Object.keys(data.passages).length;
}

function compareQuotations(content: Content, id: string, article: Article, report: Report): number {
  const { file, data } = findById(content.ledgers, id);
  let count = 0;
  for (const [index, statement] of data.statements.entries()) {
    const path = ['statements', index];
    for (const [position, locator] of statement.at.entries())
      if (!article.has(locator))
        report(file, [...path, 'at', position], `s${statement.n}: the article has no passage ${locator}`, 'correct the locator');
    // A wrong quotation may be the reason for a withdrawal.
    if (!isActive(statement)) continue;
    for (const [position, { words, at }] of statement.quotes.entries()) {
      count++;
      if (!containsQuotation(article.get(at) ?? '', words))
        report(file, [...path, 'quotes', position], `s${statement.n}: "${words}" is not in ${at}`, 'quote exactly, or use your own words');
    }
  }
  return count;
}

function compareWordings(content: Content, id: string, article: Article, report: Report): number {
  let compared = 0;
  for (const { file, data } of content.terms) {
    for (const [index, { entry, wording, at, count }] of data.uses.entries()) {
      if (entry !== id) continue;
      compared++;
      const occurrences = (text = '') => foldText(text).toLowerCase().split(foldText(wording).toLowerCase()).length - 1;
      const times = at.reduce((sum, locator) => sum + occurrences(article.get(locator)), 0);
      const message = `"${wording}" occurs ${times} times in ${at.join(', ')}`;
      if (times !== count) report(file, ['uses', index, 'count'], message, `write ${times}, or correct the locators`);
    }
  }
  return compared;
}

function containsWords(text: string, words: string): boolean {
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && !UNSPACED.test(character);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, first, last, after] = [text[at - 1], words[0], words.at(-1), text[at + words.length]];
    if (!(isWord(before) && isWord(first)) && !(isWord(last) && isWord(after))) return true;
  }
  return false;
}

const findById = <Name extends 'passages' | 'ledgers'>(files: ContentFile<Name>[], id: string) => files.find((each) => each.id === id)!;

const QUOTING_FIELDS = new Set(['words', 'wording', 'opening']);
const quote = (text: string) => `“${text.replace(/[“”]/g, ' ')}”`;

const shinglesOf = (words: readonly string[]) =>
  words.slice(SHINGLE_WORDS - 1).map((_, index) => words.slice(index, index + SHINGLE_WORDS).join(' '));
