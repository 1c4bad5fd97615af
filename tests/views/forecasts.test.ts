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

describe('a forecast', () => {
  it('has the outcome that a later statement tells, and why', () => {
    const { line, said, outcome, outcomeLabel, answers } = lineOf();
    expect([line.id, said, outcome, outcomeLabel]).toEqual([forecast, '4 March 2001', 'not-met', 'Not met']);
    expect(answers.map((answer) => [answer.line.id, answer.outcomeLabel, answer.why])).toEqual([
      ['beta-2002.s1', 'Not met', 'The author finds that no boat sailed in the autumn the pilot had named.'],
    ]);
  });

  it('is open where no statement answers it', () => {
    expect(lineOf(answered([]))).toMatchObject({ outcome: 'open', outcomeLabel: 'Open in these sources', answers: [] });
  });

  it('is open where statements stand to it in other ways only', () => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [{ from: 'beta-2002.s1', to: forecast, kind: 'contradicts', why: 'None sailed.' }];
    });
    expect(lineOf(record)).toMatchObject({ outcome: 'open', answers: [] });
  });

  it('is open where it only answers another', () => {
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
  ] as const)('that is %s is labelled “%s”', (outcome, label) => {
    expect(lineOf(answered([['beta-2002.s1', outcome]]))).toMatchObject({ outcome, outcomeLabel: label });
  });

  it('with several answers has the outcome of the article published first, and shows all in that order', () => {
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

  it('with several answers in one article has that of the lowest number', () => {
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

  it('was said on the day that the article tells, else on that of publication', () => {
    const record = changedRecord((content) => {
      getStatement(content, forecast).said = { edtf: '2001-02', basis: 'reckoned', ground: 'last month' };
    });
    expect(lineOf(record).said).toBe('February 2001, reckoned');
    const untold = changedRecord((content) => {
      getStatement(content, forecast).said = { edtf: null, basis: 'printed', ground: 'none given' };
    });
    expect(lineOf(untold).said).toBe('4 March 2001');
  });
});

describe('the forecasts', () => {
  it('are all statements of that kind, in the order of the Record', () => {
    const record = changedRecord((content) => {
      addStatement(content, 'beta-2002', 5, { kind: 'forecast' });
      addStatement(content, 'alpha-2001', 10, { kind: 'forecast' });
    });
    expect(forecasts(record).forecasts.map(({ line }) => line.id)).toEqual([forecast, 'alpha-2001.s10', 'beta-2002.s5']);
  });

  it('are counted by outcome, open ones last, outcomes without a forecast left out', () => {
    expect(forecasts(fixture).counts).toEqual([{ outcome: 'not-met', label: 'Not met', count: 1 }]);
    const record = changedRecord((content) => addStatement(content, 'beta-2002', 5, { kind: 'forecast' }));
    expect(forecasts(record).counts.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['not-met', 1],
      ['open', 1],
    ]);
  });

  test.each(forecastOutcomes)('counted as %s and otherwise are all forecasts', (outcome) => {
    const all = forecasts(answered([['beta-2002.s1', outcome]]));
    expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.forecasts.length);
  });
});
