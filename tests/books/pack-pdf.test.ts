import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packPdf, pageNumbers } from '../../scripts/pack-pdf.ts';

/** Returns a PDF as Chromium writes it: uncompressed objects and a cross-reference table. */
function plainPdf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const rows = objects.map((object, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}\n/Root 2 0 R\n/Info 1 0 R>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}

const fillers = Array.from({ length: 600 }, (_, index) => `<</Filler ${index}>>`);
const objects = [
  `<</Creator (Chromium)\n/CreationDate (D:20260102030405+00'00')>>`,
  '<</Type /Catalog\n/Pages 3 0 R\n/Dests 7 0 R>>',
  '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
  '<</Type /Page\n/Parent 3 0 R\n/Contents 6 0 R>>',
  '<</Type /Page\n/Parent 3 0 R>>',
  '<</Length 9>> stream\nBT \xe9\n ET\n\nendstream',
  '<</entries-a-s1 [5 0 R /XYZ 6 776 0]\n/entries-a [4 0 R /XYZ 6 776 0]>>',
  ...fillers,
];

/** Reads the objects of a packed PDF by its cross-reference stream. */
function readObjects(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const streamAt = (offset: number) => {
    const [head, number] = /^(\d+) 0 obj\n<<[^]*?>>\nstream\n/.exec(text.slice(offset))!;
    const length = Number(/\/Length (\d+)/.exec(head)![1]);
    return { number, head, body: inflateSync(pdf.subarray(offset + head.length, offset + head.length + length)) };
  };
  const { body } = streamAt(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]));
  const rows = Array.from({ length: body.length / 7 }, (_, row) => [
    body[row * 7]!,
    body.readUInt32BE(row * 7 + 1),
    body.readUInt16BE(row * 7 + 5),
  ]);
  return rows.map(([type, field, index]) => {
    if (type === 0) return '';
    if (type === 1) return /^\d+ 0 obj\n([^]*?)\nendobj\n/.exec(text.slice(field))![1]!;
    const { head, body: packed } = streamAt(rows[field!]![1]!);
    const first = Number(/\/First (\d+)/.exec(head)![1]);
    const numbers = packed.toString('latin1', 0, first).trim().split(' ').map(Number);
    const [from, to] = [numbers[index! * 2 + 1]!, numbers[index! * 2 + 3]];
    return packed.toString('latin1', first + from, to === undefined ? undefined : first + to).trim();
  });
}

describe('packPdf', () => {
  const packed = packPdf(plainPdf(objects), '2026-11-30');

  test('keeps every object, and replaces the time of printing by the date', () => {
    const dated = objects.with(0, `<</Creator (Chromium)\n/CreationDate (D:20261130000000+00'00')>>`);
    expect(readObjects(packed).slice(1, objects.length + 1)).toEqual(dated);
  });

  test('makes the file smaller and names its root and information', () => {
    expect(packed.length).toBeLessThan(plainPdf(objects).length / 3);
    expect(packed.toString('latin1')).toMatch(/^%PDF-1\.5\n[^]*\/Root 2 0 R \/Info 1 0 R/);
  });

  test('throws for a PDF of another format', () => {
    expect(() => packPdf(packed, '2026-11-30')).toThrow('no cross-reference table');
  });
});

test('pageNumbers returns the page of each destination', () => {
  expect(pageNumbers(plainPdf(objects))).toEqual(
    new Map([
      ['entries-a-s1', 2],
      ['entries-a', 1],
    ]),
  );
});
