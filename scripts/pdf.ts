import { globSync } from 'node:fs';
import { startChromium } from './browser/chromium.ts';
import { serveBuild } from './browser/serve-build.ts';
import { siteName } from '../src/config/site.ts';

/**
 * Makes a PDF with page numbers of a page, or of the whole Record, from the last build:
 * `npm run pdf -- /entries/tass-2026/` writes `entries-tass-2026.pdf`; `npm run pdf -- all` writes `record.pdf`.
 */
const asked = process.argv[2];
if (!asked) {
  console.error('usage: npm run pdf -- <address such as /entries/tass-2026/> | all');
  process.exit(2);
}
const { origin, stop } = await serveBuild();
const browser = await startChromium();
const page = await browser.newPage();
const response = await page.goto(origin + (asked === 'all' ? '/' : asked), { waitUntil: 'networkidle' });
if (!response?.ok()) {
  console.error(`${asked} does not answer (${response?.status()}).`);
  process.exitCode = 1;
} else {
  if (asked === 'all') await append(wholeRecord());
  const file = asked === 'all' ? 'record.pdf' : `${asked.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home'}.pdf`;
  await page.pdf({
    path: file,
    format: 'A4',
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<p style="width:100%;text-align:center;font:8pt serif;color:#555">${siteName} · <span class="pageNumber"></span> of <span class="totalPages"></span></p>`,
    margin: { top: '20mm', bottom: '22mm', left: '18mm', right: '18mm' },
    outline: true,
    tagged: true,
  });
  console.log(`wrote ${file}`);
}
await browser.close();
await stop();

/** Addresses of the whole Record in reading order: articles, themes, forecasts, events, actors, places, terms, method. */
function wholeRecord(): string[] {
  const below = (folder: string) => globSync(`${folder}/*/index.html`, { cwd: 'dist' }).toSorted();
  const pages = [
    ...below('entries'),
    'timeline/index.html',
    ...below('themes'),
    'forecasts/index.html',
    ...below('events'),
    ...below('actors'),
    ...below('places'),
    ...below('terms'),
    'about/index.html',
  ];
  return pages.map((file) => `${origin}/${file.replace(/index\.html$/, '')}`);
}

/** Puts the text of further pages after the page that is open, each on a new sheet. */
async function append(addresses: string[]) {
  await page.evaluate(`(async () => {
    for (const address of ${JSON.stringify(addresses)}) {
      const other = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      const text = document.adoptNode(other.querySelector('main'));
      for (const element of text.querySelectorAll('[id]')) element.removeAttribute('id');
      text.removeAttribute('id');
      text.classList.add('sheet');
      document.querySelector('.colophon').before(text);
    }
  })()`);
}
