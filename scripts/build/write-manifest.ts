import { readContent } from '../../src/loader/read-content.ts';
import { sayUnanswered } from '../../src/editions/permalink-report.ts';
import { builtSite } from '../../src/editions/built-site.ts';
import { keptEditions } from '../../src/editions/edition-files.ts';
import { writeManifest } from '../../src/editions/manifest.ts';
import { SAID } from './run-step.ts';

/** Writes the manifest of a built site, and sees that all addresses that were issued answer in it: `node close-site.ts <folder>`. */
const root = process.cwd();
const folder = process.argv[2]!;
const { content } = readContent(root);
writeManifest(root, folder, content);
const unanswered = sayUnanswered(keptEditions(root, content), builtSite(folder, content));
if (unanswered) {
  console.error(`\n${unanswered}\nThe last good dist/ is unchanged.`);
  process.exitCode = SAID;
}
