import { type PrintedDate, findDate } from './printed-date.ts';

/** The roles of blocks in a saved article. */
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
type WordingRole = Role | 'related-heading';

/** A block with its number in the text, from 1, and, if it is a passage, its locator. */
export interface Block {
  n: number;
  text: string;
  role: Role;
  locator?: string;
  /** Whether the user should check the role. */
  unsure: boolean;
}

/** A saved article with what its text shows about it. */
export interface ClassifiedArticle {
  blocks: Block[];
  title?: string;
  /** Names of the authors, as printed. */
  authors: string[];
  outlet?: string;
  date?: PrintedDate;
  /** BCP 47 tag, detected from the script. */
  language: 'en' | 'ja' | 'ru';
  /** Passages by locator, in the order of the article. */
  passages: Map<string, string>;
}

/** Minimum and maximum length of a line that was wrapped to a width, in characters. */
const MIN_WRAPPED_LINE = 45;
const MAX_WRAPPED_LINE = 130;

const LETTERS = { p: 'body', c: 'caption', n: 'note', r: 'related' } as const;

/**
 * Classifies the blocks of an article.
 *
 * @param chosenRoles roles set by the user, by number of the block
 */
export function classifyBlocks(text: string, chosenRoles: ReadonlyMap<number, Role> = new Map()): ClassifiedArticle {
  const texts = splitBlocks(text);
  const proposed = proposeRoles(texts);
  const counts = { p: 0, c: 0, n: 0, r: 0 };
  const blocks = texts.map((each, index): Block => {
    const n = index + 1;
    const role = chosenRoles.get(n) ?? proposed[index]!.role;
    const letter = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find((key) => LETTERS[key] === role);
    const locator = role === 'standfirst' ? 'p0' : letter && `${letter}${++counts[letter]}`;
    return { n, text: each, role, ...(locator && { locator }), unsure: !chosenRoles.has(n) && proposed[index]!.unsure };
  });
  const first = (role: Role) => blocks.find((block) => block.role === role)?.text;
  const authors = nameInByline(first('byline') ?? '').split(/\s*(?:,|;| and |、|・| и )\s*/);
  const date = findDate(first('date') ?? '') ?? findDate(blocks.find(({ locator }) => locator === 'p1')?.text.slice(0, 80) ?? '');
  const [title, outlet] = [first('title'), first('outlet')];
  return {
    blocks,
    ...(title && { title }),
    authors: authors.filter(Boolean),
    ...(outlet && { outlet }),
    ...(date && { date }),
    language: detectLanguage(text),
    passages: passagesOf(blocks),
  };
}

/** Returns passages by locator. Several standfirsts are joined. */
function passagesOf(blocks: readonly Block[]): Map<string, string> {
  const passages = new Map<string, string>();
  for (const { locator, text } of blocks)
    if (locator) passages.set(locator, passages.has(locator) ? `${passages.get(locator)} ${text}` : text);
  return passages;
}

/** Proposes a role for each block, from its words and its position. */
function proposeRoles(texts: readonly string[]): { role: Role; unsure: boolean }[] {
  const rolesByWording = texts.map((text) => detectRole(text));
  const firstBody = texts.findIndex((text, index) => rolesByWording[index] === undefined && isParagraph(text));
  const headEnd = firstBody < 0 ? texts.length : firstBody;
  const title = findTitle(texts, rolesByWording, headEnd);
  const isUndecided = (index: number) => index > title && index < headEnd && !rolesByWording[index];
  const nameLines = [...texts.keys()].filter((index) => isUndecided(index) && isNameLine(texts[index]!));
  const lastBody = texts.findLastIndex((text, index) => rolesByWording[index] === undefined && isParagraph(text));
  let relatedBegan = false;
  let footBegan = false;
  return texts.map((text, index) => {
    const roleByWording = rolesByWording[index];
    if (roleByWording === 'related-heading') {
      relatedBegan = true;
      return { role: 'furniture', unsure: false };
    }
    if (index === title) return { role: 'title', unsure: false };
    if (roleByWording === 'date') return { role: index < headEnd || index > lastBody ? 'date' : 'heading', unsure: false };
    if (relatedBegan && roleByWording === 'furniture' && (patterns.consent.test(text) || patterns.foot.test(text))) footBegan = true;
    // A note above the text may be the first paragraph.
    if (roleByWording) return { role: roleByWording, unsure: text.length > 160 && (roleByWording !== 'note' || index < headEnd) };
    if (footBegan && !isParagraph(text)) return { role: 'furniture', unsure: true };
    if (relatedBegan && !isParagraph(text)) return { role: 'related', unsure: false };
    if (relatedBegan) return { role: 'body', unsure: true };
    // A paragraph before the title may be the caption of a picture.
    if (index < title && isParagraph(text)) return { role: 'caption', unsure: true };
    if (title >= 0 && nameLines.includes(index)) return { role: index === nameLines[0] ? 'byline' : 'outlet', unsure: true };
    if (isSeparated(texts, index, title)) return { role: 'standfirst', unsure: false };
    if (isParagraph(text)) return { role: 'body', unsure: weight(text) < 40 };
    if (index < headEnd) {
      if (title >= 0 && index > title && weight(text) >= 60) return { role: 'standfirst', unsure: false };
      return isSiteName(texts, index) ? { role: 'outlet', unsure: false } : { role: 'furniture', unsure: index > title };
    }
    return { role: index < lastBody ? 'heading' : 'furniture', unsure: weight(text) >= 40 };
  });
}

/** Returns the role that the words of a block show, if any. The heading above related articles has a separate value. */
function detectRole(text: string): WordingRole | undefined {
  if (patterns.consent.test(text) && text.length < 900) return 'furniture';
  if (patterns.foot.test(text) && text.length < 160) return 'furniture';
  if (text.length < 60 && patterns.related.test(text)) return 'related-heading';
  if (text.length < 80 && patterns.furniture.test(text) && (text.length < 30 || !patterns.sentence.test(text))) return 'furniture';
  if (/^https?:\/\/\S+/.test(text)) return 'furniture';
  if (text.length < 120 && patterns.byline.test(text)) return 'byline';
  if (text.length < 600 && (patterns.caption.test(text) || patterns.credit.test(text))) return 'caption';
  if (text.length < 900 && patterns.note.test(text)) return 'note';
  if (isDateLine(text)) return 'date';
  return undefined;
}

/** Returns whether a date fills at least a third of a short line. */
function isDateLine(text: string): boolean {
  const length = text.length < 60 ? (findDate(text)?.wording.length ?? 0) : 0;
  return length > 0 && length * 3 >= text.length;
}

/** Returns the index of the first block above the body that may be a title, otherwise of one near the top, or -1. */
function findTitle(texts: readonly string[], rolesByWording: readonly (WordingRole | undefined)[], headEnd: number): number {
  const hasNoRole = (index: number) => rolesByWording[index] === undefined;
  const candidates = [...texts.keys()].filter((index) => index < headEnd && hasNoRole(index) && !isSiteName(texts, index));
  const isNearTop = (text: string, index: number) => index < 8 && hasNoRole(index) && !isParagraph(text) && weight(text) >= 20;
  return candidates.find((index) => weight(texts[index]!) >= 20) ?? candidates[0] ?? texts.findIndex(isNearTop);
}

/** Returns whether a short block is the name of the site: it occurs again, or in another short block (`© The Courier`). */
function isSiteName(texts: readonly string[], index: number): boolean {
  const text = texts[index]!;
  return (
    text.length < 60 &&
    texts.some((other, at) => at !== index && (other === text || (isNameLine(text) && other.length < 160 && other.includes(text))))
  );
}

/** Returns whether a line consists only of names, such as the authors or the outlet below a title. */
const isNameLine = (text: string) => /^(?:\p{Lu}[\p{L}.’'-]*(?: and |, | )?){2,8}$/u.test(text);

/** Returns whether a paragraph is between the title and a separator line, as a standfirst is. */
function isSeparated(texts: readonly string[], index: number, title: number): boolean {
  return title >= 0 && index > title && index <= title + 4 && /^[*＊·•—–_=\-\s]{3,}$/.test(texts[index + 1] ?? '');
}

/** Returns whether a block is a paragraph: it ends like a sentence, or is long. */
const isParagraph = (text: string) => (patterns.sentence.test(text) && weight(text) >= 20) || weight(text) >= 240;

/** Returns the length in Latin or Cyrillic letters. A Japanese character counts as 2.5. */
const weight = (text: string) => text.length + 1.5 * (text.match(/[\u3040-\u9fff]/g)?.length ?? 0);

/** Detects the language by the script of the letters. */
function detectLanguage(text: string): 'en' | 'ja' | 'ru' {
  const sample = text.slice(0, 20_000);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 2 > latin) return 'ja';
  return count(/\p{Script=Cyrillic}/gu) > latin ? 'ru' : 'en';
}

/**
 * Splits a text into blocks without line breaks: at blank lines, or at every line break of a text without blank lines. Lines of a paragraph that
 * were wrapped to a width are joined. Short lines (menus, lists) become separate blocks.
 */
export function splitBlocks(text: string): string[] {
  const paragraphs = text.trim().split(/\n[^\S\n]*\n\s*/);
  const blocks = paragraphs.length > 1 ? paragraphs.flatMap(joinWrappedLines) : text.split('\n');
  return blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

function joinWrappedLines(paragraph: string): string[] {
  const lines = paragraph.split('\n').map((line) => line.trim());
  const wrapped = lines.slice(0, -1).every(({ length }) => length >= MIN_WRAPPED_LINE && length <= MAX_WRAPPED_LINE);
  if (lines.length === 1 || !wrapped) return lines;
  // Japanese is joined without a space.
  return [lines.reduce((whole, line) => (/[\u3000-\u9fff\uff00-\uffef]$/.test(whole) ? whole + line : `${whole} ${line}`))];
}

/** Words in English, Japanese and Russian that show the role of a block. */
const patterns = {
  /** Notices on cookies and privacy, of any length. */
  consent:
    /\bcookies?\b|\bwe value your privacy\b|\b(?:privacy|cookie) (?:policy|settings|preferences)\b|クッキー|Cookie|個人情報|файл\S* cookie|\bкуки\b|персональных данных/i,
  /** Menus, buttons and calls to action: short texts about the site. */
  furniture:
    /^(?:[*＊·•—–_=\-\s]{3,}|(?:accept|reject|allow)(?: all)?|skip to|menu|home|search|sign (?:in|up)|log ?in|subscribe|register|share|tweet|print|e-?mail|copy link|follow us|advertisement|sponsored|no time to read|get a summary|listen|read more|load more|view comments|comments?\b|leave a|previous (?:article|post)|next (?:article|post)|back to top|tags?:|all rights reserved|©|\(c\)|newsletter|download|ログイン|会員登録|新規登録|メニュー|検索|シェア|広告|続きを読む|次の記事|前の記事|ページ(?:の)?トップ|無断転載|войти|вход|регистрация|подпис|поделиться|реклама|меню|поиск|главная|комментар|следующая|предыдущая|все права защищены|читать далее|принять)/i,
  /** The foot of a page: copyright and links, also if it reads like a sentence. */
  foot: /\ball rights reserved\b|^(?:©|\(c\)|copyright)\s*\d{4}|^(?:enter your e-?mail|sign up\b)|^(?:terms (?:of (?:use|service)|and conditions)|privacy|contact(?: us)?)$/i,
  byline:
    /^(?:by|text by|author|authors|written by|words by)\b[:\s]+\S|^(?:文|著者|執筆|筆者|記者)\s*[=＝:：]\s*\S|^(?:автор|авторы|текст)\s*[:：]\s*\S/i,
  caption:
    /^(?:photo|image|picture|caption|figure|pictured|credit)s?\b\s*[:©(.–—-]|^\(?(?:photo|image) (?:by|courtesy)|^(?:写真|画像|図)\s*[=＝:：]|^(?:фото|снимок|иллюстрация)\s*[:：©]/i,
  /** The credit of the photographer at the end of a caption. */
  credit: /\b(?:photo(?:graph)?|image|picture)s?\s*[:©]\s*\S.{0,60}$/i,
  note: /^(?:reprinted|republished|originally published|first published|translated (?:by|from)|editor[’']?s note|about the author|the author is|this (?:article|report) (?:was|is|first)|disclaimer|source:|note:|notes$)|^(?:本稿は|本記事は|初出|著者紹介|筆者紹介|翻訳|編集部注|出典)|^(?:перевод|об авторе|источник|примечание|впервые опубликован|редакция)/i,
  related:
    /^(?:related(?: (?:articles|stories|news|posts))?|read (?:also|more on|next)|see also|more (?:on|from|stories)|you may also like|recommended|most read|関連記事|関連リンク|あわせて読みたい|おすすめ|читайте также|по теме|похожие|ещё по теме|еще по теме)\s*[:：]?/iu,
  /** The end of a sentence at the end of a block. */
  sentence: /[.!?。！？…][”"»’')）」』\]]*$/,
};

/** Returns the name in a byline, without the place: `By A. Writer in Tokyo` → `A. Writer`. */
function nameInByline(text: string): string {
  return text
    .replace(/^(?:by|text by|authors?|written by|words by|文|著者|執筆|筆者|記者|авторы?|текст)\s*[=＝:：]?\s*/i, '')
    .replace(/ in \p{Lu}[\p{L} .’'-]*$/u, '')
    .trim();
}
