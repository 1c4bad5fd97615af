import { describe, expect, test } from 'vitest';
import { toCslDate, toIsoDate, toIsoInterval } from '../../src/citations/csl.ts';

describe('toCslDate, toIsoDate and toIsoInterval', () => {
  test.each([
    ['2015-06-11', { 'date-parts': [[2015, 6, 11]] }, '2015-06-11', { start: '2015-06-11' }],
    ['2025-11~', { 'date-parts': [[2025, 11]], circa: true }, '2025-11', { start: '2025-11' }],
    ['2014?', { 'date-parts': [[2014]], circa: true }, '2014', { start: '2014' }],
    ['2016-12-1X', { 'date-parts': [[2016, 12]], circa: true }, '2016-12', { start: '2016-12-10', end: '2016-12-19' }],
    ['201X', { literal: '2010s' }, undefined, { start: '2010-01-01', end: '2019-12-31' }],
    ['2014-23', { 'date-parts': [[2014]] }, '2014', { start: '2014-09-01', end: '2014-11-30' }],
    ['2014-11/2014-12', { 'date-parts': [[2014]] }, '2014', { start: '2014-11-01', end: '2014-12-31' }],
    ['2014-11/2015-06', { literal: 'November 2014 – June 2015' }, undefined, { start: '2014-11-01', end: '2015-06-30' }],
    ['2014-11/..', { literal: 'since November 2014' }, undefined, { start: '2014-11-01' }],
    ['2021-33', { 'date-parts': [[2021]] }, '2021', { start: '2021-01-01', end: '2021-03-31' }],
    ['[2021-10-03,2021-10-05]', { 'date-parts': [[2021, 10]] }, '2021-10', { start: '2021-10-03', end: '2021-10-05' }],
    ['[2021..2023]', { literal: 'some time from 2021 to 2023' }, undefined, { start: '2021-01-01', end: '2023-12-31' }],
    ['{2021,2022}', { literal: 'in 2021 and 2022' }, undefined, { start: '2021-01-01', end: '2022-12-31' }],
    ['[..2014]', { literal: 'before 2015' }, undefined, { end: '2014-12-31' }],
    [null, undefined, undefined, {}],
  ])('convert %s', (edtf, csl, iso, interval) => {
    expect(toCslDate(edtf)).toEqual(csl);
    expect(toIsoDate(toCslDate(edtf))).toBe(iso);
    expect(toIsoInterval(edtf)).toEqual(interval);
  });
});
