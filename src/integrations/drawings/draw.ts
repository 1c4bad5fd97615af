import type { RenderedImage } from '@resvg/resvg-js';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import { sha256 } from '../../editions/manifest.ts';
import type { Card } from '../../views/cards.ts';
import { FEATURES, type FontAxes, printFaces } from '../font-faces.ts';
import { cardSvg } from './card-svg.ts';
import { figureSvg } from './figure-svg.ts';
import { styleResolver } from './resolve-styles.ts';

/** The figures of a page: its HTML, and the name and files of each. */
export interface PageFigures {
  html: string;
  figures: { name: string; svg: string; png: string }[];
}

/** A font file to write: its source, all characters that it has, and the axes of a variable font that it keeps. */
export interface FontSubset {
  from: string;
  to: string;
  text: string;
  axes: FontAxes;
}

export type DrawJobs = { cards: Card[] } | { pages: PageFigures[] } | { subsets: FontSubset[] };

/** Drawn images, by a hash of what they are made from. Safe to delete. */
const CACHE = '.astro/drawings';

/** The width of figures, in pixels: two for each pixel of the drawing. */
const FIGURE_WIDTH = 2400;

// Draws images and subsets fonts in its own process. Reads jobs as JSON and prints a list: the images of cards, missing figures, or nothing.
const require = createRequire(import.meta.url);
const renderer = readFileSync(require.resolve('@resvg/resvg-js/package.json'), 'utf8');
mkdirSync(CACHE, { recursive: true });
process.stdout.write(JSON.stringify(await run((await json(process.stdin)) as DrawJobs)));

async function run(jobs: DrawJobs): Promise<string[]> {
  if ('cards' in jobs) return drawCards(jobs.cards);
  return 'pages' in jobs ? drawFigures(jobs.pages) : subsetFonts(jobs.subsets);
}

async function subsetFonts(subsets: readonly FontSubset[]): Promise<never[]> {
  const { default: subsetFont } = await import('subset-font');
  for (const { from, to, text, axes } of subsets) {
    const options = { targetFormat: 'woff2', keepFeatures: FEATURES, variationAxes: axes } as const;
    writeFileSync(to, await subsetFont(readFileSync(from), text, options));
  }
  return [];
}

async function drawCards(cards: readonly Card[]): Promise<string[]> {
  const images: string[] = [];
  for (const card of cards) images.push(await drawImage(cardSvg(card)));
  return images;
}

async function drawFigures(pages: readonly PageFigures[]): Promise<string[]> {
  const { parseHTML } = await import('linkedom');
  const missing: string[] = [];
  for (const { html, figures } of pages) {
    const { document } = parseHTML(html);
    const style = styleResolver(document);
    for (const { name, svg, png } of figures) {
      const figure = document.querySelector(`figure[data-figure="${name}"]`);
      if (!figure) {
        missing.push(name);
        continue;
      }
      const drawing = figureSvg(figure, style);
      writeFileSync(svg, drawing);
      copyFileSync(await drawImage(drawing, FIGURE_WIDTH), png);
    }
  }
  return missing;
}

/** Draws an image in the fonts of the site, unless it is in the cache. Returns its file. */
async function drawImage(drawing: string, width?: number): Promise<string> {
  const file = join(CACHE, `${sha256(`${renderer}${width} ${drawing}`)}.png`);
  if (existsSync(file)) return file;
  const { Resvg } = await import('@resvg/resvg-js');
  // The names of the instances are those of the variable fonts.
  const image = new Resvg(drawing.replaceAll('Source Sans 3', 'Source Sans 3 ExtraLight'), {
    ...(width && { fitTo: { mode: 'width', value: width } }),
    font: { loadSystemFonts: false, fontFiles: await fonts(drawing) },
  }).render();
  writeWhole(file, indexedPng(image) ?? image.asPng());
  // Frees the memory of the image, which the next one needs.
  await setImmediate();
  return file;
}

/** Returns the fonts of a drawing as files that resvg reads: TrueType, one for each weight. */
async function fonts(drawing: string): Promise<string[]> {
  const faces = printFaces.filter(
    ({ name, family, weight }) =>
      /^(?:(?:sans|serif)(?:-extended)?-\d+|italic)$/.test(name) &&
      drawing.includes(family) &&
      (weight === '400' || drawing.includes(`font-weight="${weight}"`)),
  );
  const files = faces.map((face) => ({ ...face, file: join(CACHE, `${face.name}.ttf`) }));
  for (const { from, always, covers, axes, file } of files.filter(({ file: font }) => !existsSync(font))) {
    const { default: subsetFont } = await import('subset-font');
    const text = String.fromCodePoint(
      ...Array.from({ length: 0x2212 }, (_, code) => code).filter((code) => covers.test(String.fromCodePoint(code))),
    );
    const options = { targetFormat: 'truetype', variationAxes: axes } as const;
    // The mark of dates that the editor inferred is in the extended file.
    writeWhole(file, await subsetFont(readFileSync(require.resolve(from)), `${text}${always}†`, options));
  }
  return files.map(({ file }) => file);
}

/** Writes a file that another build never reads in part. */
function writeWhole(file: string, content: Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Encodes an opaque image as PNG with a palette (PNG 3, 11.2.2), which takes a fourth of the time and half of the bytes. Returns undefined
 * if it has more than 256 colours.
 */
function indexedPng({ width, height, pixels }: RenderedImage): Buffer | undefined {
  const colors = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const indexes = new Map<number, number>();
  // Each row begins with its filter, 0: none.
  const rows = Buffer.alloc(height * (width + 1));
  let [last, index] = [NaN, 0];
  for (let y = 0; y < height; y++) {
    const [row, start] = [y * (width + 1) + 1, y * width];
    // Most rows of paper are like the row above.
    if (y > 0 && pixels.compare(pixels, (start - width) * 4, start * 4, start * 4, (start + width) * 4) === 0) {
      rows.copyWithin(row, row - width - 1, row - 1);
      continue;
    }
    for (let x = 0; x < width; x++) {
      const color = colors[start + x]!;
      if (color !== last) {
        last = color;
        index = indexes.get(color) ?? indexes.size;
        indexes.set(color, index);
      }
      rows[row + x] = index;
    }
    if (indexes.size > 256) return undefined;
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const palette = Buffer.from(Uint32Array.from(indexes.keys()).buffer).filter((_, byte) => byte % 4 !== 3);
  const chunks = { IHDR: header, PLTE: palette, IDAT: deflateSync(rows, { level: 3 }), IEND: Buffer.alloc(0) };
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, ...Object.entries(chunks).map(([type, data]) => pngChunk(type, data))]);
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
