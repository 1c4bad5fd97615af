import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { listDataFiles } from '../../src/exports/data-page.ts';

const rowOf = (path: string, body = '') => listDataFiles([{ path, body }])[0];

describe('the files of the data', () => {
  test.each([
    ['record.json', 'The whole Record, linked by ids'],
    ['SHA256SUMS', 'Check sums of all files'],
    ['statements.csv', 'Table: statements (CSV)'],
    ['statement-actors.csv', 'Table: statement actors (CSV)'],
    ['unknown.bin', 'unknown.bin'],
  ])('have %s told as “%s”', (name, what) => {
    expect(rowOf(`/data/${name}`)).toMatchObject({ name, what, address: `/data/${name}` });
  });

  it('are those below /data/ only', () => {
    expect(rowOf('/feed.xml')).toBeUndefined();
    expect(rowOf('/database/record.json')).toBeUndefined();
  });

  test.each([
    ['', 0],
    ['a', 1],
    ['a'.repeat(1000), 1],
    ['a'.repeat(1001), 2],
    ['日'.repeat(334), 2],
  ])('have their size in kB of bytes, rounded up', (body, kilobytes) => {
    expect(rowOf('/data/record.json', body)?.kilobytes).toBe(kilobytes);
  });

  it('never say less than their size, nor a whole kB more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (body) => {
        const spare = rowOf('/data/record.json', body)!.kilobytes * 1000 - Buffer.byteLength(body);
        expect(spare).toBeGreaterThanOrEqual(0);
        expect(spare).toBeLessThan(1000);
      }),
    );
  });
});
