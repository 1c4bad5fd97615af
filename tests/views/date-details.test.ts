import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { DateField } from '../../src/schema/date-field.ts';
import { dateDetails } from '../../src/views/date-details.ts';
import { formatDate } from '../../src/dates/format.ts';
import { edtfText } from '../support/dates.ts';

describe('dateDetails', () => {
  test.each<[DateField, ReturnType<typeof dateDetails>]>([
    [{ edtf: '2000-05-12', basis: 'printed' }, { words: '12 May 2000' }],
    [
      { edtf: '2002-05~', basis: 'reckoned', wording: 'last month', ground: 'the article is of June' },
      { words: 'about May 2002, reckoned', wording: 'last month', ground: 'the article is of June' },
    ],
    [
      { edtf: null, basis: 'printed', ground: 'none given' },
      { words: 'no date', ground: 'none given' },
    ],
    [
      { edtf: null, basis: 'inferred', wording: 'some day', ground: 'none given' },
      { words: 'no date', wording: 'some day', ground: 'none given' },
    ],
  ])('formats %o as %o', (date, fact) => {
    expect(dateDetails(date)).toEqual(fact);
  });

  it('formats the date like every other date', () => {
    fc.assert(
      fc.property(edtfText, fc.constantFrom('printed', 'reckoned', 'inferred'), (edtf, basis) => {
        expect(dateDetails({ edtf, basis })).toEqual({ words: formatDate(edtf, basis) });
      }),
    );
  });
});
