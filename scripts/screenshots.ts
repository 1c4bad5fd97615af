import { mkdirSync } from 'node:fs';
import { startChromium } from './browser/chromium.ts';
import { serveBuild } from './browser/serve-build.ts';
import { pageKinds } from './page-kinds.ts';

/**
 * Screenshots of every kind of page, four widths, light and dark, whole pages, into `shots/`: `npm run shots [-- kind …]`.
 * `npm run shots -- readme` takes those of the README, first screens only, into `.github/shots/`.
 */
const widths = [360, 768, 1280, 1760];
const wanted = process.argv.slice(2);
const kinds = pageKinds.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));

const { origin, stop } = await serveBuild();
const browser = await startChromium();
if (wanted[0] === 'readme') await readmeShots();
else await allShots();
await browser.close();
await stop();

async function allShots() {
  mkdirSync('shots', { recursive: true });
  for (const width of widths) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 1000 }, colorScheme });
      const page = await context.newPage();
      // The first page alone may stand in the system's faces: a reader's browser has the others from there on.
      await page.goto(origin, { waitUntil: 'networkidle' });
      for (const { kind, address } of kinds) {
        await page.goto(origin + address, { waitUntil: 'networkidle' });
        await page.screenshot({ path: `shots/${kind}-${width}-${colorScheme}.png`, fullPage: true });
        const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(beyond) > 0) console.log(`${kind} at ${width}: ${String(beyond)} px beyond the window`);
      }
      await context.close();
    }
  }
  console.log(`${kinds.length * widths.length * 2} pictures in shots/`);
}

async function readmeShots() {
  mkdirSync('.github/shots', { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1120, height: 700 }, colorScheme: 'light' });
  const page = await context.newPage();
  for (const kind of ['home', 'entry', 'timeline']) {
    await page.goto(origin + pageKinds.find((each) => each.kind === kind)!.address, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `.github/shots/${kind}.png` });
  }
  console.log('3 pictures in .github/shots/');
}
