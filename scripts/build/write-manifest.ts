import { readContent } from '../../src/loader/read-content.ts';
import { formatBrokenPermalinks } from '../../src/editions/permalinks.ts';
import { readBuiltSite } from '../../src/editions/built-site.ts';
import { readEditionFiles } from '../../src/editions/edition-files.ts';
import { writeManifest } from '../../src/editions/manifest.ts';
import { EXIT_REPORTED } from './run-step.ts';

/** Writes the manifest of a built site, and sees that all addresses that were issued answer in it: `node close-site.ts <folder>`. */
const root = process.cwd();
const folder = process.argv[2]!;
const { content } = readContent(root);
writeManifest(root, folder, content);
const unanswered = formatBrokenPermalinks(readEditionFiles(root, content), readBuiltSite(folder, content));
if (unanswered) {
  console.error(`\n${unanswered}\nThe last good dist/ is unchanged.`);
  process.exitCode = EXIT_REPORTED;
}
