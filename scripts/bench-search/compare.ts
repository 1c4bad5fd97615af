import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { qualityOf, type Quality } from '../search/quality.ts';
import { querySet } from '../search/query-set.ts';
import { barePagefind, builtHtml } from './bare-pagefind.ts';
import { askContender, serveContender } from './contender.ts';
import { COST, costOf, TYPED, typed } from './cost.ts';
import { miniSearch } from './minisearch.ts';
import { builtSearch, ours } from './ours.ts';
import { progress } from './progress.ts';
import type { Link } from './slow-link.ts';
import { table } from './table.ts';

/** Prints quality and cost of the three searches over the last build. */
export async function compare(browser: Browser, room: string, link: Link) {
  const { catalogue, pages } = builtSearch('dist');
  progress(`making three indexes of ${pages.length} pages`);
  const contenders = [
    await ours(catalogue, pages, join(room, 'ours')),
    await barePagefind(builtHtml('dist'), join(room, 'pagefind')),
    await miniSearch(catalogue, join(room, 'minisearch')),
  ];
  const quality: string[][] = [];
  const cost: string[][] = [];
  for (const contender of contenders) {
    const served = await serveContender(contender);
    try {
      for (const half of ['tuning', 'held back'] as const) {
        progress(`${contender.name}: asking the ${half} half`);
        const asked = await askContender(browser, contender, served.origin, querySet(half));
        const plain = asked.filter(({ query }) => Object.keys(query.filters).length === 0);
        quality.push([contender.name, half, ...said(qualityOf(plain)), ...(contender.filters ? said(qualityOf(asked)) : ['–', '–', '–'])]);
      }
      progress(`${contender.name}: ${TYPED.length} first visits`);
      cost.push(await costOf(browser, contender, served.origin, link, TYPED));
    } finally {
      await served.stop();
    }
  }
  console.log('\nQuality, without the queries that filter and with them\n');
  console.log(table(['search', 'half', 'hit@1', 'hit@5', 'MRR', 'all: hit@1', 'hit@5', 'MRR'], quality));
  console.log(`\nFirst visits, ${typed(link, TYPED)}\n`);
  console.log(table(COST, cost));
}

function said({ hit1, hit5, mrr }: Quality): string[] {
  return [`${(hit1 * 100).toFixed(1)} %`, `${(hit5 * 100).toFixed(1)} %`, mrr.toFixed(3)];
}
