import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { settleFilters } from './settle-filters.ts';

/** Makes the search index of a built site: `node index-site.ts <folder>`. */
const folder = process.argv[2]!;
const { index, errors } = await createIndex({ forceLanguage: 'en' });
if (!index) throw new Error(errors.join('\n'));

const pages = globSync('**/*.html', { cwd: folder }).toSorted();
for (const page of pages) {
  const html = readFileSync(join(folder, page), 'utf8');
  if (!html.includes('data-pagefind-body')) continue;
  const added = await index.addHTMLFile({ sourcePath: page, content: spaced(html) });
  if (added.errors.length > 0) throw new Error(`${page}: ${added.errors.join('; ')}`);
}
const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
await close();
settleFilters(join(folder, 'pagefind'));

/** Puts a space before tags that the indexer would glue to their neighbours, and between words that an en dash joins. */
function spaced(html: string): string {
  return html.replace(/<(?=\/?(?:dt|dd|th|summary|figcaption|blockquote|caption|aside|time|span|a|cite|em|strong|b|i|q)\b)/g, ' <');
}
