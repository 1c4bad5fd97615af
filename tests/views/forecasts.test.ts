import { describe, expect, it, test } from 'vitest';
import type { Content } from '../../src/record/content.ts';
import { forecastOutcomes, type Outcome } from '../../src/schema/relations.ts';
import { forecastListItem, forecasts } from '../../src/views/forecasts.ts';
import { addEntry, addStatement, changedRecord, find, fixture, getStatement } from '../support/fixtures.ts';

const forecast = 'alpha-2001.s3';

const answered = (answers: [string, Outcome][], change: (content: Content) => void = () => undefined) =>
  changedRecord((content) => {
    change(content);
    content.relations[0]!.data.relations = answers.map(([from, outcome]) => ({
      from,
      to: forecast,
      kind: 'answers',
      why: `${from} tells.`,
      outcome,
    }));
  });

const lineOf = (record = fixture) => forecastListItem(find('statements', forecast, record));

describe('forecastListItem', () => {
  it('returns the outcome that a later statement reports, with the reason', () => {
    const { line, said, outcome, outcomeLabel, answers } = lineOf();
    expect([line.id, said, outcome, outcomeLabel]).toEqual([forecast, undefined, 'not-met', 'Not met']);
    expect(answers.map((answer) => [answer.line.id, answer.outcomeLabel, answer.why])).toEqual([
      ['beta-2002.s1', 'Not met', 'The author finds that no boat sailed in the autumn the pilot had named.'],
    ]);
  });

  it('lists later statements that bear on it without giving an outcome', () => {
    const record = changedRecord((content) => {
      const relation = { from: 'beta-2002.s2', to: forecast, kind: 'updates' as const, why: 'The author reports a strike.' };
      content.relations[0]!.data.relations.push(relation);
    });
    expect(lineOf(record).laterReports.map(({ line, why }) => [line.id, why])).toEqual([['beta-2002.s2', 'The author reports a strike.']]);
  });

  it('is open if no statement answers it', () => {
    expect(lineOf(answered([]))).toMatchObject({ outcome: 'open', outcomeLabel: 'Open in these sources', answers: [] });
  });

  it('is open if it has only relations of other kinds', () => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [{ from: 'beta-2002.s1', to: forecast, kind: 'contradicts', why: 'None sailed.' }];
    });
    expect(lineOf(record)).toMatchObject({ outcome: 'open', answers: [] });
  });

  it('is open if it only answers another forecast', () => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [{ from: forecast, to: 'beta-2002.s3', kind: 'answers', why: 'It does.', outcome: 'met' }];
    });
    expect(lineOf(record)).toMatchObject({ outcome: 'open', answers: [] });
  });

  test.each([
    ['met', 'Met'],
    ['not-met', 'Not met'],
    ['partly', 'Partly met'],
    ['overtaken', 'Overtaken'],
  ] as const)('labels the outcome %s “%s”', (outcome, label) => {
    expect(lineOf(answered([['beta-2002.s1', outcome]]))).toMatchObject({ outcome, outcomeLabel: label });
  });

  it('uses the earliest published answer and lists all answers in that order', () => {
    const record = answered(
      [
        ['aged-2003.s1', 'met'],
        ['beta-2002.s1', 'not-met'],
      ],
      (content) => addEntry(content, 'aged-2003', '2003'),
    );
    const { outcome, answers } = lineOf(record);
    expect(outcome).toBe('not-met');
    expect(answers.map(({ line, outcomeLabel }) => [line.id, outcomeLabel])).toEqual([
      ['beta-2002.s1', 'Not met'],
      ['aged-2003.s1', 'Met'],
    ]);
  });

  it('uses the answer with the lowest number if one article has several', () => {
    const record = answered(
      [
        ['beta-2002.s10', 'met'],
        ['beta-2002.s2', 'partly'],
      ],
      (content) => addStatement(content, 'beta-2002', 10),
    );
    const { outcome, answers } = lineOf(record);
    expect([outcome, answers.map(({ line }) => line.n)]).toEqual(['partly', [2, 10]]);
  });

  it('has the date on which it was said only if the article gives it', () => {
    const record = changedRecord((content) => {
      getStatement(content, forecast).said = { edtf: '2001-02', basis: 'reckoned', ground: 'last month' };
    });
    expect(lineOf(record).said).toBe('February 2001, reckoned');
    const untold = changedRecord((content) => {
      getStatement(content, forecast).said = { edtf: null, basis: 'printed', ground: 'none given' };
    });
    expect(lineOf(untold).said).toBeUndefined();
  });
});

describe('forecasts', () => {
  it('returns all forecasts in the order of the Record', () => {
    const record = changedRecord((content) => {
      addStatement(content, 'beta-2002', 5, { kind: 'forecast' });
      addStatement(content, 'alpha-2001', 10, { kind: 'forecast' });
    });
    expect(forecasts(record).forecasts.map(({ line }) => line.id)).toEqual([forecast, 'alpha-2001.s10', 'beta-2002.s5']);
  });

  it('counts by outcome, open ones last, and omits outcomes without a forecast', () => {
    expect(forecasts(fixture).counts).toEqual([{ outcome: 'not-met', label: 'Not met', count: 1 }]);
    const record = changedRecord((content) => addStatement(content, 'beta-2002', 5, { kind: 'forecast' }));
    expect(forecasts(record).counts.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['not-met', 1],
      ['open', 1],
    ]);
  });

  test.each(forecastOutcomes)('counts forecasts with outcome %s and all others exactly once', (outcome) => {
    const all = forecasts(answered([['beta-2002.s1', outcome]]));
    expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.forecasts.length);
  });
});
