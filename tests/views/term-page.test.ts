import { describe, expect, it, test } from 'vitest';
import { termPage, termsPage } from '../../src/views/term-page.ts';
import type { TermUse } from '../../src/schema/items.ts';
import { changedRecord, getData, find, fixture } from '../support/fixtures.ts';

const withUses = (uses: Partial<TermUse>[]) =>
  changedRecord((content) => {
    const data = getData(content, 'terms', 'home-water');
    data.uses = uses.map((use) => ({ ...data.uses[0]!, ...use }));
  });

const pageOf = (record = fixture) => termPage(find('terms', 'home-water', record), record);

const cellsOf = (record = fixture) => pageOf(record).rows.flatMap(({ cells }) => cells.flat());

describe('termPage', () => {
  it('returns who uses each wording, where and how often', () => {
    const { title, description, rule, summary, rows } = pageOf();
    expect({ title, description, rule, summary }).toEqual({
      title: 'The strait',
      description: 'Who writes what: Home Water.',
      rule: 'The Record writes ‘Marrow Strait’.',
      summary: 'One wording in one article. Thornbury 2002 does not use it.',
    });
    expect(rows.map(({ wording, cells }) => [wording, cells.map(({ length }) => length)])).toEqual([['Home Water', [1, 0]]]);
    expect(cellsOf()[0]).toMatchObject({
      voice: { speakers: ['third'], passedOnBy: ['third'] },
      speakers: 'Thornbury',
      how: 'quoted',
      at: '¶2',
      references: [{ entry: 'Gazette 2001', n: 3, address: '/entries/alpha-2001/s3/' }],
    });
  });

  it('does not claim that an article uses no wording before its statements are compared with all texts', () => {
    const setRead = (n: number | undefined) =>
      changedRecord((content) => {
        getData(content, 'entries', 'beta-2002').textsRead = n;
      });
    for (const n of [undefined, 3]) {
      const { summary, emptyCell } = pageOf(setRead(n));
      expect(summary).toBe('One wording in one article. Thornbury 2002 is not yet compared.');
      expect(emptyCell).toBe('· not used, or not yet compared');
      expect(termsPage(setRead(n)).emptyCell).toBe('· uses none of these words, or not yet compared');
    }
    expect(pageOf(setRead(4)).emptyCell).toBe('· not used');
  });

  test.each([
    ['own', 1, '', []],
    ['quoted', 1, 'quoted', ['third']],
    ['attributed', 3, 'attributed, 3 times', ['third']],
  ] as const)('describes a use with the voice %s, %d times, as “%s”', (voice, count, how, passedOnBy) => {
    expect(cellsOf(withUses([{ voice, count }]))[0]).toMatchObject({ how, voice: { passedOnBy } });
  });

  it('has a row for each wording, in the order of the first uses', () => {
    const record = withUses([{ entry: 'beta-2002' }, { wording: 'Near Sea' }, {}, { entry: 'beta-2002', wording: 'Sea' }]);
    const { rows, description, counts } = pageOf(record);
    expect(rows.map(({ wording, cells }) => [wording, cells.map(({ length }) => length)])).toEqual([
      ['Home Water', [1, 1]],
      ['Near Sea', [1, 0]],
      ['Sea', [0, 1]],
    ]);
    expect(description).toBe('Who writes what: Home Water, Near Sea, Sea.');
    expect(counts).toBe('3 wordings, 4 uses in 2 articles; capital letters ignored');
  });

  it('finds the wordings that speakers of different sides use', () => {
    const withSides = (uses: Partial<TermUse>[]) =>
      changedRecord((content) => {
        const data = getData(content, 'terms', 'home-water');
        data.uses = uses.map((use) => ({ ...data.uses[0]!, ...use }));
        getData(content, 'actors', 'norrow').side = 'japan';
      });
    const [other, japan, joint]: TermUse['speakers'][] = [['ilse-thornbury'], ['norrow'], ['norrow', 'ilse-thornbury']];
    const sea = { wording: 'Sea' };
    const findingOf = (uses: Partial<TermUse>[]) => pageOf(withSides(uses)).finding;
    expect(findingOf([{ speakers: other! }, { speakers: japan! }])).toBe('More than one side uses this wording');
    expect(findingOf([{ speakers: other! }, { ...sea, speakers: japan! }])).toBe('No wording is used by more than one side');
    expect(findingOf([{ speakers: other! }, { speakers: joint! }])).toBe('Only voices of one side use these words');
    expect(findingOf([{ speakers: other! }, { speakers: [{ unnamed: 'a clerk' }] }])).toBe('Only voices of one side use these words');
  });

  it('lists the sentences by who speaks', () => {
    const { sentences } = pageOf(withUses([{ rests: ['alpha-2001.s3', 'alpha-2001.s4', 'beta-2002.s1', 'beta-2002.s3'] }]));
    expect(sentences.map(({ title, statements }) => [title, statements.map(({ id }) => id)])).toEqual([
      ['Voices neither Japanese nor Russian', expect.any(Array)],
      ['Unnamed sources', ['alpha-2001.s4']],
    ]);
    expect(sentences[0]!.statements).toHaveLength(2);
  });
});

describe('termsPage', () => {
  it('returns one wording of each article and the number of its others', () => {
    const record = withUses([{ voice: 'own' }, {}, { wording: 'Sea' }]);
    const { articles, rows } = termsPage(record);
    expect(articles.map(({ name }) => name)).toEqual(['Gazette 2001', 'Thornbury 2002']);
    expect(rows.map(({ title, address, cells }) => [title, address, cells.map((cell) => cell && [cell.wording, cell.more])])).toEqual([
      ['The strait', '/terms/home-water/', [['‘Home Water’', 1], undefined]],
    ]);
  });

  it('prints the marks of the article', () => {
    expect(termsPage(withUses([{ voice: 'quoted' }])).rows[0]!.cells[0]!.wording).toBe('“Home Water”');
  });
});
