import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isEdtf, parseEdtf, errorMessages } from '../../src/dates/parse.ts';
import { cases } from '../support/dates.ts';

const exact = { approximate: [], uncertain: [] };

describe('parseEdtf', () => {
  it('parses a day with unspecified digits', () => {
    expect(parseEdtf('2016-12-1X')).toEqual({ kind: 'day', year: '2016', month: '12', day: '1X', ...exact });
  });

  it('parses a season', () => {
    expect(parseEdtf('2014-23')).toEqual({ kind: 'season', year: '2014', season: '23', ...exact });
  });

  it('applies a qualification at the end to the whole date', () => {
    expect(parseEdtf('2024-11%')).toEqual({
      kind: 'month',
      year: '2024',
      month: '11',
      approximate: ['year', 'month'],
      uncertain: ['year', 'month'],
    });
  });

  it('applies a qualification before a part to that part', () => {
    expect(parseEdtf('2024-?11')).toMatchObject({ approximate: [], uncertain: ['month'] });
  });

  it('distinguishes an open end from an unknown end', () => {
    expect(parseEdtf('2014/..')).toEqual({ kind: 'interval', from: { kind: 'year', year: '2014', ...exact }, to: 'open' });
    expect(parseEdtf('/2014')).toEqual({ kind: 'interval', from: 'unknown', to: { kind: 'year', year: '2014', ...exact } });
  });

  it('parses the members of a set', () => {
    expect(parseEdtf('[..2012,2014,2016..2018]')).toEqual({
      kind: 'set',
      choice: 'one',
      members: [
        { kind: 'earlier', to: { kind: 'year', year: '2012', ...exact } },
        { kind: 'year', year: '2014', ...exact },
        { kind: 'range', from: { kind: 'year', year: '2016', ...exact }, to: { kind: 'year', year: '2018', ...exact } },
      ],
    });
  });

  test.each(cases.invalid)('throws $code for “$edtf”', ({ edtf, code }) => {
    expect(() => parseEdtf(edtf)).toThrow(SyntaxError);
    expect(() => parseEdtf(edtf)).toThrow(errorMessages[code]);
    expect(isEdtf(edtf)).toBe(false);
  });

  it('has a case for every error', () => {
    expect(new Set(cases.invalid.map(({ code }) => code))).toEqual(new Set(Object.keys(errorMessages)));
  });

  it('returns a date or throws a SyntaxError for any text', () => {
    const fragments = fc.array(fc.constantFrom('2016', '12', '-', '/', '..', 'X', '~', '?', '[', ']', ',', 'T', 'Y', ' '), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fragments.map((parts) => parts.join('')),
        ),
        (text) => typeof isEdtf(text) === 'boolean',
      ),
    );
  });
});
