import { parseHTML } from 'linkedom';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { sha256 } from '../../text/sha256.ts';
import { fontFaces } from '../font-faces.ts';
import { figureSvg } from './figure-svg.ts';

/** A figure to write: its name, the built page, and the files. */
export interface FigureJob {
  name: string;
  page: string;
  svg: string;
  png: string;
}

/** Drawn images, by a hash of what they are made from. Safe to delete. */
const CACHE = '.astro/drawings';

/** The width of the images, in pixels: two for each pixel of the figure. */
const IMAGE_WIDTH = 2400;

// Runs in a separate process: reads a JSON list of figures, writes their files, and prints a JSON list of those that their page lacks.
const require = createRequire(import.meta.url);
const renderer = readFileSync(require.resolve('@resvg/resvg-js/package.json'), 'utf8') + IMAGE_WIDTH;
const missing: string[] = [];
for (const [path, jobs] of Map.groupBy((await json(process.stdin)) as FigureJob[], ({ page }) => page)) {
  const { document } = parseHTML(readFileSync(path, 'utf8'));
  for (const { name, svg, png } of jobs) {
    const figure = document.querySelector(`figure[data-figure="${name}"]`);
    if (!figure) {
      missing.push(name);
      continue;
    }
    const drawing = figureSvg(document, figure);
    writeFileSync(svg, drawing);
    const cached = join(CACHE, `${sha256(renderer + drawing)}.png`);
    if (!existsSync(cached)) {
      mkdirSync(CACHE, { recursive: true });
      writeFileSync(`${cached}.${process.pid}`, await drawImage(drawing));
      renameSync(`${cached}.${process.pid}`, cached);
    }
    copyFileSync(cached, png);
  }
}
process.stdout.write(JSON.stringify(missing));

/** Draws an image in the fonts of the site. */
async function drawImage(drawing: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: await fonts() };
  // The names of the instances are those of the variable fonts.
  return new Resvg(drawing.replaceAll('Source Sans 3', 'Source Sans 3 ExtraLight'), { fitTo: { mode: 'width', value: IMAGE_WIDTH }, font })
    .render()
    .asPng();
}

/** Returns the fonts as files that resvg reads: TrueType, one for each weight. */
async function fonts(): Promise<string[]> {
  const { default: subsetFont } = await import('subset-font');
  const faces = fontFaces.filter(({ name }) => /^(?:sans|serif)(?:-extended)?$/.test(name));
  const jobs = faces.flatMap((face) => [400, 600].map((wght) => ({ ...face, wght, file: join(CACHE, `${face.name}-${wght}.ttf`) })));
  for (const { from, always, covers, axes, wght, file } of jobs.filter(({ file: font }) => !existsSync(font))) {
    const text = String.fromCodePoint(
      ...Array.from({ length: 0x2212 }, (_, code) => code).filter((code) => covers.test(String.fromCodePoint(code))),
    );
    const options = { targetFormat: 'truetype', variationAxes: { ...axes, wght } } as const;
    // The mark of dates that the editor inferred is in the extended file.
    writeFileSync(file, await subsetFont(readFileSync(require.resolve(from)), `${text}${always}†`, options));
  }
  return jobs.map(({ file }) => file);
}
