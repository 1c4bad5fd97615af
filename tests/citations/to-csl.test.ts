import { describe, expect, test } from 'vitest';
import { bibtex, ris } from '../../src/citations/bibtex-ris.ts';
import { headTags } from '../../src/citations/head.ts';
import { toCitableItem } from '../../src/citations/to-csl.ts';
import { citables, revised, site } from '../support/citations.ts';
import { record } from '../support/record.ts';

describe('citableItems', () => {
  test('cites each thing at its own page, and an article at its original', () => {
    for (const { subject, csl, url } of citables) {
      if (subject.kind === 'source') expect(csl.URL).toBe(subject.node.data.source.addresses[0]!.url);
      else expect(csl.URL).toBe(url);
    }
  });

  test('notes how the date of an article is known if it is not printed', () => {
    for (const { subject, csl } of citables)
      if (subject.kind === 'source' && subject.node.data.source.published.basis !== 'printed')
        expect(csl.note).toMatch(/inferred|reckoned/);
  });

  test('keeps the date of publication of a revised page, and notes the revision', () => {
    const page = revised('tass-2026', '2027-03-01');
    expect(page).toMatchObject({ edtf: '2026-11-22', modified: '2027-03-01', csl: { issued: { 'date-parts': [[2026, 11, 22]] } } });
    expect(page.csl.note).toMatch(/ Page revised 2027-03-01\.$/);
    expect(headTags(page, site)).toContainEqual({ tag: 'meta', name: 'DCTERMS.modified', content: '2027-03-01' });
  });

  test('dates a page by the edition that it names, and notes the day of its first version', () => {
    const page = toCitableItem({ kind: 'entry', node: record.entries[0]! }, { ...site, issued: '2027-04-01' });
    expect(page).toMatchObject({ edtf: '2027-04-01', modified: '2027-04-01', csl: { issued: { 'date-parts': [[2027, 4, 1]] } } });
    expect(page.csl.note).toMatch(/ First published 2026-11-22\.$/);
  });

  test.each([
    [{ name: 'Ada Byron', orcid: 'https://orcid.org/0000-0002-1825-0097' }, { family: 'Byron', given: 'Ada' }, 'Byron, Ada', 'Byron, Ada'],
    [{ name: 'Ferry Institute' }, { literal: 'Ferry Institute' }, '{Ferry Institute}', 'Ferry Institute,'],
  ])('names the editor %j of the Record, but not of an article', (editor, name, inBibtex, inRis) => {
    const [entry] = record.entries;
    const [page, source] = (['entry', 'source'] as const).map((kind) => toCitableItem({ kind, node: entry! }, { ...site, editor }));
    expect(page!.csl.editor).toEqual([name]);
    expect(source!.csl.editor).toBeUndefined();
    expect(bibtex([page!])).toContain(`  editor = {${inBibtex}},\n`);
    expect(ris([page!])).toContain(`\r\nA2  - ${inRis}\r\n`);
  });

  test('gives each item every keyword once, even if a name is the same in two languages', () => {
    const { names } = record.actors.find(({ id }) => id === 'canada')!.data;
    const node = { ...record.actors[0]!, data: { ...record.actors[0]!.data, names: { ...names, ja: names.ru } } };
    const { keywords } = toCitableItem({ kind: 'actor', node }, site);
    expect(keywords.filter((keyword) => keyword === names.ru)).toHaveLength(1);
  });
});
