import { parseHTML } from 'linkedom';
import { removeInvisible } from '../../src/text/matching.ts';

/** The roles of blocks that are passages, with the letter of their locators. */
const LETTERS = { standfirst: 'p0', body: 'p', caption: 'c', note: 'n', related: 'r' } as const;
export const passageRoles = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

/** The roles of blocks that are not passages. */
export const otherRoles = ['title', 'outlet', 'byline', 'date', 'heading', 'furniture'] as const;

export type Role = (typeof passageRoles)[number] | (typeof otherRoles)[number];
export const roles: readonly Role[] = [...passageRoles, ...otherRoles];

/** A value that was found, and, if it is unsure, the reason. */
export interface Proposal {
  value: string;
  doubt?: string;
}

/** A block of an article with its proposed role and, if the role is unsure, the reason. A tab separates the cells of a table row. */
export interface Block {
  text: string;
  role: Role;
  doubt?: string;
}

/** What a saved article shows about itself. */
export interface Draft {
  blocks: Block[];
  title?: Proposal;
  authors: Authors;
  outlet?: Proposal;
  date?: DateProposal;
  language: Proposal;
  url?: string;
}

/** Names of authors, as printed. */
export interface Authors {
  names: string[];
  doubt?: string;
}

/** A date of publication. `edtf` is null if no year is printed. */
export interface DateProposal {
  edtf: string | null;
  wording: string;
  doubt?: string;
}

/** Returns the locator of each block; undefined if its role is not a passage. */
export function locatorsOf(blocks: readonly { role: Role }[]): (string | undefined)[] {
  const counts: Record<string, number> = {};
  return blocks.map(({ role }) => {
    const letter = role in LETTERS ? LETTERS[role as keyof typeof LETTERS] : undefined;
    return letter === 'p0' ? letter : letter && `${letter}${(counts[letter] = (counts[letter] ?? 0) + 1)}`;
  });
}

/** Returns passages by locator. Several standfirsts are joined. */
export function passagesOf(blocks: readonly Pick<Block, 'role' | 'text'>[]): Map<string, string> {
  const passages = new Map<string, string>();
  for (const [index, locator] of locatorsOf(blocks).entries()) {
    const { text } = blocks[index]!;
    if (locator) passages.set(locator, passages.has(locator) ? `${passages.get(locator)} ${text}` : text);
  }
  return passages;
}

/** Returns the first characters of a text without control characters. */
export const excerpt = (text: string, length: number) =>
  (text.length > length ? `${text.slice(0, length)}…` : text).replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cf}]/gu, '�');

/** Range of the widths to which texts are wrapped, in Latin characters (see `weight`). */
const [MIN_WIDTH, MAX_WIDTH] = [45, 140];

/** Removes invisible characters and decodes character references. */
export const cleanText = (text: string) =>
  removeInvisible(text).replace(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi,
    (reference) => parseHTML(`<p>${reference}</p>`).document.querySelector('p')!.textContent,
  );

/** Returns a text with single spaces. The cells of a table row remain separated by a tab. */
export const collapseSpaces = (text: string) =>
  text
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ *\t[ \t]*/g, '\t')
    .trim();

/**
 * Splits a text into blocks: at blank lines, and at line breaks that no wrapping explains. Lines of Japanese are joined without a
 * space. A hyphen at the end of a line is dropped only if the text contains the joined word elsewhere.
 *
 * @returns blocks without line breaks; `doubt` names hyphens that are kept
 */
export function splitBlocks(text: string): { text: string; doubt?: string }[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?!-\n)(?![\p{L}-])/gu));
  const paragraphs = text.split(/\n[^\S\n]*\n/).map((paragraph) => paragraph.split('\n').filter((line) => line.trim()));
  const breaks = paragraphs.flatMap((lines) => lines.slice(1).map((next, index) => isFull(lines[index]!, next, widthOf(lines))));
  // Only in a wrapped text does a paragraph continue after a line that ends as a sentence. A few short lines are tolerated.
  const isWrappedText = breaks.length > 1 && breaks.filter(Boolean).length >= breaks.length * 0.75;
  return paragraphs
    .flatMap((lines) => joinLines(lines, words, isWrappedText))
    .map(({ text: block, ...rest }) => ({ text: collapseSpaces(block), ...rest }));
}

/** Returns whether a block is a sentence, a list item or a row of a table. If it gets a role other than text, the role needs a doubt. */
export const looksLikeText = (text: string) => SENTENCE.test(text) || /^「.*」$/.test(text) || BULLET.test(text) || text.includes('\t');

/** Returns whether a block contains a sentence, or is as long as one. */
export const isProse = (text: string) =>
  weight(text) > 110 || (weight(text) >= 20 && (looksLikeText(text) || /[.!?…][”"»’)\]]*\s|[。！？]/.test(text)));

/** Returns the length in Latin or Cyrillic letters. A Japanese character counts as 2.5. */
export const weight = (text: string) => text.length + 1.5 * (text.match(/[\u3040-\u9fff]/g)?.length ?? 0);

/** The end of a sentence, or of a line that introduces one, at the end of a block. */
const SENTENCE = /[.!?:;。！？：；…][\]”"»’'‘“)）」』】]*$/;
const BULLET = /^(?:[•‣◦▪■●○◆◇・*＊–—-]\s*(?=\S)(?![*＊·•—–_=\-\s]*$)|\(?\d{1,3}[.)]\s)/;

/** A line without a letter or a digit, which only separates. */
export const SEPARATOR = /^[^\p{L}\p{N}]+$/u;

/** A heading of related articles, alone in its block. */
export const RELATED_HEADING =
  /^(?:related(?: (?:articles|stories|news|posts|content))?|read (?:also|more|next)|see also|more (?:on this|stories|news)|you may also like|recommended|most read|関連(?:記事|リンク|ニュース)|あわせて読みたい|おすすめ(?:記事)?|читайте также|(?:материалы )?по теме|похожие (?:материалы|новости)|ещё по теме|еще по теме)\s*[:：]?$/iu;

/** A whole block that is a button, a menu item or a counter of the site. */
const BUTTON = new RegExp(
  `^(?:${[
    '(?:accept|reject|allow)(?: all)?(?: cookies)?|manage preferences|skip to (?:main )?content|menu|home|search|sign (?:in|up|out)|log ?(?:in|out)|subscribe(?: now)?|register|share(?: this(?: article)?)?|tweet|print|e-?mail|copy link|follow us|advertisement|sponsored|listen(?: to this article)?|(?:read|load|show) more|(?:view|leave a|post a) comments?|comments?|(?:previous|next) (?:article|post)|back to top|all rights reserved|newsletter|download|facebook|twitter|x|telegram|whatsapp|linkedin|terms (?:of (?:use|service)|and conditions)|privacy(?: policy)?|cookie (?:policy|settings)|contact(?: us)?|about us',
    '\\d(?:[\\d.,]*\\d)?k? (?:comments?|shares?|likes?|views?)|\\d+ min(?:ute)?s? read|\\d+ (?:комментари\\p{L}+|просмотр\\p{L}*)|コメント\\s?\\d+(?:件)?|\\d+件のコメント',
    'ログイン|会員登録|新規登録|メニュー|検索|シェア|シェアする|広告|続きを読む|次の記事|前の記事|ページ(?:の)?トップ(?:へ)?|ホーム|印刷',
    'войти|вход|регистрация|подписаться|поделиться|реклама|меню|поиск|главная|комментарии|читать далее|принять|распечатать|версия для печати|наверх',
  ].join('|')})$`,
  'iu',
);

/** Words of blocks that look like something other than the body. Each is only a proposal. */
const LOOKS: [Role, string, RegExp][] = [
  ['caption', 'begins like a caption', /^\(?(?:photo|image|picture|figure|pictured)s?(?: caption| credit| by| courtesy(?: of)?)?\s*[:,/©=|]\s*|^(?:写真|画像|図)(?:説明)?\s*[=＝:：]|^(?:фото|снимок|иллюстрация)\s*[:：©/]/iu],
  ['caption', 'ends with the credit of a picture', /\b(?:photo(?:graph)?|image|picture)s?\s*[:©]\s*\S.{0,60}$/iu],
  ['note', 'begins like a note of the editors', /^(?:originally published|first published (?:in|by|on)|reprinted|republished|translated (?:by|from)|editor[’']?s note|about the author|the author is|a version of this (?:article|story)|this (?:article|report|piece|story) (?:was|is) (?:first|originally|updated|corrected)|(?:correction|disclaimer)\s*:|初出|著者紹介|筆者紹介|編集部注|об авторе|примечание редакции|от редакции|впервые опубликован|перевод\s*[:：])/iu],
  ['related', 'begins like a link to another article', /^(?:read (?:also|more|next)|see also|related|関連(?:記事)?|あわせて読みたい|читайте также|по теме)\s*[:：]\s*\S/iu],
  ['furniture', 'reads like a notice on cookies or privacy', /\b(?:we|us|our (?:site|website|partners)|(?:this|the) (?:web)?site) (?:and \S+ \S+ )?(?:uses?|store|value|set)\b.*\b(?:cookies?|privacy)\b|(?:当|本)(?:サイト|ウェブサイト).*(?:クッキー|Cookie)|(?:クッキー|Cookie)(?:の使用|を使用)|(?:сайт|мы) использу\p{L}+ (?:файлы )?(?:cookie|куки)/iu],
  ['furniture', 'reads like a paywall', /\b(?:(?:for|to) subscribers only|(?:already|become) a (?:subscriber|member)|to (?:continue|keep) reading|free articles? (?:left|remaining)|(?:choose|see) (?:a|your) plan|subscribe (?:now )?to (?:read|continue|unlock))\b|会員限定|有料会員|残り\d+文字|続きを読むには|только для подписчиков|чтобы (?:продолжить|читать) (?:чтение|далее|дальше)|оформите подписку|(?:бесплатн\p{L}+ стат\p{L}+)/iu],
  ['furniture', 'reads like a copyright notice', /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|無断(?:転載|複製)|все права защищены|ссылка (?:на \S+ )?обязательна/iu],
  ['furniture', 'reads like an advert of the site', /^(?:follow|join|download|get|subscribe|sign up|like|enter)\b.*\b(?:app|newsletters?|e-?mail|letter|channel|telegram|facebook|twitter|whatsapp|story|inbox)\b|^(?:подпис(?:ывайтесь|аться)|следите за|читайте нас|скачайте)(?!\p{L})|(?:アプリ|メールマガジン|メルマガ|ニュースレター).*(?:登録|ダウンロード|フォロー)/iu],
  ['furniture', 'reads like the credit of a picture', /^(?:getty images|reuters|ap photo|afp|epa|shutterstock|istock|alamy|tass|ria novosti|kyodo|jiji|ロイター|共同通信社|時事)(?:\s*[/|,]\s*\S.{0,40})?$/iu],
]; // prettier-ignore

/** Returns the role that the words of a block suggest, with the reason if it is unsure. */
export function proposeByWording(text: string): { role: Role; doubt?: string } | undefined {
  if (SEPARATOR.test(text) || BUTTON.test(text) || RELATED_HEADING.test(text) || /^https?:\/\/\S+$/.test(text))
    return { role: 'furniture' };
  if (text.length > 900) return undefined;
  const [role, doubt] = LOOKS.find(([, , pattern]) => pattern.test(text)) ?? [];
  if (!role) return undefined;
  // A copyright sign opens no sentence of an article.
  if (/^(?:©|\(c\)|copyright (?:©|\(c\)|\d))/i.test(text) && text.length < 80 && !looksLikeText(text)) return { role };
  return { role, doubt: doubt! };
}

function joinLines(lines: readonly string[], words: ReadonlySet<string>, isWrappedText: boolean): { text: string; doubt?: string }[] {
  const blocks: { text: string; doubt?: string }[] = [];
  const width = widthOf(lines);
  for (const [index, line] of lines.entries()) {
    const block = blocks.at(-1);
    if (!block || !isContinued(block.text, lines[index - 1]!, line, width, isWrappedText)) blocks.push({ text: line });
    else {
      const hyphen = /(\p{L}+)[-‐]$/u.exec(block.text.trimEnd());
      const [, rest = ''] = /^\s*(\p{L}*)/u.exec(line)!;
      if (!hyphen)
        block.text = block.text.trimEnd() + (/[\u3000-\u9fff\uff00-\uffef]$/.test(block.text.trimEnd()) ? '' : ' ') + line.trim();
      else {
        const [hyphened, joined] = [`${hyphen[1]}-${rest}`, `${hyphen[1]}${rest}`];
        const isJoined = words.has(joined.toLowerCase());
        if (isJoined === words.has(hyphened.toLowerCase()))
          block.doubt = [block.doubt, `"${hyphened}": the hyphen at the end of a line may belong to the word or not`]
            .filter(Boolean)
            .join(' · ');
        block.text = block.text.trimEnd().slice(0, isJoined ? -1 : undefined) + line.trim();
      }
    }
  }
  return blocks;
}

/** Returns whether a line continues a block and the line before it. @param width of the paragraph */
function isContinued(block: string, previous: string, next: string, width: number, isWrappedText: boolean): boolean {
  const [line, continued] = [previous.trim(), next.trim()];
  const isIndented = (text: string) => /^(?:\u3000|\t| {2,})/.test(text);
  if (/^\u3000/.test(next) || (isIndented(next) && !isIndented(previous))) return false;
  if (line.includes('\t') || continued.includes('\t') || BULLET.test(continued)) return false;
  // A lower-case letter begins no paragraph.
  if (/^\p{Ll}/u.test(continued) && (/\p{Ll}[-‐]$/u.test(line) || (weight(block) >= 20 && !SENTENCE.test(line)))) return true;
  const mayEnd = SENTENCE.test(line) && (!isWrappedText || isJapanese(continued));
  return !mayEnd && isFull(line, continued, width);
}

/** Returns the weight of the widest line. */
const widthOf = (lines: readonly string[]) => lines.reduce((widest, line) => Math.max(widest, weight(line.trim())), 0);

const isJapanese = (text: string) => /^[\u3040-\u9fff]/.test(text.trim());

/** Returns whether the first word of the next line did not fit into a line, in a paragraph of a width that texts are wrapped to. */
function isFull(line: string, next: string, width: number): boolean {
  // Rules of line breaking shorten a line of Japanese by up to two characters.
  const word = isJapanese(next) ? next.trim().slice(0, 1).repeat(3) : ` ${next.trim().split(/\s/, 1)[0]}`;
  return width >= MIN_WIDTH && width <= MAX_WIDTH && weight(line.trim()) + weight(word) > width;
}
