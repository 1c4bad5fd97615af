import { siteName } from '../../config/site.ts';
import type { Card } from '../../views/cards.ts';
import { place, textBlock } from './figure-svg.ts';

/** Size in pixels: the one that Open Graph consumers expect. */
const [WIDTH, HEIGHT] = [1200, 630];
const PADDING = 80;

/** Font sizes of titles: up to how many characters, pixels. */
const SIZES = [
  [50, 92],
  [110, 68],
  [180, 54],
  [280, 44],
  [Infinity, 28],
] as const;

/** Draws a card as SVG: the name of the site at the top, the title in the middle, marks and line at the bottom. A longer title is smaller. */
export function cardSvg({ title, line }: Pick<Card, 'title' | 'line'>): string {
  const size = SIZES.find(([length]) => title.length <= length)![1];
  const width = WIDTH - 2 * PADDING;
  const name = textBlock(siteName, 'font-style="italic"', 40, width);
  const heading = textBlock(title, '', size, width, 1.12);
  const foot = textBlock(line, '', 30, width - 88);
  const bottom = HEIGHT - PADDING - foot.height;
  // The first baseline is one em below the top of a block: lines in the middle are a little higher.
  const middle = (PADDING + name.height + bottom - heading.height) / 2 - size / 10;
  const y = HEIGHT - PADDING - foot.height / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Source Serif 4" fill="#1c1d1f">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcfa"/>`,
    place(PADDING, PADDING - 2, name),
    place(PADDING, middle, heading),
    `<circle cx="${PADDING + 13}" cy="${y}" r="13" fill="#a8321f"/><path d="M${PADDING + 44} ${y - 13}h26v26h-26z" fill="#23578c"/>`,
    place(PADDING + 88, bottom, foot),
    '</svg>',
  ].join('');
}
