import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Document, parseDocument } from 'yaml';
import { formatBrokenPermalinks, formatUnlistedPermalinks, readBuiltSite } from '../src/editions/permalinks.ts';
import { checkPublishedEditions } from '../src/editions/published-editions.ts';
import { createSnapshot, editionFolder, readEditionFiles, serializeNdjson } from '../src/editions/edition-files.ts';
import { hashFiles, MANIFEST, parseManifest, sha256 } from '../src/editions/manifest.ts';
import { findWarnings, readContent } from '../src/loader/load-record.ts';
import { formatDiagnostics, type FormattedIssue, formatZodIssue, UserError } from '../src/loader/errors.ts';
import type { Content } from '../src/record/content.ts';
import { resolveReferences } from '../src/record/resolve-references.ts';
import { summarizeReview } from '../src/rules/review.ts';
import { compareEditions } from '../src/record/sort.ts';
import { editionName, edition as schema, type Edition } from '../src/schema/edition.ts';
import { checkSiteUrl, isAfterToday, replaceFile, runCommand, today } from './command.ts';
import { compareArticles, formatMismatch, TEXTS_FOLDER } from './compare-articles.ts';

const USAGE = `usage: npm run edition -- <year.number> [--note <text>] [--date YYYY-MM-DD] [--publish [--texts <folder>]]

Opens the next edition, or updates the one in preparation. A published edition cannot be changed.
  --note      what is new, in a sentence or two
  --date      the day of publication; by default today (local date)
  --publish   seal the edition: its permalinks and the data of the Record
  --texts     the folder with the texts of the articles, which are compared before; by default ${TEXTS_FOLDER}`;

const root = process.cwd();

await runCommand(USAGE, () => {
  checkSiteUrl();
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { note: { type: 'string' }, date: { type: 'string' }, publish: { type: 'boolean' }, texts: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name || positionals.length > 1 || !editionName.safeParse(name).success)
    throw new UserError('expected the name of one edition', 'name it by year and number, such as 2026.1');
  const { content, diagnostics } = readContent(root);
  const errors = diagnostics.filter(({ rule }) => rule !== 'record-has-an-edition');
  if (errors.length > 0) throw new UserError(formatDiagnostics(errors));

  const stored = findEdition(name, content);
  const draft = schema.safeParse({
    date: values.date ?? (values.publish ? today() : (stored?.date ?? today())),
    status: 'in-preparation',
    note: values.note ?? stored?.note ?? `Edition ${name}.`,
  });
  if (!draft.success) {
    const [{ path, message, hint }] = formatZodIssue(draft.error.issues[0]!, schema) as [FormattedIssue];
    throw new UserError(`--${path.join('.')} ${message}`, hint);
  }
  if (values.publish) publish(name, draft.data, content, values.texts);
  else {
    write(name, draft.data);
    console.log(
      `Edition ${name} is in preparation (${editionFolder(name)}). Next: npm run build, npm run addresses, npm run edition -- ${name} --publish`,
    );
  }
});

/**
 * Returns the stored data of an edition in preparation; undefined if it is new.
 *
 * @throws {UserError} if the edition cannot be opened
 */
function findEdition(name: string, content: Content): Edition | undefined {
  const editions = readEditionFiles(root, content);
  const stored = editions.find((each) => each.name === name);
  const last = editions.at(-1);
  if (stored?.data.status === 'published') throw new UserError(`edition ${name} is published and cannot be changed`, 'open the next one');
  if (!stored && last?.data.status === 'in-preparation')
    throw new UserError(`edition ${last.name} is in preparation`, 'publish it before you open another one');
  if (!stored && last && compareEditions(name, last.name) < 0)
    throw new UserError(`edition ${name} would come before published edition ${last.name}`, 'use a later year or number');
  return stored?.data;
}

function publish(name: string, draft: Edition, content: Content, texts = TEXTS_FOLDER) {
  const editions = readEditionFiles(root, content);
  const stored = editions.find((each) => each.name === name);
  if (!stored) throw new UserError(`unknown edition "${name}"`, `open it first: npm run edition -- ${name}`);
  const advice = summarizeReview(findWarnings(root, content));
  if (advice.length > 0) throw new UserError(formatDiagnostics(advice), 'an edition is published without warnings: see npm run lint');
  compareTexts(content, texts);
  const corrupt = checkPublishedEditions(root, content);
  if (corrupt.length > 0) throw new UserError(formatDiagnostics(corrupt));
  const path = join('dist', MANIFEST);
  if (!existsSync(path)) throw new UserError('dist/ does not contain a build', 'run npm run build');
  const manifest = parseManifest(readFileSync(path, 'utf8'), path);
  const record = serializeNdjson(createSnapshot(resolveReferences(content)));
  if (manifest.record !== sha256(record) || JSON.stringify(manifest.files) !== JSON.stringify(hashFiles('dist')))
    throw new UserError('the build in dist/ is older than the content, or was changed', 'run npm run build');
  const site = readBuiltSite('dist', content);
  const problems = formatBrokenPermalinks(editions, site) || formatUnlistedPermalinks(editions, site, content);
  if (problems) throw new UserError(problems);

  replaceFile(join(editionFolder(name), 'record.ndjson'), record);
  write(name, { ...draft, status: 'published', sealed: { addresses: sha256(stored.addresses!), record: sha256(record) } });
  console.log(`Edition ${name} is published. Next: commit ${editionFolder(name)}, npm run build, npm run bundle`);
}

/**
 * Compares the content with the texts of the articles. Warns of those whose texts are missing, and of dates of publication after today.
 *
 * @throws {UserError} if the content differs from a text
 */
function compareTexts(content: Content, folder: string) {
  const comparisons = compareArticles(root, content, folder);
  const mismatches = comparisons.flatMap(({ compared }) => compared?.mismatches ?? []);
  if (mismatches.length > 0) throw new UserError(mismatches.map(formatMismatch).join('\n'), 'correct these: see npm run verify-sources');
  const future = content.entries.filter(({ data }) => isAfterToday(data.source.published.edtf)).map(({ id }) => id);
  if (future.length > 0) console.error(`Published after today: ${future.join(', ')}\n    → check the year of source.published`);
  const missing = comparisons.filter(({ compared }) => !compared).map(({ id }) => id);
  if (missing.length > 0)
    console.error(`Not compared with their texts: ${missing.join(', ')}\n    → compare them: npm run verify-sources -- <folder of texts>`);
}

/** Writes the fields into edition.yaml. The comments of its author stay. */
function write(name: string, data: Edition) {
  const file = join(editionFolder(name), 'edition.yaml');
  const head =
    data.status === 'published'
      ? '# Published and sealed: do not edit this folder. Later changes belong to the next edition.\n'
      : `# In preparation: may be edited until npm run edition -- ${name} --publish seals it.\n`;
  const previous = existsSync(file) ? readFileSync(file, 'utf8').replace(/^# (?:In preparation|Published and sealed):.*\n/, '') : '';
  const document = previous ? parseDocument(previous) : new Document({});
  for (const [field, value] of Object.entries(data)) document.set(field, value);
  mkdirSync(editionFolder(name), { recursive: true });
  replaceFile(file, head + document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }));
}
