/** OpenType features that pages use. Figures are lining and of equal width: the files have no others. */
export const FEATURES = ['kern', 'liga'];

/** Axes of a variable font that a file keeps: a value, or a range. */
export interface FontAxes {
  wght?: number | { min: number; max: number };
  opsz?: number;
}

/** A font file of the site: its source, and the characters that it covers. */
export interface FontFace {
  /** File name without extension. */
  name: string;
  family: string;
  style: 'normal' | 'italic';
  /** Weights, as `font-weight` of `@font-face`. */
  weight: '400' | '600' | '400 600';
  /** File inside `node_modules`. */
  from: string;
  axes: FontAxes;
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
/** Letters, digits and punctuation of titles. Other characters of a title are in the cut for text. */
const titles = {
  covers: /[ !"$%&'(),\-./\d:;?A-Za-z‘’“”–]/u,
  range: 'U+20-22,U+24-29,U+2C-3B,U+3F,U+41-5A,U+61-7A,U+2013,U+2018-201D',
  always: '',
};

const weights = { weight: '400 600', wght: { min: 400, max: 600 } } as const;
const serif = { family: 'Source Serif 4', style: 'normal', weight: weights.weight, axes: { wght: weights.wght } } as const;
const italic = { ...serif, style: 'italic', weight: '400' } as const;
const sans = { ...serif, family: 'Source Sans 3' } as const;
const japanese = {
  family: 'Noto Serif JP',
  style: 'normal',
  weight: '400',
  axes: {},
  from: '@fontsource/noto-serif-jp/files/noto-serif-jp-japanese-400-normal.woff2',
} as const;
const serifFile = (subset: string) => `@fontsource-variable/source-serif-4/files/source-serif-4-${subset}.woff2`;
const sansFile = (subset: string) => `@fontsource-variable/source-sans-3/files/source-sans-3-${subset}.woff2`;

/**
 * All fonts of the site. A page in English loads at most four: text and italics at the optical size of text, titles at theirs, sans.
 * One file with the axes of weight and optical size would be half as large again as the files for text and titles together.
 * Japanese is split so that a name in kana loads no ideographs, and a short name often only half of them.
 */
export const fontFaces: readonly FontFace[] = [
  { name: 'serif', ...serif, from: serifFile('latin-opsz-normal'), ...latin, axes: { ...serif.axes, opsz: 18 } },
  {
    name: 'display',
    ...serif,
    family: 'Source Serif 4 Display',
    weight: '400',
    from: serifFile('latin-opsz-normal'),
    ...titles,
    axes: { wght: 400, opsz: 44 },
  },
  { name: 'italic', ...italic, from: serifFile('latin-opsz-italic'), ...latin, axes: { wght: 400, opsz: 18 } },
  { name: 'italic-extended', ...italic, from: serifFile('latin-ext-wght-italic'), ...extended, axes: { wght: 400 } },
  { name: 'serif-extended', ...serif, from: serifFile('latin-ext-wght-normal'), ...extended },
  { name: 'serif-cyrillic', ...serif, from: serifFile('cyrillic-wght-normal'), ...cyrillic },
  { name: 'sans', ...sans, from: sansFile('latin-wght-normal'), ...latin },
  { name: 'sans-extended', ...sans, from: sansFile('latin-ext-wght-normal'), ...extended },
  { name: 'sans-cyrillic', ...sans, from: sansFile('cyrillic-wght-normal'), ...cyrillic },
  { name: 'hiragana', ...japanese, covers: /[\u3000-\u309f]/u, range: 'U+3000-309F', always: '' },
  { name: 'katakana', ...japanese, covers: /[\u30a0-\u30ff]/u, range: 'U+30A0-30FF', always: '・ー' },
  { name: 'kanji-1', ...japanese, covers: /[\u3400-\u66ff]/u, range: 'U+3400-66FF', always: '' },
  { name: 'kanji-2', ...japanese, covers: /[\u6700-\u9fff\uff00-\uffef]/u, range: 'U+6700-9FFF,U+FF00-FFEF', always: '' },
];

/** The fonts for paper: one file for each weight, since Chromium embeds a variable font as drawings of its letters. */
export const printFaces: readonly FontFace[] = fontFaces.flatMap((face) =>
  typeof face.axes.wght === 'object'
    ? ([400, 600] as const).map((wght) => ({
        ...face,
        name: `${face.name}-${wght}`,
        weight: `${wght}` as const,
        axes: { ...face.axes, wght },
      }))
    : face,
);
