import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex, escapeBibtex, ris } from '../../src/citations/bibtex-ris.ts';
import { citables, citationFixture } from '../support/citations.ts';

// In BibLaTeX, a date is EDTF. In TeX, `~` would be a space.
const read = (text: string) => parse(text, { sentenceCase: false, caseProtection: false, verbatimFields: [/^(?:url|date)$/] });

describe('BibTeX', () => {
  const library = read(bibtex(citables));

  test('parses without errors in an independent parser, with a record for each item', () => {
    expect(library.errors).toEqual([]);
    expect(library.entries.map(({ key }) => key)).toEqual(citables.map(({ id }) => id));
  });

  test('keeps an approximate date as EDTF, and notes that it is inferred', () => {
    const source = citables.find(({ id }) => id === 'jrr-source-modern-tokyo-times-2025')!;
    expect(bibtex([source])).toContain('date = {2025-11~},\n  year = {2025},');
    expect(bibtex([source])).toMatch(/note = \{.*about November 2025, inferred/);
  });

  test('names the language and the site of a web page as Zotero reads them', () => {
    const source = citables.find(({ id }) => id === 'jrr-source-tokyo-foundation-2015')!;
    const { fields, type } = read(bibtex([source])).entries[0]!;
    expect(type).toBe('online');
    expect(fields).toMatchObject({ language: 'en', langid: 'english', journaltitle: 'Tokyo Foundation' });
  });

  test('names the outlet as corporate author of an unsigned article, and gives it no abstract', () => {
    const source = citables.find(({ id }) => id === 'jrr-source-tass-2026')!;
    const { fields } = read(bibtex([source])).entries[0]!;
    expect(fields.author).toEqual([{ name: 'TASS' }]);
    expect(fields.abstract).toBeUndefined();
    expect(fields.date).toBe('2026-02-14?');
  });

  test('keeps a keyword whole that contains what separates keywords', () => {
    const keywords = ['Leaders, visits and trust', '1,000 tons; gas', 'oil'];
    const { fields } = read(bibtex([{ ...citationFixture({}), keywords }])).entries[0]!;
    expect(fields.keywords?.toSorted()).toEqual(['1000 tons – gas', 'Leaders – visits and trust', 'oil']);
  });

  test.each([
    [{ literal: 'The Japan–Russia Record' }, '{{The Japan–Russia Record}}'],
    [{ literal: 'Barnes and Noble' }, '{{Barnes and Noble}}'],
    [{ family: 'Abe', given: 'Shinzō' }, '{Abe, Shinzō}'],
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }, '{van den Berg, Jan}'],
    [{ family: 'King', given: 'Martin', suffix: 'Jr.' }, '{King, Jr., Martin}'],
  ])('writes the name %j as %s', (name, written) => {
    expect(bibtex([citationFixture({ author: [name] })])).toContain(`author = ${written},`);
  });

  test('escapes the special characters of BibTeX', () => {
    expect(escapeBibtex('A & B: 9–10 % of #1_2 {x} $5 ~ ^ \\')).toBe(
      'A \\& B: 9–10 \\% of \\#1\\_2 \\{x\\} \\$5 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}',
    );
  });

  test('keeps braces balanced for any title', () => {
    const title = fc.string({ unit: fc.constantFrom(...'ab &%#_{}$~^\\"\'“”ōЯ日–,@='), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(title, (text) => {
        const { errors, entries } = read(bibtex([citationFixture({ title: `x${text}x` })]));
        expect(errors).toEqual([]);
        expect(entries).toHaveLength(1);
        expect(entries[0]!.fields.url).toBeDefined();
        for (const character of '&%#_$') expect(entries[0]!.fields.title!.split(character).length).toBe(text.split(character).length);
      }),
    );
  });
});

describe('RIS', () => {
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
