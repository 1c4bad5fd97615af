import type { AstroIntegrationLogger } from 'astro';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../charts/figures.ts';
import type { TheRecord } from '../record/model.ts';
import { allCards } from '../views/cards.ts';
import { figurePath } from '../views/citing.ts';
import { trimPage } from './pages.ts';
import { draw } from './drawings/run-draw.ts';

/**
 * Draws the images for link previews: one for each section, and for each article, linked statement, actor, theme and question. Returns a
 * function that writes them into a built site.
 */
export async function drawCards(record: TheRecord): Promise<(folder: string) => void> {
  const cards = allCards(record);
  const files = await draw({ cards });
  return (folder) => {
    mkdirSync(join(folder, 'cards'), { recursive: true });
    for (const [index, { name }] of cards.entries()) copyFileSync(files[index]!, join(folder, 'cards', `${name}.png`));
  };
}

/** Writes the figures of the rendered pages as SVG and PNG. Reads the pages before it returns. */
export async function drawFigures(folder: string, record: TheRecord, logger: AstroIntegrationLogger): Promise<void> {
  const registry = figuresOf(record);
  const pages = [...Map.groupBy(Object.keys(registry), (name) => registry[name]!.page)].map(([page, names]) => ({
    // No script adds elements to a figure.
    html: trimPage(readFileSync(join(folder, page, 'index.html'), 'utf8'), new Set()),
    figures: names.map((name) => ({ name, svg: join(folder, figurePath(name, 'svg')), png: join(folder, figurePath(name, 'png')) })),
  }));
  mkdirSync(join(folder, 'figures'), { recursive: true });
  for (const name of await draw({ pages })) logger.warn(`no figure "${name}" on ${registry[name]!.page}: name it in its FigureFrame`);
}
