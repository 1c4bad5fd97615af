import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../loader/errors.ts';
import { FEATURES, fontFaces, type FontFace } from './font-faces.ts';
import type { FontSubset } from './drawings/draw.ts';
import { draw } from './drawings/run-draw.ts';

const FOLDER = '.fonts';

/** Files whose characters a page may show: the content and the site's own texts. */
const SHOWN = ['content/**/*.{mdx,yaml}', 'src/**/*.astro', 'src/{charts,citations,config,dates,layouts,text,views}/**/*.ts'];
/** Content that is searched but never shown. */
const SEARCHED_FILE = 'content/concepts.yaml';
const SEARCHED_FIELD = /^variants:.*\n(?:[ -].*\n)*/m;

/** Subsets the fonts to the characters in use and writes them to `.fonts`, with `fonts.css`. Reuses them while nothing changes. */
export function fonts(): AstroIntegration {
  let written: Promise<number>;
  return {
    name: 'fonts',
    hooks: {
      async 'astro:config:setup'({ command }) {
        written = writeFonts();
        // A build needs the fonts only when it bundles the styles: until then they are subset on another core.
        if (command === 'build') written.catch(() => undefined);
        else await written;
      },
      async 'astro:build:start'() {
        await written;
      },
      async 'astro:build:done'({ dir }) {
        const [faces, files] = [await written, globSync('_assets/*.woff2', { cwd: fileURLToPath(dir) }).length];
        if (files < faces)
          throw new UserError(
            `the build has ${files} of ${faces} fonts`,
            'move the project to a folder whose path has only letters and digits',
          );
      },
    },
  };
}

/** Writes the fonts and returns their number. */
export async function writeFonts(folder = FOLDER, all = fontFaces): Promise<number> {
  const fontFile = ({ name }: FontFace) => join(folder, `${name}.woff2`);
  const characters = shownCharacters();
  // Faces without characters are omitted: their files would be identical, and so would the hashes that name them.
  const faces = all.map((face) => ({ face, text: subsetText(face, characters) })).filter(({ text }) => text !== '');
  const css = faces.map(({ face }) => fontFaceRule(face)).join('\n');
  const files = [...faces.map(({ face }) => fontFile(face)), join(folder, 'fonts.css')];
  const inputs = JSON.stringify([FEATURES, faces, css]);
  const key = join(folder, 'key');
  if (existsSync(key) && readFileSync(key, 'utf8') === cacheKey(inputs, files)) return faces.length;

  mkdirSync(folder, { recursive: true });
  const require = createRequire(import.meta.url);
  const subsets: FontSubset[] = faces.map(({ face, text }) => ({
    from: require.resolve(face.from),
    to: fontFile(face),
    text,
    axes: face.axes,
  }));
  await draw({ subsets });
  writeFileSync(join(folder, 'fonts.css'), css);
  writeFileSync(key, cacheKey(inputs, files));
  return faces.length;
}

/** Returns a hash of the inputs and of the files made from them, so that damaged files are written again. */
function cacheKey(inputs: string, files: readonly string[]): string {
  const hash = createHash('sha256').update(inputs);
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : 'missing');
  return hash.digest('hex');
}

function shownCharacters(): string[] {
  const files = globSync(SHOWN).filter((path) => path.replaceAll('\\', '/') !== SEARCHED_FILE);
  return [...new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').replace(SEARCHED_FIELD, '')]))];
}

function subsetText({ covers, always }: FontFace, characters: readonly string[]): string {
  return [...new Set([...always, ...characters.filter((character) => covers.test(character))])].toSorted().join('');
}

/** Returns the `@font-face` rule of a font. With `swap`, text shows at once in a system font of the same measures (fallback-fonts.css). */
function fontFaceRule({ name, family, style, weight, range }: FontFace): string {
  const variant = `${style === 'italic' ? 'font-style:italic;' : ''}${weight === '400' ? '' : `font-weight:${weight};`}`;
  return `@font-face{unicode-range:${range};font-family:'${family}';${variant}font-display:swap;src:url('./${name}.woff2') format('woff2')}`;
}
