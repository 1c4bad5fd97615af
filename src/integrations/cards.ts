import type { AstroIntegration } from 'astro';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRecord } from '../loader/load-record.ts';
import { sha256 } from '../text/sha256.ts';
import { allCards, type Card } from '../views/cards.ts';
import { runScript } from './run-script.ts';

/** Drawn cards, by a hash of what they are made from. Safe to delete. */
const CACHE = '.astro/cards';

/**
 * Adds the images for link previews to a build: one for each section, and for each article, linked statement, actor, theme
 * and question. They are drawn while pages are rendered.
 */
export function cards(): AstroIntegration {
  let images: Promise<Map<string, Uint8Array>>;
  return {
    name: 'cards',
    hooks: {
      'astro:build:start'() {
        images = drawCards(allCards(loadRecord()));
        images.catch(() => undefined); // reported when it is awaited
      },
      async 'astro:build:done'({ dir }) {
        const folder = fileURLToPath(new URL('cards/', dir));
        mkdirSync(folder, { recursive: true });
        for (const [name, image] of await images) writeFileSync(join(folder, `${name}.png`), image);
      },
    },
  };
}

/** Returns the cards by name. Draws those that are not in the cache. */
async function drawCards(all: readonly Card[]): Promise<Map<string, Uint8Array>> {
  const cards = all.map((card) => ({ ...card, file: join(CACHE, `${sha256([CARD_INPUTS, card.title, card.line].join('\n'))}.png`) }));
  const missing = cards.filter(({ file }) => !existsSync(file));
  const input = missing.map(({ title, line }) => ({ title, line }));
  const drawn = missing.length > 0 ? (JSON.parse(await runScript(SCRIPT, input)) as string[]) : [];
  const images = new Map(missing.map(({ file }, index) => [file, Buffer.from(drawn[index]!, 'base64')]));
  for (const [file, image] of images) {
    try {
      mkdirSync(CACHE, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, image);
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // The next build draws the card again.
    }
  }
  return new Map(cards.map(({ name, file }) => [name, images.get(file) ?? readFileSync(file)]));
}

const SCRIPT = new URL('./draw-cards.ts', import.meta.url);

/** What all cards depend on: the code that draws them and the versions of its packages. */
const CARD_INPUTS = [
  SCRIPT,
  ...['satori', '@resvg/resvg-js', '@fontsource/source-serif-4'].map((name) => join('node_modules', name, 'package.json')),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
