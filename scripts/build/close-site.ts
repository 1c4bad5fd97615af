import { readContent } from '../content/read.ts';
import { sayUnanswered } from '../editions/addresses.ts';
import { builtSite } from '../editions/built-site.ts';
import { keptEditions } from '../editions/kept.ts';
import { writeManifest } from '../editions/manifest.ts';
import { SAID } from './step.ts';

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
