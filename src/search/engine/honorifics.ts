import { tokenize, type Word } from './tokenizer.ts';

/** Whether a word is an office, a form of address or a nationality, as it stands beside a name: the name decides, not the title. */
export const isHonorific = ({ stem }: Pick<Word, 'stem'>) => STEMS.has(stem);

/** Sets a Japanese title apart from the name that it is written to: `安倍首相` → `安倍 首相`. */
export const separateHonorifics = (text: string) => text.replace(JAPANESE_END, '$1 $2 ');

const LATIN_AND_CYRILLIC =
  'president prime minister premier foreign mr mrs ms dr prof professor sir former ex late chairman chairwoman chair speaker spokesperson ' +
  'spokesman spokeswoman secretary senator mp lawmaker politician leader chancellor expert scholar analyst author researcher ambassador ' +
  'diplomat vice deputy acting us american russian japanese italian british ' +
  'президент премьер министр иностранных дел господин госпожа экс бывший бывшая председатель спикер депутат представитель официальный ' +
  'пресс секретарь профессор доктор эксперт аналитик политик сенатор посол лидер японский российский американский ' +
  'san shi daitoryo shusho sori';

const JAPANESE =
  '元首相 前首相 総理大臣 総理 首相 元大統領 前大統領 次期大統領 大統領 外務大臣 元外相 前外相 外相 大臣 報道官 官房長官 国務長官 長官 議長 元議員 前議員 衆議院議員 参議院議員 議員 ' +
  '会長 理事長 総裁 党首 代表 教授 博士 研究員 大使 局長 女史 さん 様 氏';

const STEMS = new Set(tokenize(`${LATIN_AND_CYRILLIC} ${JAPANESE} 米 露 元 前 故`).map(({ stem }) => stem));

const JAPANESE_END = new RegExp(
  `([\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]{2,}?)(${JAPANESE.split(' ').join('|')})(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー])`,
  'gu',
);
