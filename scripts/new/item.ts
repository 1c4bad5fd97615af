import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { id as plainId } from '../../src/schema/ids.ts';
import { formatZodIssue } from '../../src/loader/zod-messages.ts';
import { parseFile } from '../../src/loader/parse-file.ts';
import { formatFieldPath } from '../../src/loader/reporters/text.ts';
import { schemaComment } from '../generate/schema-files.ts';
import type { Prompter } from './prompter.ts';
import { parseOptionValues, cliFields, type CliField } from './cli-fields.ts';
import { createStub } from './stub.ts';
import { UsageError } from './write-files.ts';

/** What has a file of its own, and the collection it goes to. */
const places = { actor: 'actors', event: 'events', theme: 'themes', place: 'places', term: 'terms' } as const;

export type ItemKind = keyof typeof places;
export const itemKinds = Object.keys(places) as ItemKind[];

/** A file to be written. */
export interface NewFile {
  file: string;
  text: string;
  /** What to do next. */
  next: string;
}

/** The options by which a thing's plain fields are given. */
export const itemOptions = (kind: ItemKind): CliField[] => cliFields(describeFields(collections[places[kind]].schema));

/**
 * The file of a new thing, from options and, where there is someone to ask, answers.
 *
 * @throws {UsageError} where the id is none or is taken, or a value does not fit its field
 */
export async function newItem(
  root: string,
  kind: ItemKind,
  id: string,
  options: Readonly<Record<string, string | undefined>>,
  asker?: Prompter,
): Promise<NewFile> {
  const name = places[kind];
  const { base, pattern, schema } = collections[name];
  assertId(id);
  const file = `content/${base}/${pattern.replace('*', id)}`;
  if (existsSync(join(root, file)))
    throw new UsageError(`${file} is there already: nothing was written`, 'choose another id, or edit the file');

  const leaves = cliFields(describeFields(schema));
  const values: Record<string, string | undefined> = { ...options };
  if (leaves.some(({ option }) => option === 'order')) values.order ??= String(nextOrder(join(root, 'content', base)));
  if (asker) {
    for (const leaf of leaves.filter(({ option, required }) => required && values[option] === undefined)) {
      const answer = await ask(asker, leaf);
      if (answer) values[leaf.option] = answer;
    }
  }
  const data = createStub(describeFields(schema), parseOptionValues(leaves, values));
  const text = pattern.endsWith('.mdx') ? `---\n${data}${belowIt(kind)}---\n` : `${schemaComment(name, file)}${data}`;
  assertFitsSchema(file, text, name, leaves, values);
  return {
    file,
    text,
    next: `Next: fill in what is empty, name ${id} in the statements that speak of it, then npm run lint.`,
  };
}

/** @throws {UsageError} where a text is no id */
export function assertId(id: string): void {
  const result = plainId.safeParse(id);
  if (!result.success)
    throw new UsageError(
      `“${id}” is no id: it ${result.error.issues[0]!.message}`,
      'choose another: it becomes part of an address and stays',
    );
}

function ask(asker: Prompter, { option, field }: CliField): Promise<string> {
  const question = `${option}: ${field.description}`;
  return field.values.length > 0
    ? asker.choice(
        question,
        [...field.values, ''].map((value) => ({ value })),
      )
    : asker.line(question);
}

/** What the file's schema has against the values that were given; what is still empty is for the lint to say. */
function assertFitsSchema(
  file: string,
  text: string,
  name: (typeof places)[ItemKind],
  leaves: readonly CliField[],
  values: Record<string, string | undefined>,
) {
  const { schema } = collections[name];
  const result = schema.safeParse(parseFile(file, text).data, { reportInput: true });
  if (result.success) return;
  const given = new Map(
    leaves.filter(({ option }) => values[option] !== undefined).map(({ option, path }) => [formatFieldPath(path), option]),
  );
  for (const issue of result.error.issues) {
    for (const { path, message, hint } of formatZodIssue(issue, schema)) {
      const option = given.get(formatFieldPath(path));
      if (option) throw new UsageError(`--${option} “${values[option]}”: ${message}`, hint);
    }
  }
}

/** The place after the last in the order of a collection. */
function nextOrder(folder: string): number {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.mdx')) : [];
  const orders = files.map(
    (file) => (parse(readFileSync(join(folder, file), 'utf8').split(/^---$/m)[1] ?? '') as { order?: number } | null)?.order ?? 0,
  );
  return Math.max(0, ...orders) + 1;
}

function belowIt(kind: ItemKind): string {
  const what = { actor: 'who or what it is in these articles', theme: 'the overview', term: 'what is at stake' } as Partial<
    Record<ItemKind, string>
  >;
  return `# Below the closing line of three hyphens: ${what[kind]}, in own words. After each sentence the statements it rests on:\n# <Cite s="tass-2026.s1 tass-2026.s2" />. What rests on none is an editor’s note, a block of its own: <Note>…</Note>\n`;
}
