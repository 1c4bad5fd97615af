import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './bench-search/compare.ts';
import { growth } from './bench-search/growth.ts';
import { SLOW } from './bench-search/slow-link.ts';
import { startChromium } from './browser/chromium.ts';
import { refuseOptions } from './options.ts';

/**
 * Compares the search of the last build with Pagefind as it comes and with MiniSearch: quality on both halves of the queries,
 * bytes and time on a slow link. `--cpu 4` slows the processor down as well; `--growth` measures what they cost at 1, 10 and
 * 100 times the content instead, or at the sizes of `--times 1,10`, of all three or of `--only ours,minisearch`.
 */
const USAGE = 'usage: npm run bench:search [-- --cpu 4] [--growth [--times 1,10,100] [--only ours,pagefind,minisearch]]';

const asked = refuseOptions(USAGE, () => {
  const { values } = parseArgs({
    options: {
      growth: { type: 'boolean', default: false },
      times: { type: 'string', default: '1,10,100' },
      only: { type: 'string' },
      cpu: { type: 'string', default: '1' },
    },
  });
  return { ...values, times: values.times.split(',').map(Number), only: values.only?.split(','), slowdown: Number(values.cpu) };
});
if (asked) await bench(asked);

async function bench({ growth: grow, times, only, slowdown }: NonNullable<typeof asked>) {
  if (!existsSync('dist/search')) throw new Error('There is no build to measure: run npm run build first.');
  const room = mkdtempSync(join(tmpdir(), 'bench-search-'));
  const browser = await startChromium();
  try {
    const link = { ...SLOW, slowdown };
    if (grow) await growth(browser, room, times, link, only);
    else await compare(browser, room, link);
  } finally {
    await browser.close();
    rmSync(room, { recursive: true, force: true });
  }
}
