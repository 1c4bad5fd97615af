import { describe, expect, test } from 'vitest';
import { findDate } from '../../scripts/new/bylines.ts';

describe('findDate', () => {
  test.each([
    ['3 October 2001', '2001-10-03'],
    ['Published on Oct. 3rd, 2001 at noon', '2001-10-03'],
    ['October 2001', '2001-10'],
    ['2001-10-03T10:00', '2001-10-03'],
    ['2001年10月3日(水)', '2001-10-03'],
    ['平成13年10月3日', '2001-10-03'],
    ['令和元年5月1日', '2019-05-01'],
    ['2001年10月', '2001-10'],
    ['3 октября 2001 года', '2001-10-03'],
    ['1 мая 2001', '2001-05-01'],
    ['15 марта 2001', '2001-03-15'],
    ['03.10.2001', '2001-10-03'],
    ['October 3', null],
    ['3 октября', null],
    ['10月3日', null],
  ])('parses “%s” as %s', (text, edtf) => {
    expect(findDate(text)?.edtf).toBe(edtf);
  });

  test.each(['3/10/2001', '31 February 2001', 'May I come in?', 'no date'])('returns undefined for “%s”', (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});
