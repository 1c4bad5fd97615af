import { Resvg } from '@resvg/resvg-js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { json } from 'node:stream/consumers';
import satori from 'satori';
import { siteName } from '../config/site.ts';
import type { Card } from '../views/cards.ts';

/** Size in pixels: the one that Open Graph consumers expect. */
const [WIDTH, HEIGHT] = [1200, 630];

/** Font sizes of titles: up to how many characters, pixels. */
const SIZES = [
  [50, 92],
  [110, 68],
  [180, 54],
  [280, 44],
  [Infinity, 28],
] as const;

const require = createRequire(import.meta.url);
const font = (style: 'normal' | 'italic') => ({
  name: 'Source Serif 4',
  style,
  weight: 400 as const,
  data: readFileSync(require.resolve(`@fontsource/source-serif-4/files/source-serif-4-latin-400-${style}.woff`)),
});
// One array for all cards: satori caches parsed fonts by the identity of the array.
const fonts = [font('normal'), font('italic')];

// Runs in a separate process: reads a JSON list of cards, writes a JSON list of PNG images in base64.
const cards = (await json(process.stdin)) as Pick<Card, 'title' | 'line'>[];
const images: string[] = [];
for (const card of cards) images.push(Buffer.from(await drawCard(card)).toString('base64'));
process.stdout.write(JSON.stringify(images));

/** Draws a card as PNG. A longer title is smaller. */
async function drawCard({ title, line }: Pick<Card, 'title' | 'line'>): Promise<Uint8Array> {
  const column = { display: 'flex', flexDirection: 'column', boxSizing: 'border-box' };
  const mark = (background: string, borderRadius: number) => box({ width: 26, height: 26, marginRight: 18, background, borderRadius });
  const card = box(
    { ...column, width: WIDTH, height: HEIGHT, padding: 80, justifyContent: 'space-between', background: '#fdfcfa', color: '#1c1d1f' },
    box({ fontSize: 40, fontStyle: 'italic' }, siteName),
    box({ fontSize: SIZES.find(([length]) => title.length <= length)![1], lineHeight: 1.12 }, title),
    box({ display: 'flex', alignItems: 'center', fontSize: 30 }, mark('#a8321f', 13), mark('#23578c', 0), box({}, line)),
  );
  const svg = await satori(card, { width: WIDTH, height: HEIGHT, fonts });
  // satori converts text to paths: loading system fonts would take longer than drawing.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function box(style: Record<string, unknown>, ...children: unknown[]) {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}
