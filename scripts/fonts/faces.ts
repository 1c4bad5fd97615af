/** A typeface file of the edition: where it comes from and which characters of the content it is for. */
export interface Face {
  /** File name without extension. */
  name: string;
  family: string;
  style: 'normal' | 'italic';
  /** File inside `node_modules`. */
  from: string;
  /** The weights kept, of a variable face. */
  weights?: { min: number; max: number };
  /** Which of the characters in use belong to it. */
  takes: RegExp;
  /** The same as a `unicode-range`: short, since it stands in every page. */
  range: string;
  /** Characters it has whatever the content holds. */
  always: string;
}

const LATIN = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
const PUNCTUATION = '\u00a0‘’“”–—…·×°§†•−№«»¿¡©½¼¾ªº';
const ACCENTED = Array.from({ length: 0x100 - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index)).join('');
const CYRILLIC = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя';

const latin = {
  takes: /[\u0020-\u00ff\u2000-\u206f\u2116\u2212]/u,
  range: 'U+20-FF,U+2000-206F,U+2116,U+2212',
  always: LATIN + PUNCTUATION + ACCENTED,
};
const extended = { takes: /[\u0100-\u02ff\u1e00-\u1eff]/u, range: 'U+100-2FF,U+1E00-1EFF', always: 'ŌōŪūĀāĒēĪī' };
const cyrillic = { takes: /[\u0400-\u04ff]/u, range: 'U+400-4FF', always: CYRILLIC };
const text = { min: 400, max: 650 };

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3';

/** Everything the edition is set in. Order matters: of two faces of one family the browser takes the later where ranges overlap. */
export const faces: readonly Face[] = [
  {
    name: 'serif',
    family: 'Source Serif 4',
    style: 'normal',
    from: `${serif}-latin-wght-normal.woff2`,
    weights: text,
    ...latin,
  },
  {
    name: 'serif-italic',
    family: 'Source Serif 4',
    style: 'italic',
    from: `${serif}-latin-wght-italic.woff2`,
    weights: text,
    ...latin,
  },
  {
    name: 'serif-extended',
    family: 'Source Serif 4',
    style: 'normal',
    from: `${serif}-latin-ext-wght-normal.woff2`,
    weights: text,
    ...extended,
  },
  {
    name: 'serif-cyrillic',
    family: 'Source Serif 4',
    style: 'normal',
    from: `${serif}-cyrillic-wght-normal.woff2`,
    weights: text,
    ...cyrillic,
  },
  {
    name: 'sans',
    family: 'Source Sans 3',
    style: 'normal',
    from: `${sans}-latin-wght-normal.woff2`,
    weights: text,
    ...latin,
  },
  {
    name: 'sans-extended',
    family: 'Source Sans 3',
    style: 'normal',
    from: `${sans}-latin-ext-wght-normal.woff2`,
    weights: text,
    ...extended,
  },
  {
    name: 'sans-cyrillic',
    family: 'Source Sans 3',
    style: 'normal',
    from: `${sans}-cyrillic-wght-normal.woff2`,
    weights: text,
    ...cyrillic,
  },
  {
    name: 'japanese',
    family: 'Noto Serif JP',
    style: 'normal',
    from: '@fontsource/noto-serif-jp/files/noto-serif-jp-japanese-400-normal.woff2',
    takes: /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u,
    range: 'U+3000-30FF,U+3400-9FFF,U+FF00-FFEF',
    always: '・ー',
  },
];
