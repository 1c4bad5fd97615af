import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isEdtf, parseEdtf } from '../../src/dates/parse.ts';
import { errorMessages } from '../../src/dates/edtf-error.ts';
import { cases } from '../support/date-cases.ts';

const exact = { approximate: [], uncertain: [] };

describe('parseEdtf', () => {
  it('reads a day with its unspecified digits', () => {
    expect(parseEdtf('2016-12-1X')).toEqual({ kind: 'day', year: '2016', month: '12', day: '1X', ...exact });
  });

  it('reads a season by its code', () => {
    expect(parseEdtf('2014-23')).toEqual({ kind: 'season', year: '2014', season: '23', ...exact });
  });

  it('reads a mark at the end as one on the whole date', () => {
    expect(parseEdtf('2024-11%')).toEqual({
      kind: 'month',
      year: '2024',
      month: '11',
      approximate: ['year', 'month'],
      uncertain: ['year', 'month'],
    });
  });

  it('reads a mark before a part as one on that part', () => {
    expect(parseEdtf('2024-?11')).toMatchObject({ approximate: [], uncertain: ['month'] });
  });

  it('tells an end that is open from one that is unknown', () => {
    expect(parseEdtf('2014/..')).toEqual({ kind: 'interval', from: { kind: 'year', year: '2014', ...exact }, to: 'open' });
    expect(parseEdtf('/2014')).toEqual({ kind: 'interval', from: 'unknown', to: { kind: 'year', year: '2014', ...exact } });
  });

  it('reads the members of a set', () => {
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

  test.each(cases.refused)('“$edtf” is refused because of $because', ({ edtf, because }) => {
    expect(() => parseEdtf(edtf)).toThrow(SyntaxError);
    expect(() => parseEdtf(edtf)).toThrow(errorMessages[because]);
    expect(isEdtf(edtf)).toBe(false);
  });

  it('has a case for every refusal', () => {
    expect(new Set(cases.refused.map(({ because }) => because))).toEqual(new Set(Object.keys(errorMessages)));
  });

  it('answers any text with a date or a SyntaxError', () => {
    const scraps = fc.array(fc.constantFrom('2016', '12', '-', '/', '..', 'X', '~', '?', '[', ']', ',', 'T', 'Y', ' '), { maxLength: 9 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          scraps.map((parts) => parts.join('')),
        ),
        (text) => typeof isEdtf(text) === 'boolean',
      ),
    );
  });
});
