import { Resvg } from '@resvg/resvg-js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import satori from 'satori';
import { diskCache } from '../build/disk-cache.ts';

const WIDTH = 1200;
const HEIGHT = 630;

/** The cards of pages that are not an article's: what stands in the address's first part, and the words on the card. */
const sections: Record<string, string> = {
  home: 'Five articles, statement by statement',
  entries: 'The articles',
  timeline: 'Timeline',
  events: 'Events',
  actors: 'Actors',
  themes: 'Themes',
  compare: 'Questions and sources',
  forecasts: 'Forecasts',
  terms: 'Terms',
  places: 'Places',
  network: 'Network',
  search: 'Search and index',
  about: 'About the Record',
  cite: 'How to cite',
  changes: 'Editions and changes',
  data: 'Data',
};

/**
 * Draws a picture for link previews, one a section and one an article, into a folder.
 *
 * @param articles id and title of each
 */
export async function renderCards(folder: string, articles: Iterable<readonly [string, string]>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, title] of [...Object.entries(sections), ...articles]) {
    writeFileSync(join(folder, `${name}.png`), await diskCache([...made, title], () => card(title)));
    // The memory of a drawing is not V8's: it does not see that it should be given back, and gives it back between turns of the event loop.
    globalThis.gc?.({ type: 'minor' });
    await turn();
  }
}

const require = createRequire(import.meta.url);
const face = (style: 'normal' | 'italic') => ({
  name: 'Source Serif 4',
  style,
  weight: 400 as const,
  data: readFileSync(require.resolve(`@fontsource/source-serif-4/files/source-serif-4-latin-400-${style}.woff`)),
});

/** What a card depends on besides its title. */
const made = [
  readFileSync(new URL(import.meta.url), 'utf8'),
  ...['satori', '@resvg/resvg-js', '@fontsource/source-serif-4'].map(
    (name) => (JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version,
  ),
];

// satori reads a face anew for each list that it is given.
const faces = [face('normal'), face('italic')];

async function card(title: string): Promise<Uint8Array> {
  const column = { display: 'flex', flexDirection: 'column', boxSizing: 'border-box' };
  const mark = (background: string, borderRadius: number) => box({ width: 26, height: 26, marginRight: 18, background, borderRadius });
  const picture = box(
    { ...column, width: WIDTH, height: HEIGHT, padding: 80, justifyContent: 'space-between', background: '#fdfcfa', color: '#1c1d1f' },
    box({ fontSize: 40, fontStyle: 'italic' }, 'The Japan–Russia Record'),
    box({ fontSize: title.length > 50 ? 68 : 92, lineHeight: 1.12 }, title),
    box(
      { display: 'flex', alignItems: 'center', fontSize: 30 },
      mark('#a8321f', 13),
      mark('#23578c', 0),
      box({}, 'Every statement traced to its paragraph'),
    ),
  );
  const svg = await satori(picture as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts: faces,
  });
  // Words come as outlines: looking for the system's fonts would take longer than drawing.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function box(style: Record<string, unknown>, ...children: unknown[]) {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}
