import { readFileSync } from 'node:fs';
import { startChromium } from '../browser/chromium.ts';
import { serveBuild } from '../browser/serve-build.ts';

/**
 * Prints, as JSON, how long searches of the build in this folder take in a real browser, in milliseconds: each asks for the twenty
 * pages that the search page shows. Words come from an article's ledger, common ones and rare ones.
 */
const words = [
  ...new Set(readFileSync('content/entries/entry-1/statements.yaml', 'utf8').match(/(?<=text: )[A-Z][a-z]+|\b[a-z]{5,}\b(?=\.)/g)),
].slice(0, 24);

const served = await serveBuild();
const browser = await startChromium();
try {
  const page = await browser.newPage();
  await page.goto(`${served.origin}/search/`);
  const times = await page.evaluate(
    `(async () => {
      const began = performance.now();
      const pagefind = await import('/pagefind/pagefind.js');
      await pagefind.init();
      const times = [];
      for (const word of ${JSON.stringify(words)}) {
        const start = performance.now();
        const { results } = await pagefind.search(word);
        await Promise.all(results.slice(0, 20).map((result) => result.data()));
        times.push(performance.now() - start);
      }
      return { ready: times[0] + performance.now() - began - times.reduce((a, b) => a + b, 0), times };
    })()`,
  );
  const { ready, times: all } = times as { ready: number; times: number[] };
  const sorted = all.toSorted((a, b) => a - b);
  console.log(JSON.stringify({ first: ready, median: sorted[Math.floor(sorted.length / 2)], slowest: sorted.at(-1) }));
} finally {
  await browser.close();
  await served.stop();
}
