import { describe, expect, it } from 'vitest';
import { namedThreads } from '../../src/views/threads.ts';
import type { Content } from '../../src/record/content.ts';
import { changedRecord, fixture, getData, getStatement, ids } from '../support/fixtures.ts';

const addRelation = ({ relations }: Content, relation: Content['relations'][number]['data']['relations'][number]) =>
  relations[0]!.data.relations.push(relation);

describe('namedThreads', () => {
  it('names a forecast with its outcome and its place', () => {
    expect(namedThreads(fixture).map(({ kind, title, facts }) => [kind, title, facts])).toEqual([
      ['answers', 'Forecast for autumn 2001, reported as not met', 'Gazette 2001, 3 › Thornbury 2002, 1'],
    ]);
  });

  it('gives the date of an outcome that is not a failure', () => {
    const record = changedRecord((content) => {
      Object.assign(content.relations[0]!.data.relations[0]!, { outcome: 'met' });
      getStatement(content, 'beta-2002.s1').date.edtf = '2001-10';
    });
    expect(namedThreads(record)[0]!.title).toBe('Forecast for autumn 2001, reported for October 2001');
  });

  it('joins the forecasts that one statement answers, a direct one first', () => {
    const record = changedRecord((content) => {
      const direct = getStatement(content, 'alpha-2001.s5');
      Object.assign(direct, { kind: 'forecast' });
      addRelation(content, { from: 'beta-2002.s1', to: 'alpha-2001.s5', kind: 'answers', outcome: 'met', why: 'It does.' });
    });
    const [thread] = namedThreads(record);
    expect(ids(thread!.earlier)).toEqual(['alpha-2001.s5', 'alpha-2001.s3']);
    expect(thread!.facts).toBe('Gazette 2001, 3 and 5 › Thornbury 2002, 1');
  });

  it('names a contradiction by the words that both articles quote, else by the voices', () => {
    const why = 'They differ.';
    const quoted = changedRecord((content) => {
      getData(content, 'actors', 'ferry-board').side = 'japan';
      addRelation(content, { from: 'beta-2002.s1', to: 'alpha-2001.s4', kind: 'contradicts', why });
      addRelation(content, { from: 'beta-2002.s2', to: 'alpha-2001.s2', kind: 'contradicts', why });
      getStatement(content, 'beta-2002.s2').quotes = [
        { words: 'no boat', at: 'p1', kind: 'direct' },
        { words: 'not one boat', at: 'p1', kind: 'direct' },
      ];
    });
    expect(namedThreads(quoted).at(-1)!.title).toBe('“a boat for every tide”, or “not one boat”?');
    const unquoted = changedRecord((content) =>
      addRelation(content, { from: 'beta-2002.s1', to: 'alpha-2001.s4', kind: 'contradicts', why }),
    );
    expect(namedThreads(unquoted).at(-1)!.title).toMatch(/^a harbour clerk, through The Alder Gazette, or Ilse Thornbury/);
  });

  it('names the update over the most years between two sides', () => {
    const record = changedRecord((content) => {
      const why = 'It is later.';
      for (const to of ['alpha-2001.s4', 'alpha-2001.s2']) addRelation(content, { from: 'beta-2002.s1', to, kind: 'updates', why });
    });
    const update = namedThreads(record).find(({ kind }) => kind === 'updates');
    expect(update?.title).toMatch(/, 1 year later$/);
  });
});
