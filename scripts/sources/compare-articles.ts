import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/editions/manifest.ts';
import { parseFile } from '../../src/loader/parse-file.ts';
import { isActive, type Content, type ContentFile } from '../../src/record/content.ts';
import { foldText } from '../../src/text/matching.ts';
import { articlePath, hashPassage, openingWords, readArticle, splitWords, UNSPACED } from './article.ts';
import { articleShingles, findVerbatimOverlap, markDeclaredQuotations, SHINGLE_WORDS } from './verbatim-overlap.ts';

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

  const comparisons = content.entries.map(({ id, data }) => {
    if (!existsSync(articlePath(folder, id))) return { id };
    const article = readArticle(folder, id);
    const mismatches: Mismatch[] = [];
    const report: Report = (file, path, message, hint) => mismatches.push({ file, line: lineOf(file, path), message, hint });
    const passages = comparePassages(content, id, article, report);
    const quotations = compareQuotations(content, id, article, report);
    const wordings = compareWordings(content, id, article, report);
    const shingles = articleShingles(article.values(), data.source.title);
    const message = (words: string) => `"${words}" is copied from ${id}: ${SHINGLE_WORDS} words or more in a row`;
    for (const { file, text } of texts)
      for (const { line, words } of findVerbatimOverlap(text, shingles))
        mismatches.push({ file, line, message: message(words), hint: 'write it in your own words' });
    return { id, compared: { passages, quotations, wordings, mismatches } };
  });
  return comparisons.toSorted((a, b) => (a.id < b.id ? -1 : 1));
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

/** Formats a mismatch with its location and hint, indented below its article. */
export const formatMismatch = ({ file, line, message, hint }: Mismatch) => `  ${file}:${line}: ${message}\n      → ${hint}`;

/** Returns whether a passage contains a quotation as whole words. The first letter may be of either case. */
export function containsQuotation(text: string, words: string): boolean {
  const [passage, quotation] = [foldText(text), foldText(words)];
  const [first = '', rest] = [quotation[0], quotation.slice(1)];
  return containsWords(passage, first.toLowerCase() + rest) || containsWords(passage, first.toUpperCase() + rest);
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
