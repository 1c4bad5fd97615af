import { splitBlocks } from './blocks.ts';
import { findDate, type PrintedDate } from './printed-date.ts';
import { nameInByline, patterns } from './patterns.ts';

/** What a block of a saved article is. */
export const roles = [
  'title',
  'outlet',
  'byline',
  'date',
  'standfirst',
  'body',
  'heading',
  'caption',
  'note',
  'related',
  'furniture',
] as const;

export type Role = (typeof roles)[number];

/** A block with its number in the text, from 1, and, where it can be cited, its locator. */
export interface Block {
  n: number;
  text: string;
  role: Role;
  locator?: string;
  /** Whether a person had better look. */
  unsure: boolean;
}

/** A saved article taken apart, as well as can be told from the text alone. */
export interface ClassifiedArticle {
  blocks: Block[];
  title?: string;
  /** Names of the authors, as printed. */
  authors: string[];
  outlet?: string;
  date?: PrintedDate;
  /** BCP 47, by the script of the letters. */
  language: 'en' | 'ja' | 'ru';
  /** Passages by locator, in the order of the article. */
  passages: Map<string, string>;
}

const LETTERS = { p: 'body', c: 'caption', n: 'note', r: 'related' } as const;

/**
 * Proposes what each block of an article is.
 *
 * @param set roles that a person has given, by number of the block
 */
export function classifyBlocks(text: string, set: ReadonlyMap<number, Role> = new Map()): ClassifiedArticle {
  const texts = splitBlocks(text);
  const proposed = propose(texts);
  const counts = { p: 0, c: 0, n: 0, r: 0 };
  const blocks = texts.map((each, index): Block => {
    const n = index + 1;
    const role = set.get(n) ?? proposed[index]!.role;
    const letter = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find((key) => LETTERS[key] === role);
    const locator = role === 'standfirst' ? 'p0' : letter && `${letter}${++counts[letter]}`;
    return { n, text: each, role, ...(locator && { locator }), unsure: !set.has(n) && proposed[index]!.unsure };
  });
  const first = (role: Role) => blocks.find((block) => block.role === role)?.text;
  const byline = first('byline');
  const date = findDate(first('date') ?? '') ?? findDate(blocks.find(({ locator }) => locator === 'p1')?.text.slice(0, 80) ?? '');
  const [title, outlet] = [first('title'), first('outlet')];
  return {
    blocks,
    ...(title && { title }),
    authors: byline
      ? nameInByline(byline)
          .split(/\s*(?:,|;| and |、|・| и )\s*/)
          .filter(Boolean)
      : [],
    ...(outlet && { outlet }),
    ...(date && { date }),
    language: languageOf(text),
    passages: passagesOf(blocks),
  };
}

/** Passages by locator; several standfirsts are one. */
function passagesOf(blocks: readonly Block[]): Map<string, string> {
  const passages = new Map<string, string>();
  for (const { locator, text } of blocks)
    if (locator) passages.set(locator, passages.has(locator) ? `${passages.get(locator)} ${text}` : text);
  return passages;
}

function propose(texts: readonly string[]): { role: Role; unsure: boolean }[] {
  const shown = texts.map((text) => plainRole(text));
  const firstBody = texts.findIndex((text, index) => shown[index] === undefined && isParagraph(text));
  const head = firstBody < 0 ? texts.length : firstBody;
  const above = titleAmong(texts, shown, head);
  // Where text comes first, it may be the caption of a picture above the title.
  const title =
    above >= 0 ? above : texts.findIndex((text, index) => index < 8 && !shown[index] && !isParagraph(text) && weight(text) >= 20);
  const names = texts.flatMap((text, index) => (index > title && index < head && !shown[index] && isNameLine(text) ? [index] : []));
  const lastBody = texts.findLastIndex((text, index) => shown[index] === undefined && isParagraph(text));
  let related = false;
  /** Whether what stands below the related articles is the foot of the page. */
  let ended = false;
  return texts.map((text, index) => {
    const plain = shown[index];
    if (plain === 'related') {
      related = true;
      return { role: 'furniture', unsure: false };
    }
    if (index === title) return { role: 'title', unsure: false };
    if (plain === 'date') return { role: index < head || index > lastBody ? 'date' : 'heading', unsure: false };
    if (related && plain === 'furniture' && (patterns.consent.test(text) || patterns.foot.test(text))) ended = true;
    // Above the text, what reads like a note may be its first paragraph.
    if (plain) return { role: plain, unsure: text.length > 160 && (plain !== 'note' || index < head) };
    if (ended && !isParagraph(text)) return { role: 'furniture', unsure: true };
    if (related && !isParagraph(text)) return { role: 'related', unsure: false };
    if (related) return { role: 'body', unsure: true };
    if (index < title && isParagraph(text)) return { role: 'caption', unsure: true };
    if (title >= 0 && names.includes(index)) return { role: index === names[0] ? 'byline' : 'outlet', unsure: true };
    if (isSeparated(texts, index, title)) return { role: 'standfirst', unsure: false };
    if (isParagraph(text)) return { role: 'body', unsure: weight(text) < 40 };
    if (index < head) {
      if (title >= 0 && index > title && weight(text) >= 60) return { role: 'standfirst', unsure: false };
      return isSiteName(texts, index) ? { role: 'outlet', unsure: false } : { role: 'furniture', unsure: index > title };
    }
    return { role: index < lastBody ? 'heading' : 'furniture', unsure: weight(text) >= 40 };
  });
}

/** What a block shows by its own words to be; undefined where it does not. `related` is the heading above related articles. */
function plainRole(text: string): Role | undefined {
  if (patterns.consent.test(text) && text.length < 900) return 'furniture';
  if (patterns.foot.test(text) && text.length < 160) return 'furniture';
  if (text.length < 60 && patterns.related.test(text)) return 'related';
  if (text.length < 80 && patterns.furniture.test(text) && (text.length < 30 || !patterns.sentence.test(text))) return 'furniture';
  if (/^https?:\/\/\S+/.test(text)) return 'furniture';
  if (text.length < 120 && patterns.byline.test(text)) return 'byline';
  if (text.length < 600 && (patterns.caption.test(text) || patterns.credit.test(text))) return 'caption';
  if (text.length < 900 && patterns.note.test(text)) return 'note';
  if (isDateLine(text)) return 'date';
  return undefined;
}

/** A short line of which a date is a good part. */
function isDateLine(text: string): boolean {
  const length = text.length < 60 ? (findDate(text)?.wording.length ?? 0) : 0;
  return length > 0 && length * 3 >= text.length;
}

/** The first block of the head that reads like a title: some words, not the name of the site. */
function titleAmong(texts: readonly string[], shown: readonly (Role | undefined)[], head: number): number {
  const may = [...texts.keys()].filter((index) => index < head && shown[index] === undefined && !isSiteName(texts, index));
  return may.find((index) => weight(texts[index]!) >= 20) ?? may[0] ?? -1;
}

/** Whether a short block is the name of the site: it stands twice, or again in another short block (`© The Courier`). */
function isSiteName(texts: readonly string[], index: number): boolean {
  const text = texts[index]!;
  return (
    text.length < 60 &&
    texts.some((other, at) => at !== index && (other === text || (isNameLine(text) && other.length < 160 && other.includes(text))))
  );
}

/** A line of names alone, as below a title: the authors, then the outlet. */
const isNameLine = (text: string) => /^(?:\p{Lu}[\p{L}.’'-]*(?: and |, | )?){2,8}$/u.test(text);

/** Whether a paragraph stands between the title and a line of marks: so a standfirst is set apart. */
function isSeparated(texts: readonly string[], index: number, title: number): boolean {
  return title >= 0 && index > title && index <= title + 4 && /^[*＊·•—–_=\-\s]{3,}$/.test(texts[index + 1] ?? '');
}

/** A paragraph of the text: it ends as a sentence does, or is long. */
const isParagraph = (text: string) => (patterns.sentence.test(text) && weight(text) >= 20) || weight(text) >= 240;

/** Length in letters of the Latin or Cyrillic alphabet: a Japanese character says as much as two or three. */
const weight = (text: string) => text.length + 1.5 * (text.match(/[\u3040-\u9fff]/g)?.length ?? 0);

function languageOf(text: string): 'en' | 'ja' | 'ru' {
  const sample = text.slice(0, 20_000);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 2 > latin) return 'ja';
  return count(/\p{Script=Cyrillic}/gu) > latin ? 'ru' : 'en';
}
