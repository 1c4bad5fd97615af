import { isAbsolute, join, relative, resolve } from 'node:path';
import { UserError } from '../../src/loader/errors.ts';
import { collections } from '../../src/schema/collections.ts';
import { normalise, splitWords } from '../sources/article.ts';
import { assertId, assertValuesFit, throwAll } from './check-values.ts';
import { excerpt, locatorsOf, passagesOf, type Block } from './draft.ts';
import { createEntryFiles, type EntryAnswers, type FindIds } from './entry-files.ts';
import { acceptOutline, fieldNames, type FieldName, type Outline, type OutlineFields } from './outline.ts';

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

/** A new entry that is not written yet. */
export interface NewEntry {
  answers: EntryAnswers;
  blocks: Block[];
  passages: Map<string, string>;
  /** Path from the project's root → text. */
  files: Map<string, string>;
}

/**
 * Creates an entry from an outline. What is unsure is not used: an unsure block is body, an unsure field is empty.
 *
 * @param findIds returns the ids of known actors and places that a text names
 * @param today YYYY-MM-DD
 * @throws {UserError} if a value is invalid, or the id or a passage is missing
 */
export function createEntry(outline: Outline, findIds: FindIds, today: string): NewEntry {
  const { fields, blocks } = acceptOutline(outline);
  const passages = passagesOf(blocks);
  if (passages.size === 0) throw new UserError('found no passage in the text', 'write the role of a block in the outline, such as body');
  const answers = toAnswers(fields);
  if (!answers.id) {
    const missing = [!answers.publisher && 'publisher', !answers.published.edtf && 'date'].filter(Boolean).join(' and ');
    throw new UserError(
      'could not derive the id: the publisher or the year is unsure or missing',
      `write ${missing} in the outline, or write the id: <publisher>-<year>`,
    );
  }
  throwAll([
    ...invalidIds(fields.id.at ?? 'id', [answers.id]),
    ...invalidIds(fields.publisher.at ?? 'publisher', [answers.publisher]),
    ...invalidIds(fields.authors.at ?? 'authors', answers.authors),
  ]);
  const files = createEntryFiles(answers, passages, findIds, today);
  const values = fieldNames.flatMap((name) => {
    const { value, at = name } = fields[name];
    const path = PATHS[name];
    return path && value ? [[path, { at, value }] as const] : [];
  });
  const [indexFile] = files;
  assertValuesFit(...indexFile!, collections.entries.schema, new Map(values));
  return { answers, blocks, passages, files };
}

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

function toAnswers(fields: OutlineFields): EntryAnswers {
  const value = (name: FieldName) => fields[name].value;
  const [publisher, edtf, basis] = [value('publisher'), value('date'), value('basis')];
  const year = /^\d{4}/.exec(edtf)?.[0] ?? '';
  const label =
    value('label') && year && !/\d{4}$/.test(value('label')) && !fields.label.at
      ? `${value('label')} ${year}`.slice(0, 30)
      : value('label');
  const known = basis || (edtf ? '' : 'inferred');
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
      ...(known && { basis: known }),
      ...(value('wording') && { wording: value('wording') }),
      ...(value('ground') && { ground: value('ground') }),
    },
    addresses: value('url')
      .split(/\s+/)
      .filter(Boolean)
      .map((url) => ({ url, label: URL.canParse(url) ? new URL(url).hostname : url })),
  };
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
    'Create what they mention: npm run new:actor -- --missing, also new:event, new:place',
    `Add roles and themes from the statements: npm run new -- --fill ${id}. Then fill in content/entries/${id}/index.mdx`,
    `Answer the questions on which the article speaks: npm run new:positions -- ${id}`,
    `Link statements to those of other articles: npm run show -- ${id} --candidates`,
    'List what is missing: npm run lint -- --watch. Compare old texts: npm run show -- --to-review',
  ]
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
