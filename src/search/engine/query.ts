import { removeInvisible, foldText, removeAccents } from '../../text/matching.ts';
import { findQueryDate, type QueryDate } from './query-date.ts';
import { isStopWord, tokenize, type Word } from './tokenizer.ts';

/** A parsed query. */
export interface Query {
  /** As typed, with single spaces and without spaces at the ends. */
  text: string;
  /** The words to search for, quoted ones included. Stop words are dropped unless there are no other words. */
  words: readonly Word[];
  /** Phrases in quotation marks, which results must have exactly. */
  phrases: readonly Phrase[];
  /** Whether it is worded as a question. */
  isQuestion: boolean;
  /** Whether the last word may be unfinished. */
  isPrefix: boolean;
  /** The date in the text, and the query without it. Absent if the text is only a number. */
  dated?: { date: QueryDate; rest: Query };
  /** The words without honorifics, if there are both. */
  withoutHonorifics?: readonly Word[];
}

/** Parses a query. */
export function parseQuery(typed: string): Query {
  const text = removeInvisible(typed).normalize('NFC').replace(/\s+/g, ' ').trim();
  const phrases = findPhrases(text);
  const words = uniqueStems(withoutStopWords(tokenize(splitJapanese(text).replace(JAPANESE_SUFFIX, '$1 $2 '))));
  const date = phrases.length > 0 || /^\d+$/.test(text) ? undefined : findQueryDate(text);
  const withoutHonorifics = words.filter((word) => !isHonorific(word));
  return {
    text,
    words,
    phrases,
    isQuestion: QUESTION.test(text),
    isPrefix: !/["“”»」』]$/.test(text) && !/\s$/.test(typed),
    ...(date && { dated: { date, rest: parseQuery(date.rest) } }),
    ...(withoutHonorifics.length > 0 && withoutHonorifics.length < words.length && { withoutHonorifics }),
  };
}

/** Returns a word as the reader typed it. */
export const typedForm = ({ text }: Pick<Query, 'text'>, { plain, folded }: Word) =>
  text.match(/[\p{L}\p{M}\p{N}ー]+/gu)?.find((typed) => tokenize(typed)[0]?.folded === folded) ?? plain;

/** Returns the words without stop words, or all of them if there are only stop words. */
export function withoutStopWords(words: readonly Word[]): readonly Word[] {
  const others = words.filter(({ folded }) => !isStopWord(folded));
  return others.length > 0 ? others : words;
}

/** Returns whether a word is an office, a form of address or a nationality that people add to a name. */
export const isHonorific = ({ stem }: Pick<Word, 'stem'>) => HONORIFIC_STEMS.has(stem);

/** How questions begin and end in English, Japanese and Russian. */
const QUESTION =
  /^(?:who|whose|whom|what|when|where|which|why|how|is|are|was|were|does|do|did|has|have|had|will|would|can|could|should)\s|^(?:кто|что|когда|где|какие|какой|как|почему|зачем|сколько)\s|\sли\s|なぜ|いつ|どう|どの|誰|か$|[?？]$/iu;

const JAPANESE_QUESTION_WORD = /なぜ|どうして|いつ|どのような|どの|どう|だれ|[誰何]/gu;
/** The endings of `する` after a noun, and of a question. */
const JAPANESE_ENDING =
  /(?<=\p{Script=Han})[しさす]\p{Script=Hiragana}+|(?:のですか|ですか|でしょうか|のか|(?<=[\p{Script=Han}るたすい])か)(?=[?？\s]|$)/gu;
/** Particles: `日本とロシア`, `条約の締結`. */
const JAPANESE_PARTICLE =
  /(?<=[\p{Script=Han}\p{Script=Katakana}\p{N}ー])(?:について|における|に関する|に対する|による|への|との|での|からの|とは|には|では|から|まで|より|[のとはがをにでへもや])(?=[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}\s]|$)/gu;

const HONORIFICS =
  'president prime minister premier foreign mr mrs ms dr prof professor sir former ex late chairman chairwoman chair speaker spokesperson ' +
  'spokesman spokeswoman secretary senator mp lawmaker politician leader chancellor expert scholar analyst author researcher ambassador ' +
  'diplomat vice deputy acting us american russian japanese italian british ' +
  'президент премьер министр иностранных дел господин госпожа экс бывший бывшая председатель спикер депутат представитель официальный ' +
  'пресс секретарь профессор доктор эксперт аналитик политик сенатор посол лидер японский российский американский ' +
  'san shi daitoryo shusho sori 米 露 元 前 故';

const JAPANESE_HONORIFICS =
  '元首相 前首相 総理大臣 総理 首相 元大統領 前大統領 次期大統領 大統領 外務大臣 元外相 前外相 外相 大臣 報道官 官房長官 国務長官 長官 議長 元議員 前議員 衆議院議員 参議院議員 議員 ' +
  '会長 理事長 総裁 党首 代表 教授 博士 研究員 大使 局長 女史 さん 様 氏';

const HONORIFIC_STEMS = new Set(tokenize(`${HONORIFICS} ${JAPANESE_HONORIFICS}`).map(({ stem }) => stem));

/** A Japanese name with an honorific that follows without a space: `安倍首相`. */
const JAPANESE_SUFFIX = new RegExp(
  `([\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]+?)(${JAPANESE_HONORIFICS.split(' ').join('|')})(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー])`,
  'gu',
);

/** Words, numbers and signs of which one must follow another. Each kanji and hiragana is one, since no space separates Japanese words. */
const TOKEN =
  /\p{N}+(?:[.,]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}]|[\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+|[%$€¥·]|(?<=\p{L})'(?=\p{L})/gu;

/** Returns a text in the form in which phrases are compared: case, accents and punctuation do not count, word forms and order do. */
export const toExactForm = (text: string) => ` ${(removeAccents(foldText(text)).toLowerCase().match(TOKEN) ?? []).join(' ')} `;

/** A phrase in quotation marks. */
export interface Phrase {
  /** As typed, without the marks. */
  text: string;
  /** Its exact form. */
  exact: string;
  /** Whether the closing mark is missing, so that the last word may be unfinished. */
  isOpen: boolean;
}

/** Returns whether a text in exact form has exactly the words of a phrase. */
export const hasPhrase = (exactText: string, { exact, isOpen }: Phrase) => exactText.includes(isOpen ? exact.trimEnd() : exact);

/** Returns a query with spaces for its quotation marks. */
export const withoutMarks = (text: string) => text.replace(/["“”„‟«»＂「」『』]/gu, ' ');

const QUOTED = /["“”„‟«»＂「『](.*?)(["“”‟«»＂」』]|$)/gu;

/**
 * Returns the phrases in quotation marks. A mark that is not closed reaches to the end. One word in «» is not a phrase: Russian puts names
 * in them.
 */
export const findPhrases = (text: string): Phrase[] =>
  [...text.matchAll(QUOTED)]
    .filter(([quoted]) => !/^«\S*»?$/.test(quoted))
    .map(([, phrase = '', end]) => ({ text: phrase, exact: toExactForm(phrase), isOpen: end === '' }))
    .filter(({ exact }) => exact.trim() !== '');

/** A web address, with or without its protocol: host, path, parameters. */
const ADDRESS = /^(?:https?:\/\/)?(?:(?:www|m|amp)\.)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?)(\/[^?#\s]*)(\?[^#\s]*)?(?:#\S*)?$/i;

/**
 * Returns the host, the path and the parameters of a web address: `https://www.tass.com/politics/1/amp?id=2#top` → `tass.com/politics/1?id=2`.
 * Returns undefined if the text is not a web address.
 */
export function normalizeAddress(text: string): string | undefined {
  const [, host, path = '', parameters = ''] = ADDRESS.exec(text) ?? [];
  if (host === undefined) return undefined;
  return (host + path.replace(/^\/amp(?=\/)|(?:\/amp|\/index\.html?|\.amp)?\/?$/gi, '')).toLowerCase() + parameters;
}

/** Returns whether a normalized address is another one, except for parameters that it adds: where readers found it, or in which form. */
export function isSameAddress(typed: string, address: string): boolean {
  const [[typedPath, typedParameters], [path, parameters]] = [typed.split('?'), address.split('?')];
  const added = typedParameters?.split('&') ?? [];
  return typedPath === path && (parameters?.split('&') ?? []).every((parameter) => added.includes(parameter));
}

const uniqueStems = (words: readonly Word[]) =>
  words.filter(({ stem }, index) => words.findIndex((other) => other.stem === stem) === index);

/** Puts spaces between the words of a Japanese phrase and removes what joins them: `日本はなぜ孤立しているか` → `日本 孤立`. */
const splitJapanese = (text: string) =>
  [JAPANESE_QUESTION_WORD, JAPANESE_ENDING, JAPANESE_PARTICLE].reduce((rest, glue) => rest.replace(glue, ' '), text);
