import { stemmer } from 'stemmer';
import { foldText, removeAccents } from '../../text/matching.ts';

/** A word in the forms by which search compares it. To fold a text is to normalize it for that. */
export interface Word {
  /** In lower case, without accents. */
  plain: string;
  /** Normalized: lower case, without accents, katakana as hiragana. */
  folded: string;
  /** What its inflected forms have in common. */
  stem: string;
}

/**
 * Splits a text into words. Hyphens, dashes and dots separate words. `G-7` becomes `g7`, `Sakhalin2` becomes `sakhalin 2`,
 * `2,5` becomes `2.5`, and `%` becomes `percent`.
 */
export const tokenize = (text: string): Word[] => plainWords(text).map(toWord);

/** Splits a text into folded words, without stemming. */
export const foldWords = (text: string): string[] => plainWords(text).map(toHiragana);

/** The word for `%` and `per cent`. */
export const PERCENT = 'percent';

/** Puts spaces around signs that separate words without a space: dashes, slashes, colons. */
export const padPunctuation = (text: string) => text.replace(/[–—/・:]/g, ' $& ');

/** Removes such spaces, and those that elements of the page have left, from an excerpt for readers. */
export const unpadPunctuation = (text: string) =>
  text
    .replace(/ *([–—/]) */g, '$1')
    .replace(/ +(?=[.,:;?!”’)\]])/g, '')
    .replace(/([“‘([]) +/g, '$1');

/** Returns whether a folded word is too common to be searched for. */
export const isStopWord = (folded: string) => STOP_WORDS.has(folded);

/** Returns whether a folded word has kanji or kana, which are written without spaces between words. */
export const isCjk = (folded: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded);

/** Words by plain form. Most words of a text are repeated, and stemming is slow. */
const wordCache = new Map<string, Word>();

function toWord(plain: string): Word {
  let word = wordCache.get(plain);
  if (!word) {
    const folded = toHiragana(plain);
    word = { plain, folded, stem: stemOf(folded) };
    wordCache.set(plain, word);
  }
  return word;
}

function plainWords(text: string): string[] {
  const plain = removeAccents(foldText(text))
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll('.', '')} `)
    .replace(/'(?:s\b)?/g, '')
    .replace(/(?<![\p{L}\p{N}])([a-z])-?\s?(\d)(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/([a-z]{2,})(\d)/g, '$1 $2')
    .replace(/(\d),(?=\d{1,2}(?!\d))/g, '$1.')
    .replace(/%|\bper cent\b/g, ` ${PERCENT} `);
  return plain.match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}ー]+/gu) ?? [];
}

const toHiragana = (plain: string) => plain.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

function stemOf(folded: string): string {
  const number = NUMBER_WORDS.indexOf(folded);
  if (number >= 0) return String(number + 2);
  if (/^[a-z]+$/.test(folded)) {
    const stem = stemmer(toAmerican(folded));
    return stem.length < 3 ? folded : stem;
  }
  return /\p{Script=Cyrillic}/u.test(folded) ? russianStem(folded) : folded;
}

/** Replaces British spellings by American ones, so that both have the same stem. */
function toAmerican(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|al|able)?$/, 'or$1')
    .replace(/ence$/, 'ense');
}

/** Removes the longest case ending of a Russian word that leaves three letters or more. */
const russianStem = (word: string) => word.replace(RUSSIAN_ENDING, '');

const RUSSIAN_ENDING =
  /(?<=.{3})(?:иями|ями|ами|ией|иям|ием|иях|ого|его|ому|ему|ыми|ими|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ия|ии|ию|ие|ая|яя|ую|юю|ое|ее|ые|ым|им|ых|их|ыи|ии|ои|еи|а|у|о|ы|и|е|я|ю|э|ь)$/u;

/** Words for numbers, from two. */
const NUMBER_WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const STOP_WORDS = new Set(
  (
    'a an the of and or in on at to for by with from is are was were be been being it its this that these those as how what who whom whose ' +
    'which when where why did does do done has have had about into than then there their they them his her he she him we our i you your ' +
    'say says said tell tells told will would can could shall should may might must if so such also any some ' +
    'get gets getting got go goes going come comes came make makes made happen happens happened much many there because ' +
    'между и в во на о об с со к ко по из у за от для при против не нет ли это кто что где когда как какой какая какие почему зачем'
  ).split(' '),
);
