import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formatFieldPath } from '../../src/loader/reporters.ts';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { capitalize } from '../../src/text/english.ts';
import { schemaComment } from '../generated-files.ts';
import { assertId, assertValuesFit, cliFields, parseOptionValues, type CliField } from './cli-fields.ts';
import type { MissingItem } from './ledger.ts';
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
 * Creates the file of a new item from options and from what statements show.
 *
 * @throws {UserError} if the id is invalid or exists already, or a value does not fit its field
 */
export function createItem(
  root: string,
  kind: ItemKind,
  id: string,
  options: Readonly<Record<string, string | undefined>>,
  known?: MissingItem,
): { file: string; text: string } {
  const name = collectionNames[kind];
  const { base, pattern, schema } = collections[name];
  assertId(id);
  const file = `content/${base}/${pattern.replace('*', id)}`;
  assertAbsent(join(root, file), file);

  const schemaFields = describeFields(schema);
  const fields = cliFields(schemaFields);
  const values: Record<string, string | undefined> = { ...(known && knownOptions(known)), ...options };
  if (fields.some(({ option }) => option === 'order')) values.order ??= String(nextOrder(join(root, 'content', base)));
  const rests = known?.statements.map((statement) => statement.id) ?? [];
  const data = createStub(schemaFields, {
    ...parseOptionValues(fields, values),
    ...(rests.length > 0 && (kind === 'event' || kind === 'place') && { account: [{ text: '', rests }] }),
  });
  const statements = known?.statements.map(({ id: statement, data: { text } }) => `# ${statement}: ${text}\n`).join('') ?? '';
  const text = pattern.endsWith('.mdx')
    ? `---\n${data}${bodyComment(kind)}${statements}---\n`
    : `${schemaComment(name, file)}${data}${statements}`;
  const given = fields.flatMap(({ option, path }) => {
    const value = options[option];
    return value === undefined ? [] : [[formatFieldPath(path), { at: `--${option}`, value }] as const];
  });
  assertValuesFit(file, text, schema, new Map(given));
  return { file, text };
}

/** Returns what an id and its statements show: a name, the kind of an outlet or author, a date that all statements share. */
function knownOptions({ kind, id, isOutlet, isPerson, statements }: MissingItem): Record<string, string> {
  const words = id.split('-');
  const name = kind === 'actor' || kind === 'place' ? words.map(capitalize).join(' ') : capitalize(words.join(' '));
  const dates = [...new Set(statements.map(({ data }) => data.date.edtf))];
  return {
    ...(kind === 'actor' || kind === 'place' ? { name } : { title: name }),
    ...(isOutlet && { kind: 'outlet' }),
    ...(isPerson && { kind: 'person', family: capitalize(words.at(-1)!), given: words.slice(0, -1).map(capitalize).join(' ') }),
    ...(kind === 'event' && dates.length === 1 && dates[0] && { date: dates[0] }),
  };
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
