import type { AstroIntegration } from 'astro';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figuresOf } from '../charts/figures.ts';
import { loadRecord } from '../loader/load-record.ts';
import { figurePath } from '../views/citing.ts';
import type { FigureJob } from './figures/draw-figures.ts';
import { runScript } from './run-script.ts';

/** Writes the figures of the built pages as SVG and PNG, in another process. */
export function figures(): AstroIntegration {
  return {
    name: 'figures',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        const folder = fileURLToPath(dir);
        const registry = figuresOf(loadRecord());
        const jobs = Object.entries(registry).map(([name, { page }]): FigureJob => ({
          name,
          page: join(folder, page, 'index.html'),
          svg: join(folder, figurePath(name, 'svg')),
          png: join(folder, figurePath(name, 'png')),
        }));
        mkdirSync(join(folder, 'figures'), { recursive: true });
        const missing = JSON.parse(await runScript(new URL('./figures/draw-figures.ts', import.meta.url), jobs)) as string[];
        for (const name of missing) logger.warn(`no figure "${name}" on ${registry[name]!.page}: name it in its FigureFrame`);
      },
    },
  };
}
