import { join, relative, resolve } from 'node:path';
import type { parseArgs } from 'node:util';
import { UserError } from '../../src/loader/user-error.ts';
import type { Content } from '../../src/record/content.ts';
import { collections } from '../../src/schema/collections.ts';
import { closestMatch } from '../../src/text/edit-distance.ts';
import { normalise, splitWords } from '../sources/article.ts';
import { classifyBlocks, roles, type ClassifiedArticle, type Role } from '../sources/classify-blocks.ts';
import { assertId, assertOptionsFit } from './cli-fields.ts';
import { createEntryFiles } from './entry-files.ts';
import { proposeEntry, type EntryAnswers } from './entry-proposal.ts';
import { excerpt, promptEntry, promptRoles } from './prompt-entry.ts';
import type { Prompter } from './prompter.ts';

/** The options of `npm run new`, for `util.parseArgs`. */
export const entryOptions = {
  id: { type: 'string' },
  title: { type: 'string' },
  author: { type: 'string', multiple: true },
  publisher: { type: 'string' },
  genre: { type: 'string' },
  language: { type: 'string' },
  date: { type: 'string' },
  basis: { type: 'string' },
  wording: { type: 'string' },
  ground: { type: 'string' },
  url: { type: 'string', multiple: true },
  label: { type: 'string' },
  role: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  texts: { type: 'string' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

export type EntryOptions = Partial<ReturnType<typeof parseArgs<{ options: typeof entryOptions }>>['values']>;

/** Options that fill a field of the frontmatter, with the path of the field. */
const OPTION_PATHS = {
  label: 'label',
  title: 'source.title',
  author: 'source.authors[0]',
  publisher: 'source.publisher',
  genre: 'source.genre',
  language: 'source.language',
  date: 'source.published.edtf',
  basis: 'source.published.basis',
  url: 'source.addresses[0].url',
} as const;

/** A new entry that is not written yet. */
export interface NewEntry {
  answers: EntryAnswers;
  article: ClassifiedArticle;
  /** Path from the project's root → text. */
  files: Map<string, string>;
}

/**
 * Creates an entry from the text of an article, options and, if there is a prompter, answers.
 *
 * @param today YYYY-MM-DD
 * @throws {UserError} if an option is invalid, or the id or a passage is missing
 */
export async function createEntry(
  text: string,
  options: EntryOptions,
  content: Pick<Content, 'actors'>,
  today: string,
  prompter?: Prompter,
): Promise<NewEntry> {
  const chosenRoles = parseRoles(options.role ?? []);
  let article = classifyBlocks(text, chosenRoles);
  if (prompter) article = classifyBlocks(text, new Map([...(await promptRoles(prompter, article)), ...chosenRoles]));
  if (article.passages.size === 0) throw new UserError('found no passage in the text', 'set the role of a block: --role 1=body');

  let answers = applyOptions(proposeEntry(article, content), options, article);
  if (prompter) answers = await promptEntry(prompter, answers, new Set(Object.keys(options)));
  if (!answers.id) {
    const missing = [!answers.publisher && '--publisher <actor>', !answers.published.edtf && '--date <EDTF>'].filter(Boolean).join(' and ');
    const problem = 'could not derive the id: no publisher or no year found';
    throw new UserError(`${formatBlocks(article)}\n\n${problem}`, `set ${missing}, or set --id <publisher>-<year>`);
  }
  for (const id of [answers.id, answers.publisher, ...answers.authors]) if (id) assertId(id);
  const files = createEntryFiles(answers, article.passages, today);
  const values = Object.entries(OPTION_PATHS).flatMap(([option, path]) => {
    const value = [options[option as keyof typeof OPTION_PATHS]].flat()[0];
    return value === undefined ? [] : [[path, { option, value }] as const];
  });
  const [indexFile] = files;
  assertOptionsFit(...indexFile!, collections.entries.schema, new Map<string, { option: string; value: string }>(values));
  return { answers, article, files };
}

/** Formats passages for `npm run verify-sources`, as `locator<TAB>text` lines. They are stored outside the project. */
export const formatPassages = ({ passages }: ClassifiedArticle) =>
  [...passages].map(([locator, text]) => `${locator}\t${normalise(text)}\n`).join('');

/** Returns the path of a file for passages. @throws {UserError} if it is inside the project, which contains no text of articles */
export function passagesFile(root: string, folder: string, id: string): string {
  const path = resolve(root, folder, id);
  if (!relative(root, path).startsWith('..'))
    throw new UserError(`--texts "${folder}" is inside the project`, 'choose a folder outside it: --texts ../sources');
  return join(path, 'paragraphs.tsv');
}

/** Formats the blocks of a text as a table with their roles. */
export function formatBlocks({ blocks }: ClassifiedArticle): string {
  const rows = blocks.map(({ n, text, role, locator = '', unsure }) => [
    String(n).padStart(4),
    locator.padEnd(4),
    (unsure ? `${role}?` : role).padEnd(11),
    String(splitWords(text).length).padStart(5),
    excerpt(text, 60),
  ]);
  return rows.map((row) => row.join('  ')).join('\n');
}

/** Formats the steps that follow `npm run new`. */
export function formatNextSteps({ id, publisher, authors }: EntryAnswers, content: Pick<Content, 'actors'>): string {
  const actors = content.actors.map((actor) => actor.id);
  const missing = [publisher, ...authors].filter((actor) => actor && !actors.includes(actor));
  const steps = [
    ...missing.map((actor) => {
      const closest = closestMatch(actor, actors);
      return `Create the actor "${actor}"${closest ? ` (did you mean "${closest}"?)` : ''}: npm run new:actor -- ${actor}`;
    }),
    `Write the statements, passage by passage: content/entries/${id}/statements.yaml`,
    `Fill in content/entries/${id}/index.mdx and summarize the article in your own words below the frontmatter`,
    `Add silent positions and replace them if the article speaks on a question: npm run new:positions -- ${id}`,
    'List what is missing: npm run lint -- --watch. See the pages: npm run dev',
  ];
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

/** Parses `3=caption` and `7-9=furniture` to roles by the number of the block. */
function parseRoles(options: readonly string[]): Map<number, Role> {
  const result = new Map<number, Role>();
  for (const option of options) {
    const [, from, to = from, name] = /^(\d+)(?:-(\d+))?=([a-z]+)$/.exec(option) ?? [];
    const role = roles.find((each) => each === name);
    if (!role)
      throw new UserError(`invalid --role "${option}"`, `write --role 3=caption or --role 7-9=furniture; roles: ${roles.join(', ')}`);
    for (let n = Number(from); n <= Number(to); n++) result.set(n, role);
  }
  return result;
}

function applyOptions(proposed: EntryAnswers, options: EntryOptions, article: ClassifiedArticle): EntryAnswers {
  const { title, author, publisher = proposed.publisher, language, date, wording, ground } = options;
  const year = (date ?? proposed.published.edtf ?? '').slice(0, 4);
  const basis = options.basis ?? (date && date !== article.date?.edtf ? 'inferred' : undefined);
  const label = proposed.label && !/\d{4}$/.test(proposed.label) ? `${proposed.label} ${year}`.trim() : proposed.label;
  return {
    id: options.id ?? (publisher && year ? `${publisher}-${year}` : ''),
    label: options.label ?? label,
    title: title ?? proposed.title,
    authors: author ?? proposed.authors,
    publisher,
    genre: options.genre ?? '',
    language: language ?? proposed.language,
    published: {
      ...(date ? { edtf: date } : proposed.published),
      ...(basis && { basis }),
      ...(wording && { wording }),
      ...(ground && { ground }),
    },
    addresses: (options.url ?? []).map((url) => ({ url, label: URL.canParse(url) ? new URL(url).hostname : url })),
  };
}
