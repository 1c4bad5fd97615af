import { describe, expect, it } from 'vitest';
import type { FrozenEdition } from '../../src/editions/diff.ts';
import { createSnapshot, parseNdjson, serializeNdjson, type SnapshotItem } from '../../src/editions/edition-files.ts';
import { editionCopies, editionEntries, editionListItem, editionStatements } from '../../src/views/editions.ts';
import { changedRecord, find, fixture, getStatement } from '../support/fixtures.ts';

/** Returns an edition whose items come from a file, as in a build. */
function edition(
  change: (items: SnapshotItem[]) => SnapshotItem[] = (items) => items,
  status: 'published' | 'in-preparation' = 'published',
) {
  const items = change(parseNdjson(serializeNdjson(createSnapshot(fixture))));
  const [node] = fixture.editions;
  return {
    ...node!,
    data: { ...node!.data, status },
    items,
    byKey: new Map(items.map((item) => [`${item.kind} ${item.id}`, item])),
  } satisfies FrozenEdition;
}
const without = (...fields: string[]) =>
  edition((items) =>
    items.map((item) =>
      item.kind === 'relation'
        ? item
        : { ...item, data: Object.fromEntries(Object.entries(item.data).filter(([name]) => !fields.includes(name))) },
    ),
  );

describe('an edition', () => {
  it('is listed with its counts and its articles by date', () => {
    expect(editionListItem(edition())).toMatchObject({ name: '2003.1', address: '/editions/2003.1/', inPreparation: false });
    expect(editionListItem(edition()).counts).toMatch(/^2 articles, \d+ statements, \d+ links? between statements$/);
    expect(editionEntries(edition()).map(({ id, address }) => [id, address])).toEqual([
      ['alpha-2001', '/editions/2003.1/alpha-2001/'],
      ['beta-2002', '/editions/2003.1/beta-2002/'],
    ]);
  });

  it('has every statement of an article in its own words, with a link to the current one', () => {
    const current = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s1').text = 'Another sentence.';
      getStatement(content, 'alpha-2001.s2').withdrawn = { date: '2003-05-01', reason: 'Twice.', instead: 'alpha-2001.s1' };
      getStatement(content, 'alpha-2001.s3').withdrawn = { date: '2003-05-01', reason: 'Wrong.' };
      content.relations[0]!.data.relations = [];
      for (const list of [content.entries, content.events, content.actors, content.themes, content.places, content.terms])
        for (const file of list as { data: object }[]) file.data = withoutReferences(file.data) as never;
    });
    const statements = editionStatements(edition(), 'alpha-2001', current);
    expect(statements.map(({ text }) => text)).toEqual(find('entries', 'alpha-2001').statements.map(({ data }) => data.text));
    expect(statements.map(({ since }) => since)).toEqual([
      'Changed since',
      'Merged since into statement 1',
      'Withdrawn since',
      undefined,
      undefined,
    ]);
    expect(statements[0]!.address).toBe('/entries/alpha-2001/s1/');
    expect(statements[0]!.anchor).toBe('s1');
  });

  it('links relations inside the edition', () => {
    const flags = editionStatements(edition(), 'beta-2002', fixture).flatMap(({ relations }) => relations);
    expect(flags.length).toBeGreaterThan(0);
    for (const { address } of flags) expect(address).toMatch(/^\/editions\/2003\.1\/(?:alpha-2001|beta-2002)\/#s\d+$/);
  });

  it('leaves out what it does not have', () => {
    const full = editionStatements(edition(), 'alpha-2001', fixture);
    const bare = editionStatements(
      without('via', 'kind', 'date', 'horizon', 'said', 'condition', 'note', 'at', 'side'),
      'alpha-2001',
      fixture,
    );
    expect(bare.map(({ text }) => text)).toEqual(full.map(({ text }) => text));
    expect(bare.every(({ kindLabel, at, date, details }) => !kindLabel && !at && !date && details.length === 0)).toBe(true);
    expect(new Set(bare.flatMap(({ voice }) => voice.speakers))).toEqual(new Set(['unnamed']));
  });

  it('names an actor that it does not have by its id', () => {
    const none = edition((items) => items.filter(({ kind }) => kind !== 'actor'));
    const [first] = editionStatements(none, 'alpha-2001', fixture);
    expect(first!.speakers[0]!.name).toBe(find('statements', 'alpha-2001.s1').speakers[0]!.actor!.id);
  });
});

describe('editionCopies', () => {
  const statement = find('statements', 'alpha-2001.s1');

  it('links to published editions that have the statement, and compares the words', () => {
    const other = edition((items) =>
      items.map((item) => (item.kind === 'statement' ? { ...item, data: { ...item.data, text: 'Other.' } } : item)),
    );
    const missing = edition((items) => items.filter(({ kind }) => kind !== 'statement'));
    expect(editionCopies(statement, [edition(undefined, 'in-preparation'), edition(), other, missing])).toEqual([
      { name: '2003.1', address: '/editions/2003.1/alpha-2001/#s1', isSame: true },
      { name: '2003.1', address: '/editions/2003.1/alpha-2001/#s1', isSame: false },
    ]);
  });
});

/** Removes references to statements, so that any statement can be withdrawn. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !(typeof each === 'string' && /\.s\d+$/.test(each))).map(withoutReferences);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutReferences(each)]));
}
