import { findQueryDate, type QueryDate } from './query-date.ts';
import { foldWords, isStopWord, tokenize, type Word } from './tokenizer.ts';

/** A parsed query. */
export interface Query {
  /** As typed, with single spaces and without spaces at the ends. */
  text: string;
  /** The words to search for, quoted ones included. Stop words are dropped unless there are no other words. */
  words: readonly Word[];
  /** Quoted phrases: words that must follow one another, and the phrase as typed. */
  phrases: readonly { words: readonly string[]; text: string }[];
  /** Whether the last word may be unfinished. */
  isPrefix: boolean;
  /** The date in the text, and the query without it. Absent if the text is only a number. */
  dated?: { date: QueryDate; rest: Query };
  /** The words without honorifics, if there are both. */
  withoutHonorifics?: readonly Word[];
}

/** Parses a query. A quotation mark that is not closed reaches to the end. */
export function parseQuery(typed: string): Query {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const phrases = [...text.matchAll(/["“”„«](.*?)(?:["“”»]|$)/g)]
    .map(([, phrase]) => ({ words: foldWords(phrase!), text: phrase! }))
    .filter(({ words }) => words.length > 0);
  const words = uniqueStems(withoutStopWords(tokenize(text.replace(JAPANESE_SUFFIX, '$1 $2 '))));
  const date = phrases.length > 0 || /^\d+$/.test(text) ? undefined : findQueryDate(text);
  const withoutHonorifics = words.filter((word) => !isHonorific(word));
  return {
    text,
    words,
    phrases,
    isPrefix: !/["“”»]$/.test(text) && !/\s$/.test(typed),
    ...(date && { dated: { date, rest: parseQuery(date.rest) } }),
    ...(withoutHonorifics.length > 0 && withoutHonorifics.length < words.length && { withoutHonorifics }),
  };
}

/** Returns the words without stop words, or all of them if there are only stop words. */
export function withoutStopWords(words: readonly Word[]): readonly Word[] {
  const others = words.filter(({ folded }) => !isStopWord(folded));
  return others.length > 0 ? others : words;
}

/** Returns whether a word is an office, a form of address or a nationality that people add to a name. */
export const isHonorific = ({ stem }: Pick<Word, 'stem'>) => HONORIFIC_STEMS.has(stem);

const uniqueStems = (words: readonly Word[]) =>
  words.filter(({ stem }, index) => words.findIndex((other) => other.stem === stem) === index);

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
  `([\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]{2,}?)(${JAPANESE_HONORIFICS.split(' ').join('|')})(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー])`,
  'gu',
);
