import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { hashPassage, readArticle, splitWords } from './sources/article.ts';

/**
 * Writes `passages.yaml` of every entry from a folder of article texts: `npm run passages -- <folder>`.
 * Never changes a file that says something else: a changed article is for a person to look at.
 */
const folder = process.argv[2];
if (!folder) {
  console.error('usage: npm run passages -- <folder of article texts>');
  process.exit(2);
}
for (const id of readdirSync('content/entries')) {
  const target = join('content/entries', id, 'passages.yaml');
  if (existsSync(target) || !existsSync(join(folder, id, 'paragraphs.tsv'))) continue;
  const passages = [...readArticle(folder, id)].map(([locator, text]) => [
    locator,
    { sha256: hashPassage(text), words: splitWords(text).length },
  ]);
  writeFileSync(target, stringify({ passages: Object.fromEntries(passages) }));
  console.log(`wrote ${target}`);
}
