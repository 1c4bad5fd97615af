import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { siteName } from '../src/config/site.ts';
import { UserError } from '../src/loader/user-error.ts';
import { startChromium } from './browser/chromium.ts';
import { serveBuild } from './browser/serve-build.ts';
import { checkSiteUrl } from './environment.ts';
import { runCommand } from './run.ts';

const USAGE = `usage: npm run pdf -- <path of a page> | all

Prints a page of the last build as PDF: "npm run pdf -- /entries/tass-2026/" writes entries-tass-2026.pdf.
"all" prints the whole Record to record.pdf.`;

/** The font of the site, which the template of a footer cannot load from the page. */
const footerFont = () => `data:font/woff2;base64,${readFileSync('.fonts/serif.woff2', 'base64')}`;

/** Patterns of the page folders of the whole Record, in reading order. */
const PAGE_PATTERNS = ['entries/*', 'timeline', 'themes/*', 'forecasts', 'events/*', 'actors/*', 'places/*', 'terms/*', 'about'];

await runCommand(USAGE, async () => {
  checkSiteUrl();
  const [path] = parseArgs({ allowPositionals: true }).positionals;
  if (!path) throw new UserError('expected the path of a page, or all', 'for example: npm run pdf -- /entries/tass-2026/');
  const file = path === 'all' ? 'record.pdf' : `${path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home'}.pdf`;
  const { origin, stop } = await serveBuild();
  const browser = await startChromium().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  try {
    const page = await browser.newPage();
    const response = await page.goto(origin + (path === 'all' ? '/' : path), { waitUntil: 'networkidle' });
    if (!response?.ok()) throw new UserError(`no page "${path}" in the last build`, 'give the path of a page, such as /entries/tass-2026/');
    if (path === 'all') await page.evaluate(appendPages(findPages().map((pagePath) => `${origin}/${pagePath}/`)));
    await page.pdf({
      path: file,
      format: 'A4',
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<style>@font-face{font-family:Serif;src:url(${footerFont()})}</style>
<p style="width:100%;text-align:center;font:8pt Serif,serif;color:#555">${siteName} · <span class="pageNumber"></span> of <span class="totalPages"></span></p>`,
      margin: { top: '16mm', bottom: '18mm', left: '15mm', right: '15mm' },
      outline: true,
      tagged: true,
    });
    console.log(`Wrote ${file}.`);
  } finally {
    await browser.close();
    await stop();
  }
});

/** Returns the page folders of the last build, in reading order. */
function findPages(): string[] {
  return PAGE_PATTERNS.flatMap((pattern) => globSync(`${pattern}/index.html`, { cwd: 'dist' }).toSorted()).map((file) => dirname(file));
}

/** Returns a script that appends the main part of each page to the open page, each on a new sheet. */
function appendPages(urls: readonly string[]): string {
  return `(async () => {
  for (const url of ${JSON.stringify(urls)}) {
    const other = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
    const main = document.adoptNode(other.querySelector('main'));
    // Ids would be duplicated in one document.
    for (const element of main.querySelectorAll('[id]')) element.removeAttribute('id');
    main.removeAttribute('id');
    main.classList.add('sheet');
    document.querySelector('.colophon').before(main);
  }
})()`;
}
