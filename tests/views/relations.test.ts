import { describe, expect, it, test } from 'vitest';
import { linkFinding, linkMatrix } from '../../src/charts/tables.ts';
import type { Relation } from '../../src/schema/statement.ts';
import { filterStyle, linksPage, summarizeGroups, relationFrom, relationPair } from '../../src/views/relations.ts';
import { changedRecord, fixture } from '../support/fixtures.ts';

type Pair = [from: string, kind: Relation['kind'], to: string];
const linked = (...pairs: Pair[]) =>
  changedRecord(({ relations }) => {
    relations[0]!.data.relations = pairs.map(([from, kind, to]) => ({ from, kind, to, why: 'Both name the night.' }));
  });

describe('linksPage', () => {
  const record = linked(
    ['alpha-2001.s1', 'corroborates', 'alpha-2001.s2'],
    ['beta-2002.s1', 'updates', 'alpha-2001.s1'],
    ['beta-2002.s2', 'updates', 'alpha-2001.s2'],
    ['alpha-2001.s3', 'updates', 'alpha-2001.s1'],
    ['beta-2002.s2', 'contradicts', 'alpha-2001.s3'],
  );
  const { title, kinds, articles, themes, total } = linksPage(record);

  it('lists kinds by weight, with those shown in full first', () => {
    expect(title).toBe('5 links between statements');
    expect(kinds.map(({ heading, isLarge }) => [heading, isLarge])).toEqual([
      ['One contradiction', true],
      ['Three updates', false],
      ['One corroboration', false],
    ]);
  });

  it('groups by pair of articles, the largest first, and puts the earlier statement first', () => {
    const updates = kinds.find(({ kind }) => kind === 'updates')!;
    expect(updates.groups.map(({ name, links }) => [name, links.map(({ from, other }) => [from!.id, other.id])])).toEqual([
      [
        'Thornbury 2002 on Gazette 2001',
        [
          ['alpha-2001.s1', 'beta-2002.s1'],
          ['alpha-2001.s2', 'beta-2002.s2'],
        ],
      ],
      ['Within Gazette 2001', [['alpha-2001.s1', 'alpha-2001.s3']]],
    ]);
  });

  it('names the direction of a relation unless it is mutual', () => {
    const labels = kinds.map(({ groups }) => [...new Set(groups.flatMap(({ links }) => links.map(({ label }) => label)))]);
    expect(labels).toEqual([['Contradicts'], ['Updated by', 'Updates'].slice(0, 1), ['Corroborates']]);
  });

  it('counts what each filter shows, and gives each relation the classes of its filters', () => {
    expect(articles.map(({ name, count }) => [name, count])).toEqual([
      ['Gazette 2001', 5],
      ['Thornbury 2002', 3],
    ]);
    const all = kinds.flatMap(({ groups }) => groups).flatMap(({ links }) => links);
    expect(all).toHaveLength(total);
    for (const { id, count } of [...articles, ...themes])
      expect(all.filter(({ classes }) => classes.split(' ').includes(id))).toHaveLength(count);
  });

  it('is empty without relations', () => {
    expect(linksPage(linked())).toMatchObject({ kinds: [], articles: [], themes: [], total: 0 });
  });
});

it('filterStyle hides relations, groups and kinds that a filter does not show', () => {
  expect(filterStyle(['a0'])).toBe(
    'main:has(option.a0:checked) :is(.pair:not(.a0),.links-of:not(:has(.a0)),.link-group:not(:has(.a0))){display:none}',
  );
});

it('summarizeGroups names three groups and counts the others', () => {
  const groups = ['A on B', 'C on B', 'Within A', 'Within B'].map((name, index) => ({ name, links: new Array<never>(4 - index) }));
  expect(summarizeGroups(groups)).toBe('Show the other 10: A on B (4), C on B (3), Within A (2), 1 more');
  expect(summarizeGroups(groups.slice(0, 1))).toBe('Show the other 4: A on B (4)');
});

describe('linkMatrix', () => {
  it('has each relation once, in the row of the article that makes it', () => {
    const { rows } = linkMatrix(fixture);
    expect(rows.flatMap(({ cells }) => cells).reduce((sum, { count }) => sum + count, 0)).toBe(fixture.relations.length);
    for (const { count, cells } of rows) expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(count);
  });

  it('counts the relations of a cell by kind, contradictions first', () => {
    const { rows } = linkMatrix(linked(['beta-2002.s1', 'updates', 'alpha-2001.s1'], ['beta-2002.s2', 'contradicts', 'alpha-2001.s3']));
    expect(rows[1]!.cells.map(({ count, isWithin, words }) => [count, isWithin, words])).toEqual([
      [2, false, '1 contradiction, 1 update'],
      [0, true, ''],
    ]);
  });

  test.each<[string, Pair[]]>([
    ['No statement is linked with another yet', []],
    [
      '2 links between statements',
      [
        ['alpha-2001.s1', 'qualifies', 'alpha-2001.s2'],
        ['alpha-2001.s1', 'qualifies', 'alpha-2001.s3'],
      ],
    ],
    ['Thornbury 2002 has the only update', [['beta-2002.s1', 'updates', 'alpha-2001.s1']]],
    ['the only contradiction is between articles', [['beta-2002.s1', 'contradicts', 'alpha-2001.s1']]],
    ['the only contradiction is within one article', [['alpha-2001.s2', 'contradicts', 'alpha-2001.s1']]],
    [
      'Thornbury 2002 has 2 of 3 updates; 1 of 2 contradictions is between articles',
      [
        ['beta-2002.s1', 'updates', 'alpha-2001.s1'],
        ['beta-2002.s2', 'updates', 'alpha-2001.s1'],
        ['alpha-2001.s2', 'updates', 'alpha-2001.s1'],
        ['beta-2002.s1', 'contradicts', 'alpha-2001.s2'],
        ['alpha-2001.s3', 'contradicts', 'alpha-2001.s2'],
      ],
    ],
    [
      'Gazette 2001 has both updates; both contradictions are within single articles',
      [
        ['alpha-2001.s2', 'updates', 'alpha-2001.s1'],
        ['alpha-2001.s3', 'updates', 'alpha-2001.s1'],
        ['alpha-2001.s4', 'contradicts', 'alpha-2001.s2'],
        ['beta-2002.s2', 'contradicts', 'beta-2002.s1'],
      ],
    ],
  ])('finds “%s”', (finding, pairs) => {
    expect(linkFinding(linked(...pairs).relations).toLowerCase()).toBe(finding.toLowerCase());
  });
});

describe('a relation in a list', () => {
  const relation = fixture.relations.find(({ data }) => data.kind === 'answers')!;

  it('shows the other statement as seen from one', () => {
    const seen = [relation.from, relation.to].map((statement) => relationFrom(relation, statement));
    expect(seen.map(({ label, other, from }) => [label, other.id, from])).toEqual([
      ['Reports the outcome of', relation.to.id, undefined],
      ['Outcome reported in', relation.from.id, undefined],
    ]);
  });

  it('shows both statements of a pair, the earlier first', () => {
    const { label, from, other } = relationPair(relation);
    expect([label, from?.id, other.id]).toEqual(['Outcome reported in', 'alpha-2001.s3', 'beta-2002.s1']);
  });
});
