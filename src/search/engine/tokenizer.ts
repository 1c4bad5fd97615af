import { stemmer } from 'stemmer';

/** A word of a text as search compares it. */
export interface Word {
  /** In lower case and without accents. */
  plain: string;
  /** The same with kana as hiragana. */
  folded: string;
  /** What its inflected forms have in common. */
  stem: string;
}

/** The words of a text, in order. Hyphens, dashes and dots part words; `G-7` and `Sakhalin2` become `g7` and `sakhalin 2`. */
export const tokenize = (text: string): Word[] => plainWords(text).map(wordOf);

/** The words of a text without their stems. */
export const foldWords = (text: string): string[] => plainWords(text).map(asHiragana);

/** Words met before: most of a text are, and stems take their time. */
const met = new Map<string, Word>();

function wordOf(plain: string): Word {
  let word = met.get(plain);
  if (!word) {
    const folded = asHiragana(plain);
    word = { plain, folded, stem: stemOf(folded) };
    met.set(plain, word);
  }
  return word;
}

function plainWords(text: string): string[] {
  const plain = withoutAccents(text)
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll('.', '')} `)
    .replace(/['’](?:s\b)?/g, '')
    .replace(/(?<![\p{L}\p{N}])([a-z])[-‐‑–]?\s?(\d)(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/([a-z]{2,})(\d)/g, '$1 $2');
  return plain.match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}ー]+/gu) ?? [];
}

/** A text with spaces around the signs that part words though nothing else does: dashes, slashes, colons. */
export const padPunctuation = (text: string) => text.replace(/[–—/・:]/g, ' $& ');

/** Whether a word carries no meaning of its own in a question. */
export const isStopWord = (folded: string) => STOP_WORDS.has(folded);

/** Whether a word is written without spaces between words: kanji and kana. */
export const isCjk = (folded: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded);

const withoutAccents = (text: string) => (/^\p{ASCII}*$/u.test(text) ? text.toLowerCase() : decomposed(text));

const decomposed = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

const asHiragana = (plain: string) => plain.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

function stemOf(folded: string): string {
  const number = NUMBERS.indexOf(folded);
  if (number >= 0) return String(number + 2);
  if (/^[a-z]+$/.test(folded)) {
    const stem = stemmer(american(folded));
    return stem.length < 3 ? folded : stem;
  }
  return /\p{Script=Cyrillic}/u.test(folded) ? russianStem(folded) : folded;
}

/** British and American spelling made one. */
function american(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|al|able)?$/, 'or$1')
    .replace(/ence$/, 'ense');
}

/** A Russian word without the endings of its cases. */
function russianStem(word: string): string {
  return word.length < 4 ? word : word.replace(RUSSIAN_ENDING, (ending, at: number) => (at >= 3 ? '' : ending.slice(3 - at)));
}

const RUSSIAN_ENDING =
  /(?:иями|ями|ами|ией|иям|ием|иях|ого|его|ому|ему|ыми|ими|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ия|ии|ию|ие|ая|яя|ую|юю|ое|ее|ые|ым|им|ых|их|ыи|ии|ои|еи|а|у|о|ы|и|е|я|ю|э|ь)$/u;

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const STOP_WORDS = new Set(
  (
    'a an the of and or in on at to for by with from is are was were be been being it its this that these those as how what who whom whose ' +
    'which when where why did does do done has have had about into than then there their they them his her he she him we our i you your ' +
    'say says said tell tells told will would can could shall should may might must if so such also any some между и в на о об с к по из у за от для'
  ).split(' '),
);
