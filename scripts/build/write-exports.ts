import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportFiles } from '../../src/exports/export-files.ts';
import { loadRecord } from '../../src/loader/load-record.ts';
import { loadEditionDiffs } from '../../src/editions/diff.ts';
import { loadSiteMetadata } from '../../src/config/site-metadata.ts';
import { headersUnder } from './headers-under.ts';
import { siteUrl } from '../../src/config/site-url.ts';

/**
 * Writes the files that stand beside the pages of a built site: `node write-exports.ts <folder>`. They are no routes of Astro's: it has
 * nothing to render in them, and would hold all of them in memory at once. In a process of its own they have the memory that it held.
 */
const folder = process.argv[2]!;
const made = new Set<string>();
const record = loadRecord();
for (const { path, body } of exportFiles(record, loadSiteMetadata(record), loadEditionDiffs(process.cwd(), record))) {
  const file = join(folder, path);
  if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  made.add(dirname(file));
  writeFileSync(file, body);
}

const headers = join(folder, '_headers');
writeFileSync(headers, headersUnder(siteUrl.base, readFileSync(headers, 'utf8')));
