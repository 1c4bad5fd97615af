import { RISParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../src/citations/csl-date.ts';
import { ris } from '../../src/citations/ris.ts';
import { citables, citationFixture } from '../support/citations.ts';

type Text = { text: string }[];
interface ParsedRecord {
  bib_type: string;
  fields: { title: Text; author?: { family?: Text; given?: Text; literal?: Text }[]; date: string; url: string };
}
const read = (text: string) => Object.values(new RISParser(text).parse().entries as unknown as Record<string, ParsedRecord>);
const plain = (text: Text | undefined) => text?.map((part) => part.text).join('') ?? '';

describe('RIS', () => {
  test('consists of lines with tag, two spaces, hyphen, space and value, from TY to ER', () => {
    for (const citable of citables) {
      expect(
        /^DA {2}- (.*)\/$/m
          .exec(ris([citable]).replaceAll('\r', ''))![1]!
          .replace(/\/+$/, '')
          .replaceAll('/', '-'),
      ).toBe(toIsoDate(citable.csl.issued));
      const lines = ris([citable]).split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- \S?/);
      expect(lines[0]).toMatch(/^TY {2}- (ENCYC|NEWS|ELEC|DATA)$/);
      expect(lines.at(-1)).toBe('ER  - ');
    }
  });

  test('keeps type, title, creators, date and URL in an independent parser', () => {
    const items = read(ris(citables));
    expect(items).toHaveLength(citables.length);
    for (const [index, { csl }] of citables.entries()) {
      const { bib_type: type, fields } = items[index]!;
      expect(type).toBe(
        {
          'entry-encyclopedia': 'inreference',
          'article-newspaper': 'article-newspaper',
          webpage: 'online',
          dataset: 'dataset',
          report: 'report',
        }[csl.type],
      );
      expect(plain(fields.title)).toBe(csl.title);
      expect(fields.url).toBe(csl.URL);
      // This parser reads the year from PY. The test above compares the day in DA.
      expect(fields.date.slice(0, 4)).toBe(toIsoDate(csl.issued)!.slice(0, 4));
      expect(fields.author?.map(({ family, given, literal }) => [plain(literal) || plain(family), plain(given)])).toEqual(
        csl.author?.map((name) => (name.literal !== undefined ? [name.literal, ''] : [name.family, name.given])),
      );
    }
  });

  test.each([
    [{ 'date-parts': [[2026, 11, 22]] }, '2026/11/22/'],
    [{ 'date-parts': [[2025, 11]], circa: true as const }, '2025/11//'],
    [{ 'date-parts': [[2014]] }, '2014///'],
  ])('writes the date %j as %s', (issued, written) => {
    expect(ris([citationFixture({ issued })])).toContain(`DA  - ${written}\r\n`);
  });

  test('breaks no line for any title and abstract', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aЯ日\n\r\t \u2028-TYER'), minLength: 1 }), (text) => {
        const lines = ris([citationFixture({ title: `x${text}`, abstract: `y${text}` })])
          .trimEnd()
          .split(/\r\n|[\n\r\u2028]/);
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-/);
      }),
    );
  });
});
