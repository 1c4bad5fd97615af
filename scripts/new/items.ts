import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formatDiagnostics, UserError } from '../../src/loader/errors.ts';
import type { LoadResult } from '../../src/loader/load-record.ts';
import { parseFile } from '../../src/loader/parse-file.ts';
import { type Content, isActive } from '../../src/record/content.ts';
import { splitSentences } from '../../src/rules/prose.ts';
import { collections } from '../../src/schema/collections.ts';
import type { Entry } from '../../src/schema/entry.ts';
import { describeFields } from '../../src/schema/fields.ts';
import type { Statement } from '../../src/schema/statement.ts';
import { capitalize } from '../../src/text/english.ts';
import { schemaComment } from '../generated-files.ts';
import { assertAbsent, assertId, createStub, type StubValues } from './content-files.ts';
import { personOf, proposeActor, proposeEvent } from './propose.ts';

/** Kinds of items that have their own file, with their collection. */
const collectionNames = { actor: 'actors', event: 'events', theme: 'themes', place: 'places', term: 'terms' } as const;

export type ItemKind = keyof typeof collectionNames;
export const itemKinds = Object.keys(collectionNames) as ItemKind[];

/** A statement with its id. */
export interface LedgerStatement {
  id: string;
  data: Statement;
}

/** An id without a file that statements or a source name, with what they show about it. */
export interface MissingItem {
  kind: ItemKind;
  id: string;
  isOutlet: boolean;
  isPerson: boolean;
  /** What it did for an article: ‘Publisher of …’. */
  description?: string;
  statements: LedgerStatement[];
}

/** Maximum number of statements that a proposed account cites, and maximum length of a description from a title. */
const MAX_RESTS = 5;
const MAX_DESCRIPTION = 160;

/** What to write below the frontmatter of an MDX file. */
const BODIES: Partial<Record<ItemKind, string>> = {
  actor: 'who or what it is in these articles',
  theme: 'the overview',
  term: 'what is contested',
};

/**
 * Creates the file of a new item, with what statements show. Their sentences are its first account. It explains every field, or the
 * empty ones if statements are known.
 *
 * @throws {UserError} if the id is invalid or exists already
 */
export function createItem(root: string, kind: ItemKind, id: string, known?: MissingItem): { file: string; text: string } {
  const name = collectionNames[kind];
  const { base, pattern, schema } = collections[name];
  assertId(id);
  const file = `content/${base}/${pattern.replace('*', id)}`;
  assertAbsent(join(root, file), file);

  const about = known?.statements ?? [];
  const named = kind === 'actor' ? about.filter(({ data: { actors, speakers } }) => [...actors, ...speakers].includes(id)) : about;
  // An author speaks in most statements: the views are more of a portrait than the first facts.
  const views = known?.description ? named.filter(({ data }) => ['opinion', 'forecast'].includes(data.kind)) : [];
  const own = (views.length > 0 ? views : named).slice(0, MAX_RESTS);
  const account = own.map((each) => ({ text: each.data.text, rests: [each.id] }));
  const data = createStub(
    describeFields(schema),
    {
      ...(known && knownValues(known)),
      ...(kind === 'theme' && { order: nextOrder(join(root, 'content', base)) }),
      ...(about.length > 0 && (kind === 'event' || kind === 'place') && { account }),
    },
    Boolean(known),
  );
  const others = kind === 'theme' ? about : views.length > 0 ? [] : about.filter((each) => !own.includes(each));
  const statements = others.map(({ id: statement, data: { text } }) => `# ${statement}: ${text}\n`).join('');
  const review = account.length > 0 && kind !== 'theme' ? '# To review: the text is that of its statements.\n' : '';
  const note = known?.description ? `<Note>${known.description}.</Note>\n` : '';
  const cited = account.map(({ text, rests }) => splitSentences(text).map((each) => `${each}<Cite s="${rests.join(' ')}" />`));
  const body = kind === 'actor' ? cited.map((sentences) => `${sentences.join(' ')}\n`).join('') || note : '';
  const text = pattern.endsWith('.mdx')
    ? `---\n${data}${body ? '' : bodyComment(kind)}${review}${statements}---\n${body && `\n${body}`}`
    : `${schemaComment(name, file)}${data}${review}${statements}`;
  return { file, text };
}

/** Returns the active statements of an entry. @throws {UserError} if its ledger is missing or invalid */
export function readLedger({ content, diagnostics }: LoadResult, entry: string): LedgerStatement[] {
  const file = `content/entries/${entry}/statements.yaml`;
  const ledger = content.ledgers.find(({ id }) => id === entry);
  const problems = diagnostics.filter((each) => each.file === file);
  if (!ledger && problems.length > 0) throw new UserError(formatDiagnostics(problems), 'correct the statements first');
  if (!ledger) throw new UserError(`no entry "${entry}"`, 'name a folder of content/entries');
  return statementsOf(ledger);
}

/**
 * Finds the items of a kind that have no file, in the order of the statements.
 *
 * @param entries ids of all entries, also of those whose frontmatter is incomplete
 */
export function findMissing(root: string, loaded: LoadResult, entries: readonly string[], kind: ItemKind): MissingItem[] {
  const found = new Map<string, MissingItem>();
  const base = `${kind}s` as 'actors' | 'events' | 'themes' | 'places';
  const add = (id: string | undefined, known: Partial<MissingItem>) => {
    if (!id || ['mdx', 'yaml'].some((extension) => existsSync(join(root, 'content', base, `${id}.${extension}`)))) return;
    const item = found.get(id) ?? { kind, id, isOutlet: false, isPerson: false, statements: [] };
    found.set(id, { ...item, ...known, statements: [...item.statements, ...(known.statements ?? [])] });
  };
  for (const entry of entries) {
    const { title, publisher, copyAt, reprintOf, authors } = readFrontmatter(root, entry).data.source ?? ({} as Partial<Entry['source']>);
    if (kind === 'actor') {
      add(publisher, { isOutlet: true, ...describe('Publisher', title) });
      for (const id of [copyAt, reprintOf]) add(id, { isOutlet: true });
      for (const id of authors ?? []) add(id, { isPerson: true, ...describe('Author', title) });
    }
    for (const statement of readLedger(loaded, entry))
      for (const id of new Set(kind === 'actor' ? actorsOf(statement.data) : (statement.data[base] ?? [])))
        add(id, { statements: [statement] });
  }
  return [...found.values()];
}

/** Describes an author or publisher by an article, if its title is short. */
const describe = (part: string, title = '') =>
  title && title.length < MAX_DESCRIPTION / 2 ? { description: `${part} of ‘${title}’` } : {};

/** Returns what an id and its statements show: a name, a description, and what `proposeActor` and `proposeEvent` find. */
function knownValues({ kind, id, isOutlet, isPerson, statements, ...known }: MissingItem): StubValues {
  const words = id.split('-');
  const isNamed = kind === 'actor' || kind === 'place';
  // A description is a noun phrase, which the text of a statement rarely contains. That of an outlet names its owner.
  const name = words.map(capitalize).join(' ');
  const roles = kind === 'actor' ? statements.map(({ data }) => roleOf(name, data.text)) : [];
  const description = roles.find(Boolean) ?? (isOutlet ? undefined : known.description);
  const about = statements.map(({ data }) => data);
  return {
    ...(isNamed ? { names: { en: name } } : { title: capitalize(words.join(' ')) }),
    ...(kind !== 'theme' && description && { description }),
    ...(kind === 'actor' && proposeActor(id, about)),
    ...(isOutlet && { kind: 'outlet' }),
    ...(isPerson && { kind: 'person', person: personOf(id) }),
    ...(kind === 'event' && proposeEvent(id, about)),
  };
}

/** Returns what a sentence introduces an actor as: “Finch introduces Ada Quill as a pilot of the strait.” → `Pilot of the strait` */
function roleOf(name: string, text: string): string | undefined {
  const [, role] = new RegExp(`^[^.]* introduces? ${name}\\b[^.]* as (?:an? |the )?([^.]+)\\.$`, 'u').exec(text) ?? [];
  return role && capitalize(role);
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

const statementsOf = ({ id, data }: Content['ledgers'][number]): LedgerStatement[] =>
  data.statements.filter(isActive).map((each) => ({ id: `${id}.s${each.n}`, data: each }));

/** Returns the ids of actors that a statement names: its speakers, who passes it on, and what it is about. */
const actorsOf = ({ speakers, via, actors }: Statement): string[] =>
  [...speakers, ...via.flat(), ...actors].filter((voice) => typeof voice === 'string');

/** Returns the frontmatter of an entry, also if fields are missing. */
export function readFrontmatter(root: string, entry: string): { path: string; text: string; data: Partial<Entry> } {
  const path = join(root, 'content/entries', entry, 'index.mdx');
  if (!existsSync(path)) throw new UserError(`no entry "${entry}"`, 'name a folder of content/entries');
  const text = readFileSync(path, 'utf8');
  return { path, text, data: parseFile(path, text).data ?? {} };
}
