import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaFiles } from './generate/schema-files.ts';

/** Writes the files that are made from the code and committed: `npm run generate`. A test fails where one of them is stale. */
for (const [path, text] of schemaFiles()) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
