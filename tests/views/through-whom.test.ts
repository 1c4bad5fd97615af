import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFlows, throughWhomPage } from '../../src/views/through-whom.ts';
import { addStatement, anyRecord, changedRecord, fixture } from '../support/fixtures.ts';

const withChain = changedRecord((content) => {
  for (const n of [10, 11]) addStatement(content, 'alpha-2001', n, { speakers: ['norrow'], via: ['ferry-board', 'alder-gazette'] });
  addStatement(content, 'alpha-2001', 12, { speakers: ['norrow'], via: ['alder-gazette'] });
});

describe('articleFlows', () => {
  it('counts the statements of each speaker by the chain through which they came', () => {
    const [alpha] = articleFlows(withChain);
    expect(
      alpha!.speakers.map(({ name, count, flows }) => [
        name,
        count,
        flows.map((flow) => [flow.count, flow.first.map((voices) => voices.name), flow.last?.name]),
      ]),
    ).toEqual([
      [
        'Norrow',
        3,
        [
          [2, ['Ferry Board'], 'The Alder Gazette'],
          [1, [], 'The Alder Gazette'],
        ],
      ],
      ['Ferry Board', 1, [[1, [], 'The Alder Gazette']]],
      ['Ilse Thornbury', 1, [[1, [], 'The Alder Gazette']]],
      ['Unnamed sources', 1, [[1, [], 'The Alder Gazette']]],
      ['The Alder Gazette', 2, [[2, [], undefined]]],
    ]);
  });

  it('sorts articles by the share of statements that are passed on', () => {
    expect(articleFlows(fixture).map(({ article, passedOn, total }) => [article.name, passedOn, total])).toEqual([
      ['Gazette 2001', 3, 5],
      ['Thornbury 2002', 1, 4],
    ]);
  });

  it('counts every statement once, and lists own words last', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const articles = articleFlows(record);
        const flows = articles.flatMap(({ speakers }) => speakers.flatMap((speaker) => speaker.flows));
        expect(flows.reduce((sum, { count }) => sum + count, 0)).toBe(record.statements.length);
        for (const { speakers, passedOn, total } of articles) {
          expect(speakers.reduce((sum, { count }) => sum + count, 0)).toBe(total);
          const own = speakers.map((speaker) => speaker.flows.every(({ last }) => !last));
          expect(own).toEqual(own.toSorted((a, b) => Number(a) - Number(b)));
          expect(passedOn).toBeLessThanOrEqual(total);
        }
      }),
    );
  });
});

describe('throughWhomPage', () => {
  it('names the speaker with the largest share of statements that are passed on', () => {
    expect(throughWhomPage(withChain).finding).toBe('Norrow makes 3 of the 8 statements in Gazette 2001, all through The Alder Gazette');
    expect(throughWhomPage(withChain).summary).toBe('In 7 of 12 statements an article passes on somebody else’s words.');
  });

  it('has the same numbers in its table', () => {
    const [row] = throughWhomPage(withChain).rows;
    expect(row!.counts.slice(0, 3)).toEqual([8, 2, 6]);
    expect(row!.counts.slice(3).reduce((sum, count) => sum + count)).toBe(6);
    expect(row!.voices[0]).toMatchObject({ name: 'Norrow', address: '/actors/norrow/', count: 3, through: '2 through Ferry Board' });
    expect(row!.voices[0]!.references.map(({ n }) => n)).toEqual([10, 11, 12]);
  });

  it('says so if nobody is passed on', () => {
    const record = changedRecord(({ ledgers }) => {
      for (const statement of ledgers.flatMap(({ data }) => data.statements)) statement.via = [];
    });
    expect(throughWhomPage(record).finding).toBe('No article passes on somebody else’s words');
  });
});
