import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UserError } from '../src/loader/errors.ts';
import { startChromium } from './chromium.ts';
import { serveBuild } from './serve-build.ts';
import { pageKinds } from './page-kinds.ts';
import { checkSiteUrl, runCommand } from './command.ts';

const USAGE = `usage: npm run screenshots [-- <kind of page>… | readme]

Takes screenshots of the last build in screenshots/: every kind of page, or those named, at four widths, light and dark.
Reports pages that are wider than the window. "readme" takes the picture of the README instead.`;

/** Widths of the window, in pixels: phone, tablet, laptop, large display. */
const WIDTHS = [360, 768, 1280, 1760];

await runCommand(USAGE, async () => {
  checkSiteUrl();
  const { positionals } = parseArgs({ allowPositionals: true });
  const isReadme = positionals[0] === 'readme';
  const unknown = positionals.find((kind) => !isReadme && !pageKinds.some((each) => each.kind === kind));
  if (unknown) throw new UserError(`unknown kind of page "${unknown}"`, `use one of ${pageKinds.map(({ kind }) => kind).join(', ')}`);
  const kinds = pageKinds.filter(({ kind }) => positionals.length === 0 || positionals.includes(kind));

  const { origin, stop } = await serveBuild();
  const browser = await startChromium().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const openPage = async (width: number, height: number, colorScheme: 'light' | 'dark') => {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    // Web fonts are cached from the second page on, as they are for readers.
    await page.goto(origin, { waitUntil: 'networkidle' });
    return page;
  };
  try {
    if (isReadme) {
      const page = await openPage(1120, 700, 'light');
      await page.screenshot({ path: '.github/home.png' });
      console.log('Wrote .github/home.png.');
      return;
    }
    mkdirSync('screenshots', { recursive: true });
    for (const width of WIDTHS) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(width, 1000, colorScheme);
        for (const { kind, address } of kinds) {
          await page.goto(origin + address, { waitUntil: 'networkidle' });
          await page.screenshot({ path: `screenshots/${kind}-${width}-${colorScheme}.png`, fullPage: true });
          const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
          if (overflow > 0) console.log(`${kind} is ${overflow} px wider than a window of ${width} px`);
        }
        await page.close();
      }
    }
    console.log(`Wrote ${kinds.length * WIDTHS.length * 2} screenshots to screenshots/.`);
  } finally {
    await browser.close();
    await stop();
  }
});
