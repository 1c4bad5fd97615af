import { describe, expect, it, test } from 'vitest';
import type { Content } from '../../src/record/content.ts';
import type { Outcome, RelationKind } from '../../src/schema/statement.ts';
import { foldForecasts, forecastListItem, forecasts } from '../../src/views/forecasts.ts';
import { addEntry, addStatement, changedRecord, find, fixture, getStatement } from '../support/fixtures.ts';

const forecast = 'alpha-2001.s3';

interface Link {
  from?: string;
  to?: string;
  kind: RelationKind;
  outcome?: Outcome;
}

const related = (links: Link[], change: (content: Content) => void = () => undefined) =>
  changedRecord((content) => {
    change(content);
    content.relations[0]!.data.relations = links.map(({ from = 'beta-2002.s1', to = forecast, ...link }) => ({
      from,
      to,
      why: `${from} tells.`,
      ...link,
    }));
  });

const lineOf = (record = fixture) => forecastListItem(find('statements', forecast, record));

/** Changes when the answering statement says that it happened. */
const reportedFor = (edtf: string) => (content: Content) => {
  getStatement(content, 'beta-2002.s1').date = { edtf, basis: 'printed' };
};

describe('forecastListItem', () => {
  test.each<[string, Link[], string]>([
    ['reports that it came about', [{ kind: 'answers', outcome: 'met' }], 'reported'],
    ['reports that it came about in part', [{ kind: 'answers', outcome: 'partly' }], 'reported'],
    ['reports that it did not come about', [{ kind: 'answers', outcome: 'not-met' }], 'otherwise'],
    ['contradicts it', [{ kind: 'contradicts' }], 'contradicted'],
    ['updates it', [{ kind: 'updates' }], 'touched'],
    ['supports it', [{ kind: 'corroborates' }], 'touched'],
    ['qualifies it', [{ kind: 'qualifies' }], 'touched'],
    ['is qualified by it', [{ kind: 'qualifies', from: forecast, to: 'beta-2002.s1' }], 'touched'],
  ])('puts a forecast in its group if a later statement %s', (_, links, group) => {
    expect(lineOf(related(links)).group).toBe(group);
  });

  it('puts a forecast under “later” only if the event began after the horizon', () => {
    const overtaken: Link[] = [{ kind: 'answers', outcome: 'overtaken' }];
    expect(lineOf(related(overtaken, reportedFor('2002-04'))).group).toBe('late');
    expect(lineOf(related(overtaken, reportedFor('2001-10'))).group).toBe('otherwise');
  });

  it('ignores how statements of the same article qualify or support it, and earlier articles', () => {
    expect(lineOf(related([{ kind: 'qualifies', from: 'alpha-2001.s1' }])).group).toBe('open');
    const record = related([{ kind: 'corroborates', from: 'aged-1999.s1' }], (content) => addEntry(content, 'aged-1999', '1999'));
    expect(lineOf(record)).toMatchObject({ group: 'open', later: [] });
  });

  it('counts a contradiction within its own article', () => {
    expect(lineOf(related([{ kind: 'contradicts', from: 'alpha-2001.s1' }])).group).toBe('contradicted');
    expect(lineOf(related([{ kind: 'contradicts', from: forecast, to: 'alpha-2001.s1' }])).group).toBe('open');
  });

  it('takes the outcome from the earliest published answer and lists all later statements in that order', () => {
    const record = related(
      [
        { from: 'aged-2003.s1', kind: 'answers', outcome: 'met' },
        { from: 'beta-2002.s1', kind: 'answers', outcome: 'not-met' },
      ],
      (content) => addEntry(content, 'aged-2003', '2003'),
    );
    const { group, hasOutcome, later } = lineOf(record);
    expect([group, hasOutcome, later.map(({ other }) => other.id)]).toEqual(['otherwise', true, ['beta-2002.s1', 'aged-2003.s1']]);
  });

  it('has the day on which it was said only if the article gives it, and the day of publication', () => {
    expect(lineOf().said).toBeUndefined();
    expect(lineOf().published).toBe('4 March 2001');
    const record = changedRecord((content) => {
      getStatement(content, forecast).said = { edtf: '2001-02', basis: 'reckoned', ground: 'last month' };
    });
    expect(lineOf(record).said).toBe('February 2001, worked out');
  });

  it('has its label, or else its text', () => {
    expect(lineOf().label).toBe(lineOf().line.text);
    const record = changedRecord((content) => {
      getStatement(content, forecast).label = 'Boats by night';
    });
    expect(lineOf(record).label).toBe('Boats by night');
  });
});

describe('forecasts', () => {
  it('returns every forecast once, in groups that are not empty', () => {
    const record = changedRecord((content) => {
      addStatement(content, 'beta-2002', 5, { kind: 'forecast' });
      addStatement(content, 'alpha-2001', 10, { kind: 'forecast' });
    });
    const { all, groups } = forecasts(record);
    expect(all.map(({ line }) => line.id)).toEqual([forecast, 'alpha-2001.s10', 'beta-2002.s5']);
    expect(groups.map(({ id, forecasts: own }) => [id, own.map(({ line }) => line.id)])).toEqual([
      ['otherwise', [forecast]],
      ['open', ['alpha-2001.s10', 'beta-2002.s5']],
    ]);
  });

  it('counts the forecasts without an outcome, those that are open, and those of the last article', () => {
    const record = changedRecord((content) => {
      addStatement(content, 'beta-2002', 5, { kind: 'forecast' });
      addStatement(content, 'alpha-2001', 10, { kind: 'forecast' });
      addStatement(content, 'alpha-2001', 11, { kind: 'forecast' });
      content.relations[0]!.data.relations.push({ from: 'beta-2002.s1', to: 'alpha-2001.s11', kind: 'updates', why: 'It is later.' });
    });
    const { outcomes, inLast } = forecasts(record);
    expect(outcomes).toBe('For 3 of them, no article reports an outcome. Of these, 2 are open: no later article returns to them.');
    expect(inLast).toBe('One of them is in Thornbury 2002, the last article: no later one can return to it yet.');
    expect(forecasts(fixture).inLast).toBe(false);
  });

  it('states the finding as a sentence in the singular and the plural', () => {
    expect(forecasts(fixture).title).toBe('The articles report an outcome for one of one forecast');
    const late = related([{ kind: 'answers', outcome: 'overtaken' }], reportedFor('2002-04'));
    expect(forecasts(late).title).toBe('The articles report an outcome for one of one forecast, later than forecast');
    const record = related([{ kind: 'updates' }], (content) => addStatement(content, 'beta-2002', 5, { kind: 'forecast' }));
    expect(forecasts(record).title).toBe('The articles report no outcome for two forecasts; other statements are linked to one of them');
  });
});

describe('the times of forecasts', () => {
  it('are counted as dates and as words', () => {
    const record = changedRecord((content) => {
      getStatement(content, forecast).horizon = { edtf: '2003', basis: 'printed' };
      addStatement(content, 'beta-2002', 5, {
        kind: 'forecast',
        horizon: { edtf: null, basis: 'printed', wording: 'some day', ground: 'no date is given' },
      });
      addStatement(content, 'beta-2002', 6, { kind: 'forecast' });
    });
    expect(forecasts(record).times).toBe('One names a date, the last in 2003. One names a time only in words, such as ‘some day’.');
  });

  it('are not listed if there are none', () => {
    const record = changedRecord(
      (content) => void (getStatement(content, forecast).horizon = { edtf: null, basis: 'printed', ground: 'none given' }),
    );
    expect(forecasts(record).times).toBe('None names a time.');
  });
});

describe('foldForecasts', () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => ({ ...lineOf(), label: `Forecast ${index + 1}` }));

  it('folds nothing in a short group', () => {
    expect(foldForecasts(items(6))).toMatchObject({ shown: { length: 6 }, folded: [] });
  });

  it('names what it folds in a long group', () => {
    const { shown, folded, summary } = foldForecasts(items(7));
    expect([shown.length, folded.length]).toEqual([4, 3]);
    expect(summary).toBe('Show 3 more: Forecast 5; Forecast 6; Forecast 7');
  });
});
