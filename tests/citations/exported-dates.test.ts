import { BibLatexParser, RISParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bibtex, ris } from '../../src/citations/bibtex-ris.ts';
import { formatCitations, styleNames } from '../../src/citations/format-citations.ts';
import { headTags } from '../../src/citations/head.ts';
import { toCitableItem } from '../../src/citations/to-csl.ts';
import { getBounds } from '../../src/dates/bounds.ts';
import { edtfText } from '../support/dates.ts';
import { site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const [entry] = record.entries;

/** Returns an article with another date of publication as it is cited. */
function published(edtf: string) {
  const source = { ...entry!.data.source, published: { edtf, basis: 'printed' as const } };
  return toCitableItem({ kind: 'source', node: { ...entry!, data: { ...entry!.data, source } } }, site);
}

/** Returns the dates that other programs read from the exports of an article, and its note. */
function exportDates(edtf: string) {
  const item = published(edtf);
  const bib = Object.values(new BibLatexParser(bibtex([item])).parse().entries)[0]!;
  const citation = Object.values(new RISParser(ris([item])).parse().entries)[0]!;
  const head = headTags(item, site).flatMap((tag) => ('name' in tag && tag.name === 'citation_publication_date' ? [tag.content] : []));
  return {
    bibDate: /^ {2}date = \{(.*)\}/m.exec(bibtex([item]))?.[1],
    bibYear: /^ {2}year = \{(.*)\}/m.exec(bibtex([item]))?.[1],
    read: bib.fields['date'] as string | undefined,
    problems: new BibLatexParser(bibtex([item])).parse().errors,
    ris: citation.fields['date'] as string | undefined,
    csl: (item.csl.issued as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0]?.[0],
    head: head[0],
    note: item.csl.note,
  };
}

/** Returns the year of a date, if all its days are in one. */
function onlyYear(edtf: string): string | undefined {
  const [from, to] = Object.values(getBounds(edtf)).map((day) => day?.slice(0, 4));
  return from === to ? from : undefined;
}

describe('the exports of an article', () => {
  it('have its year wherever that is known', () => {
    fc.assert(
      fc.property(edtfText, (edtf) => {
        const { bibDate, bibYear, read, ris: date, csl, head } = exportDates(edtf);
        const years = [bibDate?.slice(0, 4), bibYear, read?.slice(0, 4), date?.slice(0, 4), csl && String(csl), head?.slice(0, 4)];
        expect(new Set(years), edtf).toHaveLength(1);
        if (onlyYear(edtf)) expect(years[0], edtf).toBe(onlyYear(edtf));
        const [from] = Object.values(getBounds(edtf));
        if (years[0]) expect(from?.slice(0, 4), edtf).toBe(years[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('have only dates that their formats can express', () => {
    fc.assert(
      fc.property(edtfText, (edtf) => {
        const { bibDate, problems, ris: date, head } = exportDates(edtf);
        expect(problems, edtf).toEqual([]);
        if (bibDate) expect(bibDate).toMatch(/^\d{4}(-\d\d){0,2}[~?]?(\/(\.\.|\d{4}(-\d\d){0,2}[~?]?)?)?$/);
        if (date) expect(date).toMatch(/^\d{4}/);
        if (head) expect(head).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['2021-10-0X', '2021-10', '2021-10', /early October 2021/],
    ['2021-1X', '2021', '2021', /2021/],
    ['202X', undefined, undefined, /2020s/],
    ['2021-33', '2021', '2021', /first quarter of 2021/],
    ['[2021-10-03,2021-10-05]', '2021-10', '2021-10', /3 or 5 October 2021/],
    ['[2021..2023]', undefined, undefined, /2021 to 2023/],
    ['{2021,2022}', undefined, undefined, /2021 and 2022/],
    ['2021-10?', '2021-10?', '2021-10', /possibly October 2021/],
    ['2021-10-~03', '2021-10-03', '2021-10-03', /approximate/],
    ['2021-10-03/..', undefined, undefined, /since 3 October 2021/],
  ])('write the date %s as %s in BibTeX and as %s in the head, and explain it in the note', (edtf, bibDate, head, note) => {
    expect(exportDates(edtf)).toMatchObject({ bibDate, head, note: expect.stringMatching(note) });
  });

  it('have no note on a date that they express', () => {
    expect(exportDates('2021-10-03').note ?? '').not.toMatch(/Date as given/);
  });
});

describe.each(styleNames)('a citation in %s', (style) => {
  test.each([
    ['2021-33', 'first quarter of 2021'],
    ['2021-10-03/..', 'since 3 October 2021'],
    ['[2021-10-03,2021-10-05]', '3 or 5 October 2021'],
    ['202X', '2020s'],
  ])('prints the date %s as “%s”', (edtf, words) => {
    const { works } = formatCitations(published(edtf), style);
    expect(works.entries[0]!.text.split(words)).toHaveLength(2);
  });

  it('marks a date that is not certain', () => {
    const [exact, inferred] = ['2021-10', '2021-10~'].map((edtf) => formatCitations(published(edtf), style).works.entries[0]!.text);
    expect(inferred).toMatch(/\[Oct(ober|\.) 2021\?\]|\(ca\. 2021\)/);
    expect(exact).not.toMatch(/\[Oct|ca\. /);
  });
});
