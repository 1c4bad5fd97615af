import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formatFieldPath } from '../../src/loader/reporters.ts';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { schemaComment } from '../generated-files.ts';
import { assertId, assertValuesFit, cliFields, parseOptionValues, type CliField } from './cli-fields.ts';
import type { Prompter } from './prompter.ts';
import { createStub } from './stub.ts';
import { assertAbsent } from './write-files.ts';

/** Kinds of items that have their own file, with their collection. */
const collectionNames = { actor: 'actors', event: 'events', theme: 'themes', place: 'places', term: 'terms' } as const;

export type ItemKind = keyof typeof collectionNames;
export const itemKinds = Object.keys(collectionNames) as ItemKind[];

/** Returns the options that fill the fields of an item. */
export const itemOptions = (kind: ItemKind): CliField[] => cliFields(describeFields(collections[collectionNames[kind]].schema));

/** What to write below the frontmatter of an MDX file. */
const BODIES: Partial<Record<ItemKind, string>> = {
  actor: 'who or what it is in these articles',
  theme: 'the overview',
  term: 'what is contested',
};

/**
 * Creates the file of a new item from options and, if there is a prompter, answers.
 *
 * @throws {UserError} if the id is invalid or exists already, or a value does not fit its field
 */
export async function createItem(
  root: string,
  kind: ItemKind,
  id: string,
  options: Readonly<Record<string, string | undefined>>,
  prompter?: Prompter,
): Promise<{ file: string; text: string }> {
  const name = collectionNames[kind];
  const { base, pattern, schema } = collections[name];
  assertId(id);
  const file = `content/${base}/${pattern.replace('*', id)}`;
  assertAbsent(join(root, file), file);

  const schemaFields = describeFields(schema);
  const fields = cliFields(schemaFields);
  const values: Record<string, string | undefined> = { ...options };
  if (fields.some(({ option }) => option === 'order')) values.order ??= String(nextOrder(join(root, 'content', base)));
  for (const field of fields)
    if (prompter && field.required && values[field.option] === undefined)
      values[field.option] = (await promptField(prompter, field)) || undefined;

  const data = createStub(schemaFields, parseOptionValues(fields, values));
  const text = pattern.endsWith('.mdx') ? `---\n${data}${bodyComment(kind)}---\n` : `${schemaComment(name, file)}${data}`;
  const given = fields.flatMap(({ option, path }) => {
    const value = values[option];
    return value === undefined ? [] : [[formatFieldPath(path), { at: `--${option}`, value }] as const];
  });
  assertValuesFit(file, text, schema, new Map(given));
  return { file, text };
}

function promptField(prompter: Prompter, { option, field }: CliField): Promise<string> {
  const question = `${option}: ${field.description}`;
  return field.values.length > 0 ? prompter.choice(question, [...field.values, '']) : prompter.line(question);
}

/** Returns the number after the highest `order` of a collection. */
function nextOrder(folder: string): number {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.mdx')) : [];
  const orders = files.map((file) => {
    const frontmatter = readFileSync(join(folder, file), 'utf8').split(/^---$/m)[1] ?? '';
    return (parse(frontmatter) as { order?: number } | null)?.order ?? 0;
  });
  return Math.max(0, ...orders) + 1;
}

const bodyComment = (
  kind: ItemKind,
) => `# Below the closing three hyphens, write ${BODIES[kind]}, in your own words. After each sentence cite its statements:
# <Cite s="tass-2026.s1 tass-2026.s2" />. A sentence without statements is an editor’s note in its own block: <Note>…</Note>
`;
