import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRecord } from '../loader/load-record.ts';
import { capitalize, numberToWords } from '../text/english.ts';

/** Cards of sections: the first segment of the path, and the title on the card. */
const SECTIONS = {
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

/** Drawn cards, by a hash of what they are made from. Safe to delete. */
const CACHE = '.astro/cards';

/**
 * Adds the images for link previews to a build: one for each section and each article.
 * Draws them before the pages are rendered, while the process uses little memory.
 */
export function cards(): AstroIntegration {
  const drawn = new Map<string, Uint8Array>();
  return {
    name: 'cards',
    hooks: {
      async 'astro:build:start'() {
        const articles = loadRecord().entries.map(({ id, data }) => [id, data.source.title] as const);
        const home = `${capitalize(numberToWords(articles.length))} articles, statement by statement`;
        for (const [name, title] of [['home', home] as const, ...Object.entries(SECTIONS), ...articles])
          drawn.set(name, await cachedCard(title));
      },
      'astro:build:done'({ dir }) {
        const folder = fileURLToPath(new URL('cards/', dir));
        mkdirSync(folder, { recursive: true });
        for (const [name, image] of drawn) writeFileSync(join(folder, `${name}.png`), image);
      },
    },
  };
}

async function cachedCard(title: string): Promise<Uint8Array> {
  const file = join(CACHE, `${createHash('sha256').update(CARD_INPUTS).update(title).digest('hex')}.png`);
  if (existsSync(file)) return readFileSync(file);
  const { drawCard } = await import('./draw-card.ts');
  const card = await drawCard(title);
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, card);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The next build draws the card again.
  }
  return card;
}

/** What all cards depend on: the code that draws them and the versions of its packages. */
const CARD_INPUTS = [
  new URL('./draw-card.ts', import.meta.url),
  ...['satori', '@resvg/resvg-js', '@fontsource/source-serif-4'].map((name) => join('node_modules', name, 'package.json')),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
