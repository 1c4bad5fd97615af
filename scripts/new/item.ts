import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import type { Statement } from '../../src/schema/statement.ts';
import { capitalize } from '../../src/text/english.ts';
import { schemaComment } from '../generated-files.ts';
import { assertId } from './check-values.ts';
import { createStub, type StubValues } from './stub.ts';
import { assertAbsent } from './write-files.ts';

/** Kinds of items that have their own file, with their collection. */
const collectionNames = { actor: 'actors', event: 'events', theme: 'themes', place: 'places', term: 'terms' } as const;

export type ItemKind = keyof typeof collectionNames;
export const itemKinds = Object.keys(collectionNames) as ItemKind[];

/** A statement with its id. */
export interface LedgerStatement {
  id: string;
  data: Statement;
}

/** An id that statements or a source name and that has no file, with what is known about it. */
export interface MissingItem {
  kind: ItemKind;
  id: string;
  isOutlet: boolean;
  isPerson: boolean;
  statements: LedgerStatement[];
}

/** What to write below the frontmatter of an MDX file. */
const BODIES: Partial<Record<ItemKind, string>> = {
  actor: 'who or what it is in these articles',
  theme: 'the overview',
  term: 'what is contested',
};

/**
 * Creates the file of a new item, with what statements show.
 *
 * @throws {UserError} if the id is invalid or exists already
 */
export function createItem(root: string, kind: ItemKind, id: string, known?: MissingItem): { file: string; text: string } {
  const name = collectionNames[kind];
  const { base, pattern, schema } = collections[name];
  assertId(id);
  const file = `content/${base}/${pattern.replace('*', id)}`;
  assertAbsent(join(root, file), file);

  const rests = known?.statements.map((statement) => statement.id) ?? [];
  const data = createStub(describeFields(schema), {
    ...(known && knownValues(known)),
    ...(kind === 'theme' && { order: nextOrder(join(root, 'content', base)) }),
    ...(rests.length > 0 && (kind === 'event' || kind === 'place') && { account: [{ text: '', rests }] }),
  });
  const statements = known?.statements.map(({ id: statement, data: { text } }) => `# ${statement}: ${text}\n`).join('') ?? '';
  const text = pattern.endsWith('.mdx')
    ? `---\n${data}${bodyComment(kind)}${statements}---\n`
    : `${schemaComment(name, file)}${data}${statements}`;
  return { file, text };
}

/** Returns what an id and its statements show: a name, the kind of an outlet or author, a date that all statements share. */
function knownValues({ kind, id, isOutlet, isPerson, statements }: MissingItem): StubValues {
  const words = id.split('-');
  const isNamed = kind === 'actor' || kind === 'place';
  const dates = [...new Set(statements.map(({ data }) => data.date.edtf))];
  return {
    ...(isNamed ? { names: { en: words.map(capitalize).join(' ') } } : { title: capitalize(words.join(' ')) }),
    ...(isOutlet && { kind: 'outlet' }),
    ...(isPerson && { kind: 'person', person: { family: capitalize(words.at(-1)!), given: words.slice(0, -1).map(capitalize).join(' ') } }),
    ...(kind === 'event' && dates.length === 1 && dates[0] && { date: { edtf: dates[0] } }),
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
