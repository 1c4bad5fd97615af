import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { UserError } from '../src/loader/user-error.ts';
import { runCommand } from './run.ts';
import { articlePath, fingerprintPassages, readArticle } from './sources/article.ts';

const USAGE = `usage: npm run passages -- <folder of texts>

Writes the missing passages.yaml of each entry from <folder>/<entry>/paragraphs.tsv. Existing files do not change.`;

await runCommand(USAGE, () => {
  const [folder] = parseArgs({ allowPositionals: true }).positionals;
  if (!folder) throw new UserError('expected a folder of texts', 'npm run passages -- ../sources');
  for (const id of readdirSync('content/entries')) {
    const target = join('content/entries', id, 'passages.yaml');
    if (existsSync(target) || !existsSync(articlePath(folder, id))) continue;
    writeFileSync(target, stringify({ passages: fingerprintPassages(readArticle(folder, id)) }));
    console.log(`Wrote ${target}.`);
  }
});
