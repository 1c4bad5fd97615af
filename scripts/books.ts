import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import type { Book } from '../src/books/book.ts';
import { siteMetadata, siteUrl } from '../src/config/site.ts';
import { BOOKS_FOLDER, booksKey, type BookFile, type BookList } from '../src/editions/downloads.ts';
import { printFaces } from '../src/integrations/font-faces.ts';
import { writeFonts } from '../src/integrations/fonts.ts';
import { loadRecord } from '../src/loader/load-record.ts';
import { sha256 } from '../src/editions/manifest.ts';
import { startChromium } from './chromium.ts';
import { checkProjectFolder, runCommand } from './command.ts';
import { packPdf, pageNumbers } from './pack-pdf.ts';

const USAGE = `usage: npm run books

Makes the edition as EPUB and PDF, and each article as PDF, in ${BOOKS_FOLDER}/. The next npm run build publishes them at /data/books/.
If anything fails, the last books are unchanged. Make them again after you change the content, the edition or SITE_URL.`;

const FONTS_FOLDER = '.fonts/print';

/** The size of a book, in bytes, above which a line warns: readers download it on a phone. */
const MAX_BYTES = 2_000_000;

await runCommand(USAGE, async () => {
  checkProjectFolder();
  const started = performance.now();
  // Vite inlines the citation styles that are imported with ?raw. Node does not.
  registerHooks({
    load: (url, context, next) =>
      url.endsWith('?raw')
        ? { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(readFileSync(new URL(url), 'utf8'))}` }
        : next(url, context),
  });
  const { articleBook, recordBook } = await import('../src/books/book.ts');
  const { createEpub } = await import('../src/books/book-formats.ts');
  const record = loadRecord();
  const site = siteMetadata(record);
  const whole = recordBook(record, site);
  const books = [whole, ...record.entries.map((entry) => articleBook(entry, record, site))];

  const folder = mkdtempSync(`${BOOKS_FOLDER}-`);
  const files: BookFile[] = [];
  const write = (name: string, description: string, body: Uint8Array) => {
    writeFileSync(join(folder, name), body);
    files.push({ name, description, bytes: body.length, sha256: sha256(body) });
    console.log(
      `${name}: ${Math.ceil(body.length / 1000)} kB${body.length > MAX_BYTES ? `: more than ${MAX_BYTES / 1000} kB, which takes long to download on a phone` : ''}`,
    );
  };
  try {
    write('record.epub', 'The whole edition (EPUB)', createEpub(whole, site));
    for await (const { book, pdf } of printBooks(books)) {
      const description = book === whole ? 'The whole edition (PDF)' : `${book.chapters[1]!.title} (PDF)`;
      write(`${book.name}.pdf`, description, pdf);
    }
    const list: BookList = { key: booksKey(record, site), files };
    writeFileSync(join(folder, 'books.json'), `${JSON.stringify(list, null, 1)}\n`);
    rmSync(BOOKS_FOLDER, { recursive: true, force: true });
    renameSync(folder, BOOKS_FOLDER);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Made ${files.length} books in ${((performance.now() - started) / 1000).toFixed(1)} s. Run npm run build to publish them.`);
  if (siteUrl.isPreview) console.log('Their addresses are placeholders. Set SITE_URL to make books that can be published.');

  /** Prints books as PDF, one after another. */
  async function* printBooks(all: readonly Book[]) {
    const { printedBook } = await import('../src/books/book-formats.ts');
    await writeFonts(FONTS_FOLDER, printFaces);
    const fonts = readFileSync(join(FONTS_FOLDER, 'fonts.css'), 'utf8').replace(
      /url\('\.\/([^']+)'\)/g,
      (_, file: string) => `url(data:font/woff2;base64,${readFileSync(join(FONTS_FOLDER, file), 'base64')})`,
    );
    const browser = await startChromium('--font-render-hinting=none');
    try {
      const page = await browser.newPage({ javaScriptEnabled: false });
      for (const book of all) {
        const print = async (pages?: Map<string, number>) => {
          await page.setContent(printedBook(book, site, fonts, pages), { waitUntil: 'load' });
          return page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
        };
        // Chromium has no target-counter(): the contents take the page numbers of a first print.
        const pdf = await print(pageNumbers(await print()));
        yield { book, pdf: packPdf(pdf, site.issued) };
      }
    } finally {
      await browser.close();
    }
  }
});
