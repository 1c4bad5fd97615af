import type { AstroIntegration } from 'astro';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createFontStack } from '@capsizecss/core';
import arial from '@capsizecss/metrics/arial';
import georgia from '@capsizecss/metrics/georgia';
import sourceSans3 from '@capsizecss/metrics/sourceSans3';
import sourceSerif4 from '@capsizecss/metrics/sourceSerif4';
import timesNewRoman from '@capsizecss/metrics/timesNewRoman';
import subsetFont from 'subset-font';
import { fontFaces, type FontFace } from './font-faces.ts';
import { sha256 } from '../text/sha256.ts';

const FOLDER = '.fonts';
/** OpenType features that the styles ask for. */
const FEATURES = ['kern', 'liga', 'onum', 'lnum', 'pnum', 'tnum'];

/** Files whose characters may stand in a page: the content, and the site's own words. */
const SHOWN = ['content/**/*.{mdx,yaml}', 'src/**/*.astro', 'src/{charts,citations,config,dates,layouts,text,views}/**/*.ts'];
/** Content that is searched and never shown: words that readers type, and those by which a theme or a term is found. */
const SEARCHED = 'content/concepts.yaml';
const SEARCHED_FIELD = /^variants:.*\n(?:[ -].*\n)*/m;

/** Fonts of the same measures under other names, as Linux and ChromeOS have them. */
const METRIC_TWINS = { 'Times New Roman': ['Liberation Serif', 'Tinos'], Arial: ['Liberation Sans', 'Arimo'], Georgia: ['Gelasio'] };

/** Before anything is built or served: cuts the typefaces to the characters in use and writes `.fonts/fonts.css`. */
export function fonts(): AstroIntegration {
  return { name: 'font-faces', hooks: { 'astro:config:setup': cutFonts } };
}

async function cutFonts(): Promise<void> {
  const characters = shownCharacters();
  const require = createRequire(import.meta.url);
  // A face without a character is left out: two such files would be the same, and take one another's name by chance.
  const cuts = fontFaces
    .map((face) => ({ face, file: require.resolve(face.from), text: textFor(face, characters) }))
    .filter(({ text }) => text !== '');
  const rules = cuts.map(({ face }) => rule(face));
  const key = sha256(JSON.stringify([FEATURES, cuts, rules, fallbacks()]));
  const done = join(FOLDER, 'key');
  if (existsSync(done) && readFileSync(done, 'utf8') === seal(key)) return;

  mkdirSync(FOLDER, { recursive: true });
  for (const { face, file, text } of cuts) {
    const cut = await subsetFont(readFileSync(file), text, {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      ...(face.variable && { variationAxes: { wght: face.weight } }),
    });
    writeFileSync(join(FOLDER, `${face.name}.woff2`), cut);
  }
  writeFileSync(join(FOLDER, 'fonts.css'), [fallbacks(), ...rules].join('\n'));
  writeFileSync(done, seal(key));
}

/** What was asked for, and a hash of what is in the folder: files that were cut off, changed or lost are seen, and cut anew. */
function seal(key: string): string {
  const hashes = [...fontFaces.map(({ name }) => `${name}.woff2`), 'fonts.css'].map((file) => {
    const path = join(FOLDER, file);
    return existsSync(path) ? sha256(readFileSync(path)) : 'none';
  });
  return sha256([key, ...hashes].join());
}

/** Every character that a page may show. */
function shownCharacters(): Set<string> {
  const characters = new Set<string>();
  for (const file of globSync(SHOWN).filter((path) => path.replaceAll('\\', '/') !== SEARCHED)) {
    for (const character of readFileSync(file, 'utf8').replace(SEARCHED_FIELD, '')) characters.add(character);
  }
  return characters;
}

function textFor({ takes, always }: FontFace, characters: ReadonlySet<string>): string {
  const taken = [...characters].filter((character) => takes.test(character));
  return [...new Set([...always, ...taken])].toSorted().join('');
}

/** A face is used where it is there at once, from the cache or a quick line; it never moves text that is being read. */
function rule({ name, family, style, weight, range }: FontFace): string {
  const cut = `${style === 'italic' ? 'font-style:italic;' : ''}${weight === 400 ? '' : `font-weight:${weight};`}`;
  return `@font-face{unicode-range:${range};font-family:'${family}';${cut}font-display:optional;src:url('./${name}.woff2') format('woff2')}`;
}

/** System faces scaled to the same widths and heights, so that nothing moves when the real ones arrive; the serif in bold and italic too, which no page waits for. */
function fallbacks(): string {
  const serif = withTwins(createFontStack([sourceSerif4, georgia, timesNewRoman]).fontFaces);
  const sans = withTwins(createFontStack([sourceSans3, arial]).fontFaces);
  return [serif, inCut(serif, 'Bold', 'font-weight: 600'), inCut(serif, 'Italic', 'font-style: italic'), sans].join('\n');
}

function withTwins(css: string): string {
  return Object.entries(METRIC_TWINS).reduce(
    (text, [font, twins]) => text.replaceAll(`local('${font}')`, [font, ...twins].map((name) => `local('${name}')`).join(', ')),
    css,
  );
}

/** The same faces in another cut, by their full names: a browser that finds none makes one up out of the upright. */
function inCut(css: string, cut: string, declaration: string): string {
  return css
    .replace(/, local\('\w+PSMT'\)/g, '')
    .replace(/local\('([^']+)'\)/g, `local('$1 ${cut}')`)
    .replaceAll('@font-face {', `@font-face {\n  ${declaration};`);
}
