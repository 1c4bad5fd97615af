import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { statementKinds, type StatementKind } from '../../src/schema/statement.ts';
import { coverage } from '../../src/views/coverage.ts';
import { anyRecord, changedRecord, fixture } from '../support/fixtures.ts';

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

/** Returns the number of statements of each kind, in the order of the kinds. */
const counts = (numbers: Partial<Record<StatementKind, number>>) => statementKinds.map((kind) => numbers[kind] ?? 0);

/** Returns the fixture with one statement dated in each of these years and all others undated. */
const about = (years: readonly string[]) =>
  changedRecord(({ ledgers }) => {
    for (const [index, { date }] of ledgers.flatMap(({ data }) => data.statements).entries()) date.edtf = years[index] ?? null;
  });

describe('coverage', () => {
  const all = coverage(fixture);

  it('counts passages, statements and kinds for every article', () => {
    expect(all.kinds).toHaveLength(statementKinds.length);
    expect(all.byEntry).toEqual([
      {
        name: 'Gazette 2001',
        address: '/entries/alpha-2001/',
        passages: 4,
        statements: 5,
        kinds: counts({ 'reported-fact': 1, 'official-position': 1, forecast: 1, condition: 1, background: 1 }),
      },
      {
        name: 'Thornbury 2002',
        address: '/entries/beta-2002/',
        passages: 3,
        statements: 4,
        kinds: counts({ 'reported-fact': 2, opinion: 1, background: 1 }),
      },
    ]);
  });

  it('counts by side, with rows for joint and unnamed speakers', () => {
    expect(all.bySide.map(({ name, count }) => [name, count])).toEqual([
      ['Japanese voices', 0],
      ['Russian voices', 0],
      ['Joint authors of several sides', 0],
      ['Voices neither Japanese nor Russian', 8],
      ['Unnamed sources', 1],
    ]);
  });

  it('lists speakers by number of statements and omits actors that never speak', () => {
    expect(all.bySpeaker.map(({ name, count }) => [name, count])).toEqual([
      ['Ilse Thornbury', 4],
      ['The Alder Gazette', 2],
      ['Ferry Board', 2],
    ]);
  });

  it('counts by the year in which a date begins', () => {
    expect(all.byYear).toEqual([
      { year: 2000, count: 3 },
      { year: 2001, count: 2 },
      { year: 2002, count: 1 },
    ]);
  });

  it('counts what is missing', () => {
    expect(all.missing).toEqual({
      undatedStatements: 3,
      emptyYears: [],
      openForecasts: 0,
      forecasts: 1,
      silences: 1,
      questions: 2,
      unnamedVoices: 1,
    });
  });

  it('counts every statement in each breakdown', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const { byEntry, byKind, bySide, byYear, missing } = coverage(record);
        const { length } = record.statements;
        expect(byEntry.reduce((total, { statements }) => total + statements, 0)).toBe(length);
        for (const { statements, kinds } of byEntry) expect(kinds.reduce((a, b) => a + b)).toBe(statements);
        expect(sum(byKind)).toBe(length);
        expect(sum(bySide)).toBe(length);
        expect(sum(byYear) + missing.undatedStatements).toBe(length);
        expect(missing.openForecasts).toBeLessThanOrEqual(missing.forecasts);
      }),
    );
  });
});

describe('empty years', () => {
  test.each<[string[], string[]]>([
    [[], []],
    [['2014'], []],
    [['2014', '2014'], []],
    [['2014', '2015'], []],
    [['2012', '2014'], ['2013']],
    [
      ['1945', '2012', '2014'],
      ['1946–2011', '2013'],
    ],
    [['2017', '2014'], ['2015–2016']],
    [['2014', '2018/2020'], ['2015–2017']],
    [['[..2010]', '2012-05~'], ['2011']],
  ])('of statements dated %j are %j', (years, expected) => {
    expect(coverage(about(years)).missing.emptyYears).toEqual(expected);
  });

  it('complete the years with statements from the first to the last', () => {
    const year = fc.integer({ min: 1900, max: 2026 });
    fc.assert(
      fc.property(fc.array(year, { minLength: 1, maxLength: 9 }), (years) => {
        const { byYear, missing } = coverage(about(years.map(String)));
        const empty = missing.emptyYears.flatMap((span) => {
          const [from, to = from] = span.split('–').map(Number);
          return Array.from({ length: to! - from! + 1 }, (_, index) => from! + index);
        });
        const [first, last] = [Math.min(...years), Math.max(...years)];
        const together = [...byYear.map((each) => each.year), ...empty].toSorted((a, b) => a - b);
        expect(together).toEqual(Array.from({ length: last - first + 1 }, (_, index) => first + index));
      }),
    );
  });
});
