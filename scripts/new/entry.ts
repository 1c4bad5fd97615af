import { isAbsolute, join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { UserError } from '../../src/loader/errors.ts';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { statementKinds } from '../../src/schema/statement.ts';
import { pluralize } from '../../src/text/english.ts';
import { fingerprintPassages, normalise, splitWords } from '../article-texts.ts';
import { schemaComment } from '../generated-files.ts';
import { type Block, excerpt, locatorsOf, passagesOf } from './blocks.ts';
import { assertId, assertValuesFit, createStub, throwAll } from './content-files.ts';
import { acceptOutline, type FieldName, fieldNames, type Outline, type OutlineFields } from './outline.ts';

/** Paths of the fields of an outline in the frontmatter. */
const PATHS: Partial<Record<FieldName, string>> = {
  label: 'label',
  title: 'source.title',
  publisher: 'source.publisher',
  genre: 'source.genre',
  language: 'source.language',
  date: 'source.published.edtf',
  basis: 'source.published.basis',
  url: 'source.addresses[0].url',
};

/** A new entry whose files are not written yet. */
export interface NewEntry {
  entry: EntryValues;
  blocks: Block[];
  passages: Map<string, string>;
  /** Path from the project's root → text. */
  files: Map<string, string>;
}

/**
 * Creates an entry from an outline. What is unsure is not used: an unsure block is body, an unsure field is empty.
 *
 * @param today YYYY-MM-DD
 * @throws {UserError} if a value is invalid, or the id or a passage is missing
 */
export function createEntry(outline: Outline, today: string): NewEntry {
  const { fields, blocks } = acceptOutline(outline);
  const passages = passagesOf(blocks);
  if (passages.size === 0) throw new UserError('found no passage in the text', 'write the role of a block in the outline, such as body');
  const entry = toEntryValues(fields);
  if (!entry.id) {
    const missing = [!entry.publisher && 'publisher', !entry.published.edtf && 'date'].filter(Boolean).join(' and ');
    throw new UserError(
      'could not derive the id: the publisher or the year is unsure or missing',
      `write ${missing} in the outline, or write the id: <publisher>-<year>`,
    );
  }
  throwAll([
    ...invalidIds(fields.id.at ?? 'id', [entry.id]),
    ...invalidIds(fields.publisher.at ?? 'publisher', [entry.publisher]),
    ...invalidIds(fields.authors.at ?? 'authors', entry.authors),
  ]);
  const files = createEntryFiles(entry, passages, today);
  const values = fieldNames.flatMap((name) => {
    const { value, at = name } = fields[name];
    const path = PATHS[name];
    return path && value ? [[path, { at, value }] as const] : [];
  });
  const [indexFile] = files;
  assertValuesFit(...indexFile!, collections.entries.schema, new Map(values));
  return { entry, blocks, passages, files };
}

/** Formats passages for `npm run verify-sources`, as `locator<TAB>text` lines. They are stored outside the project. */
export const formatPassages = (passages: ReadonlyMap<string, string>) =>
  [...passages].map(([locator, text]) => `${locator}\t${normalise(text)}\n`).join('');

/** Returns the path of a file outside the project. @throws {UserError} if it is inside, since the project contains no text of articles */
export function pathOutside(root: string, path: string, what: string, hint: string): string {
  const absolute = resolve(root, path);
  const fromRoot = relative(root, absolute);
  if (!fromRoot.startsWith('..') && !isAbsolute(fromRoot)) throw new UserError(`${what} "${path}" is inside the project`, hint);
  return absolute;
}

/** Returns the path of the file of passages in a folder of texts. */
export const passagesFile = (root: string, folder: string, id: string) =>
  join(pathOutside(root, folder, '--texts', 'choose a folder outside it: --texts ../sources'), id, 'paragraphs.tsv');

/** Formats the blocks of an article as a table: number, locator, role, words, first words, and the reason if the role is unsure. */
export function formatBlocks(blocks: readonly Block[]): string {
  const locators = locatorsOf(blocks);
  const rows = blocks.map(({ text, role, doubt }, index) => [
    String(index + 1).padStart(4),
    (locators[index] ?? '').padEnd(4),
    (doubt ? `${role}?` : role).padEnd(11),
    String(splitWords(text).length).padStart(5),
    excerpt(text, 60) + (doubt ? `  # ${doubt}` : ''),
  ]);
  return rows.map((row) => row.join('  ')).join('\n');
}

/** Formats what is unsure in an outline, a line for each. Empty if everything is sure. */
export function formatDoubts({ fields, blocks }: Outline): string {
  const lines = [
    ...fieldNames.flatMap((name) => (fields[name].doubt ? [`${name}? ${fields[name].value || '(empty)'}  # ${fields[name].doubt}`] : [])),
    ...blocks.flatMap(({ text, role, doubt }, index) => (doubt ? [`block ${index + 1} ${role}? ${excerpt(text, 50)}  # ${doubt}`] : [])),
  ];
  return lines.map((line) => `  ${line}`).join('\n');
}

/** Formats the steps that follow `npm run new`. */
export const formatNextSteps = (id: string) =>
  [
    `Write the statements, passage by passage: content/entries/${id}/statements.yaml`,
    `Add what their texts name, and check it: npm run new -- --fill ${id}`,
    'Create what is still missing: npm run new:actor -- --missing, also new:event, new:place',
    `Write the summary and what the article omits: content/entries/${id}/index.mdx`,
    `Answer the questions on which the article speaks: npm run new:positions -- ${id} ../questions.yaml`,
    `Link statements to those of other articles: npm run show -- ${id} --candidates. List its wordings: --terms <folder of texts>`,
    'List what is missing: npm run lint -- --watch. Compare old texts: npm run show -- --to-review',
  ]
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');

/** The values of a new entry. Ids may belong to actors that have no file yet. Unknown texts are empty. */
export interface EntryValues {
  id: string;
  label: string;
  title: string;
  authors: string[];
  publisher: string;
  genre: string;
  language: string;
  published: { edtf: string | null; basis?: string; wording?: string; ground?: string };
  addresses: { url: string; label: string }[];
}

/**
 * Formats passages with the text of each above its stub, to read while you write the statements. It contains the article: store it
 * outside the project.
 */
export const formatWorksheet = (entry: EntryValues, passages: ReadonlyMap<string, string>) =>
  [...passages].map(([locator, text]) => `${normalise(text)}\n${formatStub(locator, text, entry)}`).join('\n');

function invalidIds(at: string, ids: readonly string[]): UserError[] {
  return ids.filter(Boolean).flatMap((id) => {
    try {
      assertId(id);
      return [];
    } catch (error) {
      const { message, hint } = error as UserError;
      return [new UserError(`${at}: ${message}`, hint)];
    }
  });
}

function toEntryValues(fields: OutlineFields): EntryValues {
  const value = (name: FieldName) => fields[name].value;
  const [publisher, edtf, basis] = [value('publisher'), value('date'), value('basis')];
  const year = /^\d{4}/.exec(edtf)?.[0] ?? '';
  const label =
    value('label') && year && !/\d{4}$/.test(value('label')) && !fields.label.at
      ? `${value('label')} ${year}`.slice(0, 30)
      : value('label');
  const givenBasis = basis || (edtf ? '' : 'inferred');
  return {
    id: value('id') || (publisher && year ? `${publisher}-${year}` : ''),
    label,
    title: value('title'),
    authors: value('authors')
      .split(/[\s,]+/)
      .filter(Boolean),
    publisher,
    genre: value('genre'),
    language: value('language'),
    published: {
      edtf: edtf || null,
      ...(givenBasis && { basis: givenBasis }),
      ...(value('wording') && { wording: value('wording') }),
      ...(value('ground') && { ground: value('ground') }),
    },
    addresses: value('url')
      .split(/\s+/)
      .filter(Boolean)
      .map((url) => ({ url, label: URL.canParse(url) ? new URL(url).hostname : url })),
  };
}

/**
 * Creates the files of a new entry: frontmatter with an explanation of every field, fingerprints of the passages, and a commented
 * stub of a statement for each passage. They contain no text of the article.
 *
 * @param passages locator → text
 * @param today the date of the first revision, YYYY-MM-DD
 * @returns path from the project's root → text
 */
function createEntryFiles(entry: EntryValues, passages: ReadonlyMap<string, string>, today: string): Map<string, string> {
  const folder = `content/entries/${entry.id}`;
  const [passagesPath, statementsPath] = [`${folder}/passages.yaml`, `${folder}/statements.yaml`];
  return new Map([
    [`${folder}/index.mdx`, formatFrontmatter(entry, today)],
    [passagesPath, schemaComment('passages', passagesPath) + stringify({ passages: fingerprintPassages(passages) })],
    [statementsPath, schemaComment('ledgers', statementsPath) + formatStatements(entry, passages)],
  ]);
}

/** Formats the stub of a statement as a comment. */
function formatStub(locator: string, text: string, { publisher, authors }: EntryValues): string {
  const voices = (authors.length > 0 ? authors : [publisher]).filter(Boolean);
  return `
# ${locator} · ${pluralize(splitWords(text).length, 'word')}
#   - at: [${locator}]
#     kind:
#     speakers: [${voices.join(', ')}]
#     text: >-
#     date: { edtf: null, ground: }
`;
}

function formatFrontmatter({ id: _, label, addresses, ...source }: EntryValues, today: string): string {
  const fields = createStub(describeFields(collections.entries.schema), {
    label: label || undefined,
    source: {
      ...Object.fromEntries(Object.entries(source).map(([name, value]) => [name, value || undefined])),
      ...(addresses.length > 0 && { addresses }),
    },
    revisions: [{ date: today, text: 'First published.' }],
  });
  return `---
${fields}# Below the closing three hyphens, you can retell the article in your own words, in sections (## Heading). After each sentence cite the
# numbers of its statements: <Cite s="1 2" />. A sentence without statements is an editor’s note in its own block: <Note>…</Note>
---
`;
}

function formatStatements(entry: EntryValues, passages: ReadonlyMap<string, string>): string {
  const stubs = [...passages].map(([locator, text]) => formatStub(locator, text, entry));
  return `# The statements of the article, in your own words, in the order of the article.
# Uncomment a stub and fill it in. Write the text on the line below >-, indented further. Copy the stub for the next statement.
# kind: ${statementKinds.join(', ')}. A forecast also needs a horizon: { edtf: null, ground: none given }.
# Put a text with a comma into "quotation marks" inside { }.
# speakers: who makes the statement. Add via only if others than the author or publisher pass it on too.
# A speaker without a name: [{ unnamed: a diplomatic source }]. Declare words in “ ”: quotes: [{ words: …, at: p1 }].
# Then run npm run new -- --fill ${entry.id}: it adds n, via, and the events, actors and places that the texts name. Add themes.
# Optional fields: quotes, said, condition, note. /about/fields/ explains all fields.
statements:
${stubs.join('')}`;
}
