import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { createSnapshot, serializeNdjson } from '../src/editions/snapshot.ts';
import { resolveReferences } from '../src/record/resolve-references.ts';
import { compareEditions } from '../src/record/sort.ts';
import { edition as schema, editionName, type Edition } from '../src/schema/edition.ts';
import { readContent } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters/text.ts';
import { formatUnlistedPermalinks, formatBrokenPermalinks } from '../src/editions/permalink-report.ts';
import { readBuiltSite } from '../src/editions/built-site.ts';
import { editionFolder, readEditionFiles, type EditionFiles } from '../src/editions/edition-files.ts';
import { sha256 } from '../src/text/sha256.ts';
import { MANIFEST, readManifest, hashFiles } from '../src/editions/manifest.ts';
import { verifyChecksums } from '../src/editions/checksums.ts';
import { assertKnownOptions } from './options.ts';

/**
 * `npm run edition -- <year.number> [--note …] [--date YYYY-MM-DD]` opens an edition, or writes the one in preparation anew.
 * With `--publish` it seals it: the list of addresses, and the Record as it is. A published edition is never overwritten.
 */
const USAGE = 'usage: npm run edition -- <year.number> [--note …] [--date YYYY-MM-DD] [--publish]';

const root = process.cwd();
const asked = assertKnownOptions(USAGE, () =>
  parseArgs({
    allowPositionals: true,
    options: { note: { type: 'string' }, date: { type: 'string' }, publish: { type: 'boolean', default: false } },
  }),
);
const faults = asked && main(asked.positionals[0], asked.values);
if (faults) {
  console.error(faults);
  process.exitCode = 1;
}

/** What stands in the way, in words; undefined where it is done. */
function main(name: string | undefined, values: { note?: string; date?: string; publish: boolean }): string | undefined {
  if (!name || !editionName.safeParse(name).success) return USAGE;
  const { content, diagnostics } = readContent(root);
  const serious = diagnostics.filter(({ rule }) => rule !== 'record-has-an-edition');
  if (serious.length > 0) return formatDiagnostics(serious);

  const editions = readEditionFiles(root, content);
  const kept = editions.find((each) => each.name === name);
  const last = editions.at(-1);
  if (kept?.data.status === 'published') return `Edition ${name} is published, and stays as it is: open the next one.`;
  if (!kept && last?.data.status === 'in-preparation') return `Edition ${last.name} is in preparation: publish it before you open another.`;
  if (!kept && last && compareEditions(name, last.name) < 0) return `Edition ${last.name} is published: ${name} would come before it.`;

  const today = new Date().toISOString().slice(0, 10);
  const draft: Edition = {
    date: values.date ?? (values.publish ? today : (kept?.data.date ?? today)),
    status: 'in-preparation',
    note: values.note ?? kept?.data.note ?? `Edition ${name}.`,
  };
  const checked = schema.safeParse(draft);
  if (!checked.success) return checked.error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`).join('\n');
  if (values.publish) return publish(name, draft, editions, content);
  write(name, draft);
  console.log(
    `Edition ${name} is in preparation (${editionFolder(name)}). Then: npm run build && npm run addresses, and --publish when all is said.`,
  );
  return undefined;
}

function publish(
  name: string,
  draft: Edition,
  editions: EditionFiles[],
  content: Parameters<typeof resolveReferences>[0],
): string | undefined {
  const kept = editions.find((each) => each.name === name);
  if (!kept) return `Open edition ${name} first: npm run edition -- ${name}`;
  const broken = verifyChecksums(root, content);
  if (broken.length > 0) return formatDiagnostics(broken);
  if (!existsSync(join('dist', MANIFEST))) return 'There is no build to publish: run npm run build first.';
  const manifest = readManifest(readFileSync(join('dist', MANIFEST), 'utf8'));
  const record = serializeNdjson(createSnapshot(resolveReferences(content)));
  if (manifest.record !== sha256(record) || JSON.stringify(manifest.files) !== JSON.stringify(hashFiles('dist')))
    return 'The last build is not of this content: run npm run build first.';
  const site = readBuiltSite('dist', content);
  const differs = formatBrokenPermalinks(editions, site) || formatUnlistedPermalinks(editions, site, content);
  if (differs) return differs;

  writeFileSync(join(editionFolder(name), 'record.ndjson'), record);
  write(name, { ...draft, status: 'published', sealed: { addresses: sha256(kept.addresses!), record: sha256(record) } });
  console.log(`Edition ${name} is published: commit ${editionFolder(name)}, build, and make the bundle (npm run bundle).`);
  return undefined;
}

function write(name: string, data: Edition) {
  const head =
    data.status === 'published'
      ? '# Published: this folder is sealed. What changes from now on belongs to the next edition.\n'
      : `# In preparation: whatever is here may still be written anew. Publishing (npm run edition -- ${name} --publish) seals it.\n`;
  mkdirSync(editionFolder(name), { recursive: true });
  writeFileSync(
    join(editionFolder(name), 'edition.yaml'),
    head + stringify(data, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
  );
}
