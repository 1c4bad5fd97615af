import { join, relative, resolve } from 'node:path';
import { isEdtf } from '../../src/dates/parse.ts';
import { genres } from '../../src/schema/entry.ts';
import { closestMatch } from '../../src/text/edit-distance.ts';
import type { Content } from '../../src/record/content.ts';
import { normalise, splitWords } from '../sources/article.ts';
import { classifyBlocks, roles, type ClassifiedArticle, type Role } from '../sources/classify-blocks.ts';
import type { Prompter } from './prompter.ts';
import { promptEntry, promptRoles, excerpt } from './prompt-entry.ts';
import { entryFiles } from './entry-files.ts';
import { proposeEntry, type EntryAnswers } from './entry-proposal.ts';
import { assertId } from './item.ts';
import { UsageError } from './write-files.ts';

/** The options of `npm run new`, as `util.parseArgs` reads them. */
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

export type EntryOptions = { -readonly [Name in keyof typeof entryOptions]?: string | string[] | boolean } & {
  author?: string[];
  url?: string[];
  role?: string[];
};

/** A new entry, not yet written. */
export interface NewEntry {
  answers: EntryAnswers;
  outline: ClassifiedArticle;
  /** Path from the project's root → text. */
  files: Map<string, string>;
}

/**
 * An entry from the text of an article, from options and, where there is someone to ask, answers.
 *
 * @throws {UsageError} where an option does not fit, or there is no id
 */
export async function newEntry(
  text: string,
  options: EntryOptions,
  content: Pick<Content, 'actors' | 'entries'>,
  today: string,
  asker?: Prompter,
): Promise<NewEntry> {
  const set = rolesOf(options.role ?? []);
  let outline = classifyBlocks(text, set);
  if (asker) outline = classifyBlocks(text, new Map([...(await promptRoles(asker, outline)), ...set]));
  if (outline.passages.size === 0) throw new UsageError('No passage was found in the text', 'say what its blocks are: --role 1=body');

  let answers = withOptions(proposeEntry(outline, content), options, outline);
  if (asker) answers = await promptEntry(asker, answers, new Set(Object.keys(options)));
  if (!answers.id)
    throw new UsageError(
      `${formatOutline(outline)}\n\nThe entry has no id: ${untold(answers)} not told`,
      `say so: ${[!answers.publisher && '--publisher <actor>, who may be new', !answers.published.edtf && '--date <EDTF>'].filter(Boolean).join(' and ')}; or name the entry: --id <outlet>-<year>`,
    );
  assertId(answers.id);
  return { answers, outline, files: entryFiles(answers, outline.passages, today) };
}

/** The passages as `npm run verify-sources` reads them, `locator<TAB>text`: the article's own text, to be kept outside the project. */
export function splitParagraphs({ passages }: ClassifiedArticle): string {
  return [...passages].map(([locator, text]) => `${locator}\t${normalise(text)}\n`).join('');
}

/** @throws {UsageError} where a folder for texts lies in the project: the Record holds none of the articles' sentences */
export function textsFolder(root: string, folder: string, id: string): string {
  const path = resolve(root, folder, id);
  if (!relative(root, path).startsWith('..'))
    throw new UsageError(`${folder} is in the project`, 'keep the articles’ texts outside it: --texts ../sources');
  return join(path, 'paragraphs.tsv');
}

/** The blocks of a text with what each is taken for. */
export function formatOutline({ blocks }: ClassifiedArticle): string {
  return blocks
    .map(({ n, text, role, locator = '', unsure }) =>
      [
        String(n).padStart(4),
        locator.padEnd(4),
        (unsure ? `${role}?` : role).padEnd(11),
        `${splitWords(text).length}`.padStart(5),
        excerpt(text, 60),
      ].join('  '),
    )
    .join('\n');
}

/** What to do after an entry was written. */
export function nextSteps({ answers }: NewEntry, content: Pick<Content, 'actors'>): string {
  const { id, publisher, authors } = answers;
  const missing = [publisher, ...authors].filter((actor) => actor && !content.actors.some((each) => each.id === actor));
  return [
    ...missing.map((actor) => {
      const near = closestMatch(
        actor,
        content.actors.map((each) => each.id),
      );
      return `${actor} has no file${near ? ` (did you mean ${near}?)` : ''}: npm run new:actor -- ${actor}`;
    }),
    `Write the statements, passage by passage: content/entries/${id}/statements.yaml`,
    `Fill in what is empty in content/entries/${id}/index.mdx, and write the précis below it`,
    `npm run new:positions -- ${id}: an explicit silence at every question, to be replaced where the article speaks`,
    'npm run lint, or npm run lint -- --watch: what is still missing; npm run dev: how it looks',
  ]
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
}

function rolesOf(given: readonly string[]): Map<number, Role> {
  return new Map(
    given.flatMap((each): [number, Role][] => {
      const [, from, to = from, role] = /^(\d+)(?:-(\d+))?=([a-z]+)$/.exec(each) ?? [];
      if (!role || !(roles as readonly string[]).includes(role))
        throw new UsageError(
          `--role ${each} is not understood`,
          `write --role 3=caption or --role 7-9=furniture; roles: ${roles.join(', ')}`,
        );
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => [Number(from) + index, role as Role]);
    }),
  );
}

function withOptions(proposed: EntryAnswers, options: EntryOptions, outline: ClassifiedArticle): EntryAnswers {
  const text = (name: keyof EntryOptions) => (typeof options[name] === 'string' ? options[name] : undefined);
  const genre = text('genre');
  if (genre && !(genres as readonly string[]).includes(genre))
    throw new UsageError(`--genre ${genre} is none`, `use one of ${genres.join(', ')}`);
  const edtf = text('date');
  if (edtf && !isEdtf(edtf)) throw new UsageError(`--date ${edtf} is not a date in EDTF`, 'write it like 2016-12-15, 2024-11~ or 2024');
  const publisher = text('publisher') ?? proposed.publisher;
  const year = (edtf ?? proposed.published.edtf ?? '').slice(0, 4);
  const basis = text('basis') ?? (edtf && edtf !== outline.date?.edtf ? 'inferred' : undefined);
  for (const id of [publisher, ...(options.author ?? [])]) if (id) assertId(id);
  return {
    ...proposed,
    id: text('id') ?? (publisher && year ? `${publisher}-${year}` : ''),
    label: text('label') ?? (proposed.label && !/\d{4}$/.test(proposed.label) ? `${proposed.label} ${year}`.trim() : proposed.label),
    title: text('title') ?? proposed.title,
    authors: options.author ?? proposed.authors,
    publisher,
    genre: genre ?? '',
    language: text('language') ?? proposed.language,
    published: {
      ...(edtf ? { edtf } : proposed.published),
      ...(basis && { basis }),
      ...(text('wording') && { wording: text('wording')! }),
      ...(text('ground') && { ground: text('ground')! }),
    },
    addresses: (options.url ?? []).map((url) => ({ url, label: hostOf(url) })),
  };
}

function untold({ publisher, published }: EntryAnswers): string {
  if (publisher) return 'its year is';
  return published.edtf ? 'its outlet is' : 'its outlet and year are';
}

function hostOf(url: string): string {
  if (!URL.canParse(url)) throw new UsageError(`--url ${url} is no address`, 'write it whole, from https:// on');
  return new URL(url).hostname;
}
