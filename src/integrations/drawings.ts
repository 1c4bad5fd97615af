import type { AstroIntegrationLogger } from 'astro';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { figuresOf } from '../charts/figures.ts';
import type { TheRecord } from '../record/model.ts';
import { allCards } from '../views/cards.ts';
import { figurePath } from '../views/citing.ts';
import type { DrawJobs, FigureJob } from './drawings/draw.ts';
import { runScript } from './run-script.ts';

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

/** Writes the figures of the built pages as SVG and PNG. */
export async function drawFigures(folder: string, record: TheRecord, logger: AstroIntegrationLogger): Promise<void> {
  const registry = figuresOf(record);
  const figures = Object.entries(registry).map(([name, { page }]): FigureJob => ({
    name,
    page: join(folder, page, 'index.html'),
    svg: join(folder, figurePath(name, 'svg')),
    png: join(folder, figurePath(name, 'png')),
  }));
  mkdirSync(join(folder, 'figures'), { recursive: true });
  for (const name of await draw({ figures })) logger.warn(`no figure "${name}" on ${registry[name]!.page}: name it in its FigureFrame`);
}

const draw = async (jobs: DrawJobs) => JSON.parse(await runScript(new URL('./drawings/draw.ts', import.meta.url), jobs)) as string[];
