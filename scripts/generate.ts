import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { replaceFile, runCommand } from './command.ts';
import { architectureDiagram, schemaFiles } from './generated-files.ts';

const USAGE = `usage: npm run generate

Writes the generated files that are committed: JSON Schemas and settings for editors, and the diagram of modules.`;

await runCommand(USAGE, () => {
  for (const [path, text] of schemaFiles().set('.github/architecture.md', architectureDiagram())) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, text);
    console.log(`Wrote ${path}.`);
  }
});
