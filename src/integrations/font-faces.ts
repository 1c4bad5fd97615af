/** OpenType features that the styles use. */
export const FEATURES = ['kern', 'liga', 'onum', 'lnum', 'pnum', 'tnum'];

/** A font file of the site: its source, and the characters that it covers. */
export interface FontFace {
  /** File name without extension. */
  name: string;
  family: string;
  style: 'normal' | 'italic';
  weight: 400 | 600;
  /** File inside `node_modules`. */
  from: string;
  /** Whether the source has all weights. */
  variable: boolean;
  /** Matches the characters that it covers. */
  covers: RegExp;
  /** The same as a `unicode-range`. Short, because every page contains it. */
  range: string;
  /** Characters that it includes even if the content does not use them. */
  always: string;
}

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');

const latin = {
  covers: /[\u0020-\u00ff\u2000-\u206f\u2116\u2212]/u,
  range: 'U+20-FF,U+2000-206F,U+2116,U+2212',
  always: `${ASCII}\u00a0‘’“”–—…`,
};
const extended = { covers: /[\u0100-\u02ff\u1e00-\u1eff]/u, range: 'U+100-2FF,U+1E00-1EFF', always: 'ŌōŪū' };
const cyrillic = { covers: /[\u0400-\u04ff]/u, range: 'U+400-4FF', always: '' };

const serif = { family: 'Source Serif 4', style: 'normal', weight: 400, variable: true } as const;
const sans = { family: 'Source Sans 3', style: 'normal', weight: 400, variable: true } as const;
const japanese = {
  family: 'Noto Serif JP',
  style: 'normal',
  weight: 400,
  variable: false,
  from: '@fontsource/noto-serif-jp/files/noto-serif-jp-japanese-400-normal.woff2',
} as const;
const serifFile = (subset: string) => `@fontsource-variable/source-serif-4/files/source-serif-4-${subset}.woff2`;
const sansFile = (subset: string) => `@fontsource-variable/source-sans-3/files/source-sans-3-${subset}.woff2`;

/**
 * All fonts of the site, one file for each weight: two are smaller than one variable font, and the first screen needs only one.
 * Japanese is split so that a name in kana loads no ideographs, and a short name often only half of them.
 */
export const fontFaces: readonly FontFace[] = [
  { name: 'serif', ...serif, from: serifFile('latin-wght-normal'), ...latin },
  { name: 'serif-bold', ...serif, weight: 600, from: serifFile('latin-wght-normal'), ...latin },
  { name: 'serif-italic', ...serif, style: 'italic', from: serifFile('latin-wght-italic'), ...latin },
  { name: 'serif-extended', ...serif, from: serifFile('latin-ext-wght-normal'), ...extended },
  { name: 'serif-extended-bold', ...serif, weight: 600, from: serifFile('latin-ext-wght-normal'), ...extended },
  { name: 'serif-cyrillic', ...serif, from: serifFile('cyrillic-wght-normal'), ...cyrillic },
  { name: 'serif-cyrillic-bold', ...serif, weight: 600, from: serifFile('cyrillic-wght-normal'), ...cyrillic },
  { name: 'sans', ...sans, from: sansFile('latin-wght-normal'), ...latin },
  { name: 'sans-bold', ...sans, weight: 600, from: sansFile('latin-wght-normal'), ...latin },
  { name: 'sans-extended', ...sans, from: sansFile('latin-ext-wght-normal'), ...extended },
  { name: 'sans-cyrillic', ...sans, from: sansFile('cyrillic-wght-normal'), ...cyrillic },
  { name: 'hiragana', ...japanese, covers: /[\u3000-\u309f]/u, range: 'U+3000-309F', always: '' },
  { name: 'katakana', ...japanese, covers: /[\u30a0-\u30ff]/u, range: 'U+30A0-30FF', always: '・ー' },
  { name: 'kanji-1', ...japanese, covers: /[\u3400-\u66ff]/u, range: 'U+3400-66FF', always: '' },
  { name: 'kanji-2', ...japanese, covers: /[\u6700-\u9fff\uff00-\uffef]/u, range: 'U+6700-9FFF,U+FF00-FFEF', always: '' },
];
