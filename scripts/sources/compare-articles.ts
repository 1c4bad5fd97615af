import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, ContentFile } from '../../src/record/content.ts';
import { isActive } from '../../src/record/content.ts';
import { parseFile } from '../../src/loader/parse-file.ts';
import { listFiles } from '../../src/editions/manifest.ts';
import { hashPassage, normalise, readArticle, splitWords } from './article.ts';
import { findVerbatimOverlap, SHINGLE_WORDS, articleShingles } from './verbatim-overlap.ts';

/** What does not agree with an article, by file and line. */
export interface Mismatch {
  file: string;
  line: number;
  what: string;
  remedy: string;
}

/** One article as it was compared. */
export interface ArticleComparison {
  id: string;
  /** Undefined where its text is not at hand. */
  compared?: { passages: number; quotations: number; wordings: number; disagreements: Mismatch[] };
}

/**
 * Compares the Record with the texts of its articles, article by article: fingerprints and counts of passages, locators, quotations,
 * wordings of terms, and, in every content file, runs of the article's words.
 *
 * @param root of the project
 * @param folder of article texts, `<entry>/paragraphs.tsv`
 */
export function compareArticles(root: string, content: Content, folder: string): ArticleComparison[] {
  const sources = new Map<string, ReturnType<typeof parseFile>>();
  const lineOf = (file: string, path: (string | number)[]) => {
    if (!sources.has(file)) sources.set(file, parseFile(file, readFileSync(join(root, file), 'utf8')));
    return sources.get(file)!.lineOf(path);
  };
  const texts = listFiles(join(root, 'content'))
    .filter((path) => /\.(?:yaml|mdx)$/.test(path))
    .map((path) => ({ file: `content/${path}`, text: readFileSync(join(root, 'content', path), 'utf8') }));

  return content.entries
    .map(({ id, data }) => {
      if (!existsSync(join(folder, id, 'paragraphs.tsv'))) return { id };
      const article = readArticle(folder, id);
      const disagreements: Mismatch[] = [];
      const say = (file: string, path: (string | number)[], what: string, remedy: string) =>
        disagreements.push({ file, line: lineOf(file, path), what, remedy });
      const passages = passagesAgree(content, id, article, say);
      const quotations = quotationsStand(content, id, article, say);
      const wordings = wordingsStand(content, id, article, say);
      const runs = articleShingles(article.values(), data.source.title);
      for (const { file, text } of texts)
        for (const { line, words } of findVerbatimOverlap(text, runs))
          disagreements.push({
            file,
            line,
            what: `“${words}” is the article’s, ${SHINGLE_WORDS} words or more in a row`,
            remedy: 'say it in the Record’s own words',
          });
      return { id, compared: { passages, quotations, wordings, disagreements } };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

type Say = (file: string, path: (string | number)[], what: string, remedy: string) => void;
type Article = ReadonlyMap<string, string>;

function passagesAgree(content: Content, id: string, article: Article, say: Say): number {
  const { file, data } = ofEntry(content.passages, id);
  for (const [locator, { sha256, words }] of Object.entries(data.passages)) {
    const text = article.get(locator);
    const path = ['passages', locator];
    if (text === undefined) say(file, path, `the article has no ${locator}`, 'take it out');
    else if (hashPassage(text) !== sha256)
      say(file, path, `${locator} of the article differs`, 'compare the texts, then renew the fingerprint');
    else if (splitWords(text).length !== words)
      say(file, [...path, 'words'], `${locator} has ${splitWords(text).length} words, not ${words}`, 'correct the count');
  }
  for (const locator of article.keys())
    if (!(locator in data.passages))
      say(file, ['passages'], `${locator} of the article is missing`, 'add its fingerprint, and its statements');
  return Object.keys(data.passages).length;
}

function quotationsStand(content: Content, id: string, article: Article, say: Say): number {
  const { file, data } = ofEntry(content.ledgers, id);
  let count = 0;
  for (const [index, statement] of data.statements.entries()) {
    const path = ['statements', index];
    for (const [position, locator] of statement.at.entries())
      if (!article.has(locator))
        say(file, [...path, 'at', position], `s${statement.n}: the article has no ${locator}`, 'correct the locator');
    // What was withdrawn may have been withdrawn for its quotation.
    if (!isActive(statement)) continue;
    for (const [position, { words, at }] of statement.quotes.entries()) {
      count++;
      if (!stands(words, article.get(at)))
        say(file, [...path, 'quotes', position], `s${statement.n}: “${words}” does not stand in ${at}`, 'quote exactly, or use own words');
    }
  }
  return count;
}

function wordingsStand(content: Content, id: string, article: Article, say: Say): number {
  let compared = 0;
  for (const { file, data } of content.terms) {
    for (const [index, { entry, wording, at, count }] of data.uses.entries()) {
      if (entry !== id) continue;
      compared++;
      const times = at.reduce(
        (sum, locator) =>
          sum +
          alike(article.get(locator) ?? '')
            .toLowerCase()
            .split(alike(wording).toLowerCase()).length -
          1,
        0,
      );
      if (times !== count)
        say(
          file,
          ['uses', index, 'count'],
          `‘${wording}’ stands ${times} times in ${at.join(', ')}`,
          `write ${times}, or correct the locators`,
        );
    }
  }
  return compared;
}

/** Whether words stand in a text as they are, from word to word; a first letter may be of either case, marks of either shape. */
function stands(words: string, text = ''): boolean {
  const [quoted, passage] = [alike(words), alike(text)];
  const either = (letter: string) => [letter.toLowerCase(), letter.toUpperCase()];
  return either(quoted[0] ?? '').some((first) => wholeWords(passage, first + quoted.slice(1)));
}

function wholeWords(passage: string, quoted: string): boolean {
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = passage.indexOf(quoted); at >= 0; at = passage.indexOf(quoted, at + 1)) {
    const [before, first, last, after] = [passage[at - 1], quoted[0], quoted.at(-1), passage[at + quoted.length]];
    if (!(isWord(before) && isWord(first)) && !(isWord(last) && isWord(after))) return true;
  }
  return false;
}

/** Quotation marks and apostrophes in one shape. */
const alike = (text: string) => normalise(text).replace(/[’‘]/g, "'").replace(/[“”]/g, '"');

const ofEntry = <Name extends 'passages' | 'ledgers'>(files: ContentFile<Name>[], id: string) => files.find((each) => each.id === id)!;
