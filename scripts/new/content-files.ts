import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, globSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { type SchemaOptions, stringify, type ToStringOptions } from 'yaml';
import type { z } from 'zod';
import { formatFieldPath, formatUserError, formatZodIssue, UserError } from '../../src/loader/errors.ts';
import { parseFile } from '../../src/loader/parse-file.ts';
import { id as idSchema } from '../../src/schema/field-types.ts';
import type { Field } from '../../src/schema/fields.ts';
import { replaceFile } from '../command.ts';

/** The data of a file, as far as it is known. */
export type StubValues = { [field: string]: unknown };

/** Maximum length of a line, in characters: the width that Prettier uses for comments. */
const MAX_WIDTH = 120;

/** Days are quoted: YAML parses an unquoted day as a timestamp. */
const YAML = { lineWidth: 0, customTags: ['timestamp'] } satisfies ToStringOptions & SchemaOptions;

/**
 * Creates a YAML file to fill in. A comment above each field explains it. Known values are filled in, required fields are empty,
 * optional fields are commented out.
 *
 * @param isDraft explains only what is still empty, and leaves out optional fields without a value
 */
export function createStub(fields: readonly Field[], values: StubValues = {}, isDraft = false): string {
  const shown = isDraft ? fields.filter(({ name, required }) => required || values[name] !== undefined) : fields;
  const lines = shown.flatMap((field) =>
    isDraft && values[field.name] !== undefined
      ? [`${field.name}:${formatValue(values[field.name], '')}`]
      : formatField(field, values[field.name], ''),
  );
  return lines.join('\n') + '\n';
}

/**
 * Throws if values break the schema of their fields. Empty fields are reported later, by the lint.
 *
 * @param values path of a field, such as `source.genre` → its value and where it is given
 * @throws {UserError} with all values that do not fit
 */
export function assertValuesFit(
  file: string,
  text: string,
  schema: z.ZodType,
  values: ReadonlyMap<string, { at: string; value: string }>,
): void {
  const issues = schema.safeParse(parseFile(file, text).data, { reportInput: true }).error?.issues ?? [];
  const problems = issues
    .flatMap((issue) => formatZodIssue(issue, schema))
    .flatMap(({ path, message, hint }) => {
      const given = values.get(formatFieldPath(path));
      if (!given) return [];
      return [new UserError(`${given.at} "${given.value}": ${message}`, hint)];
    });
  throwAll(problems);
}

/** @throws {UserError} that joins several, if there are any */
export function throwAll(problems: readonly UserError[]): void {
  const [first, ...others] = problems;
  if (first) throw others.length === 0 ? first : new UserError(problems.map(formatUserError).join('\n'));
}

/** @throws {UserError} if a text is not an id */
export function assertId(text: string): void {
  const { error } = idSchema.safeParse(text);
  if (error)
    throw new UserError(`invalid id "${text}": it ${error.issues[0]!.message}`, 'choose another one: it becomes part of a permanent URL');
}

/**
 * Writes new files: all or none.
 *
 * @param files path → text
 * @param created paths of files or folders that must not exist yet
 * @throws {UserError} if one of them exists
 */
export function writeFiles(files: ReadonlyMap<string, string>, created: readonly string[] = [...files.keys()]): void {
  for (const path of created) assertAbsent(path);
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'wx');
      written.push(path);
      try {
        writeFileSync(file, text);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
}

/** @throws {UserError} if a file or folder exists */
export function assertAbsent(path: string, shown = path): void {
  if (existsSync(path)) throw new UserError(`"${shown}" exists already: nothing was written`, 'choose another id, or edit what exists');
}

/** What must be undone to remove an entry. */
export interface Removal {
  /** Path → its text before the entry was added; undefined if the file is new. */
  files: Map<string, Buffer | undefined>;
  /** Uncommitted files that are not of the entry. They stay. */
  others: string[];
}

/**
 * Finds all files of `content/` that belong to an entry that was never published: those that name it, those that its commits changed,
 * and new ones whose ids it names.
 *
 * @throws {UserError} if the entry is unknown or published, or another commit changed one of these files since
 */
export function findRemoval(root: string, entry: string): Removal {
  const folder = `content/entries/${entry}`;
  if (!existsSync(join(root, folder))) throw new UserError(`no entry "${entry}"`, 'name a folder of content/entries');
  const named = new RegExp(`(?<![\\w-])${entry}(?![\\w-])`);
  const files = globSync('content/**/*', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(root, path)).isFile());
  const naming = files.filter((path) => path.startsWith(`${folder}/`) || named.test(readFileSync(join(root, path), 'utf8')));
  const [published] = naming.filter((path) => /\/record\.ndjson$/.test(path));
  if (published)
    throw new UserError(
      `"${entry}" is published in edition ${published.split('/')[2]}`,
      'withdraw its statements instead: withdrawn: { date, reason }',
    );
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, maxBuffer: 1e9 });
    if (status !== 0)
      throw new UserError('the project is not a git repository', `delete ${folder} and what names it: ${naming.join(', ')}`);
    return stdout;
  };
  const lines = (...args: string[]) =>
    git(...args)
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
  const own = new Set([...lines('log', '--format=%H', '--', folder), ...lines('log', '--format=%H', `-G${entry}`, '--', 'content')]);
  const commits = lines('rev-list', 'HEAD').filter((commit) => own.has(commit));
  const base = commits.length > 0 ? `${commits.at(-1)}^` : 'HEAD';
  const uncommitted = lines('status', '--porcelain', '-uall', '--', 'content').map((line) => line.slice(3));
  const committed = commits.flatMap((commit) => lines('diff-tree', '--no-commit-id', '--name-only', '-r', commit, '--', 'content'));
  const before = new Set(lines('ls-tree', '-r', '--name-only', base, 'content'));
  const words = new Set(
    naming.filter((path) => path.startsWith(folder)).flatMap((path) => readFileSync(join(root, path), 'utf8').match(/[\w-]+/g)),
  );
  const created = uncommitted.filter((path) => !before.has(path) && words.has(parse(path).name));
  const related = new Set([...naming, ...committed, ...created].toSorted());
  const foreign = [...related].flatMap((path) => {
    const others = lines('log', '--format=%H', `${base}..HEAD`, '--', path).filter((commit) => !own.has(commit));
    return others.map((commit) => `"${path}" was also changed by commit ${commit.slice(0, 8)}`);
  });
  if (foreign.length > 0) throw new UserError(foreign.join('\n'), `remove what names "${entry}" by hand, or revert its commits with git`);
  return {
    files: new Map([...related].map((path) => [path, before.has(path) ? git('show', `${base}:${path}`) : undefined])),
    others: uncommitted.filter((path) => !related.has(path)),
  };
}

/** Restores the files of a removal and deletes the new ones. */
export function removeEntry(root: string, { files }: Removal): void {
  for (const [path, text] of files) {
    if (text) replaceFile(join(root, path), text);
    else rmSync(join(root, path), { force: true });
  }
  // Git has no empty folders.
  const folders = globSync('content/**/', { cwd: root }).toSorted((a, b) => b.length - a.length);
  for (const folder of folders)
    if (globSync('*', { cwd: join(root, folder) }).length === 0) rmSync(join(root, folder), { recursive: true });
}

function formatField(field: Field, value: unknown, indent: string): string[] {
  const { name, required, shared, list, fields } = field;
  const comment = describeField(field).map((line) => `${indent}# ${line}`);
  if (value === undefined && !required) return [...comment, `${indent}# ${name}:`];
  if (fields.length === 0 || (list && value !== undefined)) return [...comment, `${indent}${name}:${formatValue(value, indent)}`];
  const values = (value ?? {}) as StubValues;
  const inner = indent + (list ? '    ' : '  ');
  // The fields of a shared schema are documented once, so only required and known ones are listed.
  const lines = shared
    ? fields
        .filter((each) => each.required || values[each.name] !== undefined)
        .map((each) => `${inner}${each.name}:${formatValue(values[each.name], inner)}`)
    : fields.flatMap((each) => formatField(each, values[each.name], inner));
  if (!list) return [...comment, `${indent}${name}:`, ...lines];
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return [...comment, `${indent}${name}:`, ...lines.map((line, index) => (index === first ? line.replace(inner, `${indent}  - `) : line))];
}

/** Returns the description of a field, its values, and the optional fields of its shared schema. */
function describeField({ description, values, shared, fields, list }: Field): string[] {
  const optional = shared ? fields.filter(({ required }) => !required).map(({ name }) => name) : [];
  const parts = [
    description,
    values.length > 0 && `One of: ${values.join(', ')}.`,
    optional.length > 0 && `May also have: ${optional.join(', ')}.`,
    list && fields.length > 0 && !shared && `Each: ${fields.map(({ name, required }) => (required ? name : `${name}?`)).join(', ')}.`,
  ];
  return wrapText(parts.filter(Boolean).join(' '));
}

/** Formats a value after its colon: on the same line if it is short, else below. */
function formatValue(value: unknown, indent: string): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return ` ${stringify(value, YAML).trimEnd()}`;
  const flow = stringify(value, { ...YAML, collectionStyle: 'flow', flowCollectionPadding: true }).trimEnd();
  // A text that is still to be written needs a line.
  if (flow.length < MAX_WIDTH && !flow.includes('\n') && !flow.includes('text: ""')) return ` ${removePadding(flow)}`;
  return `\n${stringify(value, YAML).trimEnd().replace(/^/gm, `${indent}  `)}`;
}

/** Removes the spaces inside brackets, unless a text may contain brackets. */
const removePadding = (flow: string) => (/["']/.test(flow) ? flow.replace('[ ]', '[]') : flow.replaceAll('[ ', '[').replaceAll(' ]', ']'));

const wrapText = (text: string) => (text.match(new RegExp(`.{1,${MAX_WIDTH - 6}}(?:\\s|$)`, 'g')) ?? []).map((line) => line.trim());
