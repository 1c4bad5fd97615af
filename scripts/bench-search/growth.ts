import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { qualityOf } from '../search/quality.ts';
import { querySet } from '../search/query-set.ts';
import { barePagefind } from './bare-pagefind.ts';
import { askContender, serveContender } from './contender.ts';
import { COST, costOf, typed } from './cost.ts';
import { grown } from './grown.ts';
import { miniSearch } from './minisearch.ts';
import { builtSearch, ours } from './ours.ts';
import { progress } from './progress.ts';
import type { Link } from './slow-link.ts';
import { table } from './table.ts';

/**
 * Prints what the three searches cost at several times the content, and how well they still find in it what the Record holds.
 * The archives are generated, see `grown`; the rivals index the same text of the same pages. What was measured is said at once, too, so
 * that a run that is broken off is not lost.
 *
 * @param only the searches that are measured, `ours`, `pagefind`, `minisearch`: all, where none is named
 */
export async function growth(browser: Browser, room: string, times: readonly number[], link: Link, only: readonly string[] = []) {
  const record = builtSearch('dist');
  const queries = querySet('tuning')
    .filter(({ filters }) => Object.keys(filters).length === 0)
    .filter((_, index) => index % SAMPLE === 0);
  const rows: string[][] = [];
  for (const size of times) {
    const { catalogue, pages } = grown(record, size);
    const made = `${size}× (${pages.length} pages)`;
    const folder = (name: string) => join(room, `${name}-${size}`);
    const makers = {
      ours: (room: string) => ours(catalogue, pages, room),
      pagefind: (room: string) => barePagefind(pages, room),
      minisearch: (room: string) => miniSearch(catalogue, room),
    };
    for (const [short, make] of Object.entries(makers)) {
      if (only.length > 0 && !only.includes(short)) continue;
      progress(`${made} ${short}: making the index`);
      const contender = await make(folder(short));
      const served = await serveContender(contender);
      try {
        progress(`${made} ${short}: asking ${queries.length} queries`);
        const { hit1, hit5 } = qualityOf(await askContender(browser, contender, served.origin, queries));
        progress(`${made} ${short}: ${TYPED.length} first visits`);
        const [name, ...cost] = await costOf(browser, contender, served.origin, link, TYPED);
        rows.push([`${made} ${name}`, percent(hit1), percent(hit5), ...cost]);
        progress(rows.at(-1)!.join(' | '));
      } finally {
        await served.stop();
        rmSync(contender.folder, { recursive: true });
      }
    }
  }
  console.log(
    `\nGrowth: archives generated from the Record; one in ${SAMPLE} of the tuning half of the queries; first visits, ${typed(link, TYPED)}\n`,
  );
  console.log(table([COST[0]!, 'hit@1', 'hit@5', ...COST.slice(1)], rows));
}

/** One query in so many is asked. */
const SAMPLE = 4;

/** Fewer than at the Record’s own size, for each takes as long as its index is large. */
const TYPED = ['Zakharova', 'プーチン', 'golden age', '65 projects'];

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
