import fc from 'fast-check';
import { readContent } from '../../src/loader/load-record.ts';
import type { Content } from '../../src/record/content.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import type { TheRecord } from '../../src/record/model.ts';
import { statementKinds, type Statement } from '../../src/schema/statement.ts';
import { edtfOrNull } from './dates.ts';
import { archive } from './archive.ts';

const { content } = readContent(archive);

/** The Record of the fixture archive. */
export const fixture = resolveReferences(content);

export const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

type Lists = Omit<TheRecord, 'relations' | 'searchAliases' | 'synonyms' | 'pageAliases' | 'redirects' | 'tombstones'>;

/** Returns the item with this id from a list of a Record. */
export function find<Name extends keyof Lists>(name: Name, id: string, record: TheRecord = fixture): Lists[Name][number] {
  return withId<{ id: string }>(record[name], id) as Lists[Name][number];
}

/** Returns the Record of the fixture archive after a change of its content. */
export function changedRecord(change: (content: Content) => void): TheRecord {
  const own = structuredClone(content);
  change(own);
  return resolveReferences(own);
}

/** The actors of the fixture, sorted by name. */
const actorIds = ['alder-gazette', 'beacon-wire', 'ferry-board', 'norrow', 'ilse-thornbury'] as const;

/** Returns the data of an item in content, to be changed. */
export function getData<Name extends 'actors' | 'entries' | 'events' | 'places' | 'terms' | 'themes'>(
  content: Content,
  name: Name,
  id: string,
): Content[Name][number]['data'] {
  return withId<{ id: string; data: unknown }>(content[name], id).data as Content[Name][number]['data'];
}

/** Returns the data of a statement in content, to be changed. */
export function getStatement({ ledgers }: Content, id: string): Statement {
  const [entry, number] = id.split('.s');
  const statement = withId(ledgers, entry!).data.statements.find(({ n }) => n === Number(number));
  if (!statement) throw new Error(`no ${id}`);
  return statement;
}

/** Adds a statement to an entry. */
export function addStatement({ ledgers }: Content, entry: string, n: number, data: Partial<Statement> = {}): void {
  withId(ledgers, entry).data.statements.push({
    n,
    at: ['p1'],
    kind: 'reported-fact',
    speakers: ['norrow'],
    via: [],
    text: 'A boat sailed.',
    quotes: [],
    date: { edtf: null, basis: 'printed', ground: 'none given' },
    events: [],
    actors: [],
    themes: ['ferries'],
    places: [],
    ...data,
  });
}

/** Returns the Record of the fixture archive in which `beta-2002` has only what an entry needs: no text, role, theme, owner or form. */
export const recordWithBareEntry = () =>
  changedRecord(({ entries }) => {
    const entry = withId(entries, 'beta-2002');
    entry.body = '\n';
    Object.assign(entry.data, { actors: [], themes: [], standpoint: { omits: entry.data.standpoint.omits } });
  });

/** Adds a copy of `beta-2002` with another id, label and date. */
export function addEntry({ entries, ledgers, passages }: Content, id: string, published: string): void {
  const entry = { ...structuredClone(withId(entries, 'beta-2002')), id };
  entry.data.label = id;
  entry.data.source.published = { edtf: published, basis: 'printed' };
  entries.push(entry);
  ledgers.push({ ...structuredClone(withId(ledgers, 'beta-2002')), id });
  passages.push({ ...structuredClone(withId(passages, 'beta-2002')), id });
}

const someActors = fc.subarray([...actorIds]);
const speakers = fc.array(fc.oneof(fc.constantFrom(...actorIds), fc.constant({ unnamed: 'a harbour clerk' })), { maxLength: 3 });

const statementData = fc.record({
  speakers: speakers.map((some) => (some.length > 0 ? some : [{ unnamed: 'a harbour clerk' }])),
  via: speakers,
  actors: someActors,
  kind: fc.constantFrom(...statementKinds),
  edtf: edtfOrNull,
});

/** Generates the fixture with other speakers, actors, kinds and dates in all statements, and its entries in either order. */
export const anyRecord = fc
  .record({ statements: fc.array(statementData, { minLength: 9, maxLength: 9 }), published: fc.constantFrom('1999', '2002-06') })
  .map(({ statements, published }) =>
    changedRecord((own) => {
      getData(own, 'entries', 'beta-2002').source.published.edtf = published;
      for (const [index, data] of own.ledgers.flatMap((ledger) => ledger.data.statements).entries()) {
        const { edtf, ...rest } = statements[index]!;
        Object.assign(data, rest, { date: { edtf, basis: 'printed', ground: 'generated' } });
      }
    }),
  );

function withId<Thing extends { id: string }>(things: readonly Thing[], id: string): Thing {
  const found = things.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}
