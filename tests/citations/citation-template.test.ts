import { describe, expect, it, test } from 'vitest';
import { allCitables } from '../../src/citations/all.ts';
import type { Citable } from '../../src/citations/citable.ts';
import { templateOf } from '../../src/citations/citation-template.ts';
import { cite, styleNames } from '../../src/citations/styles.ts';
import { site, theRecord } from './site.ts';

const all = allCitables(theRecord(), site);
const statements = all.filter(({ subject }) => subject.kind === 'statement');

/** The same citation, made without a template: what is no statement has none. */
const withoutTemplate = (citable: Citable): Citable => ({ ...citable, subject: { kind: 'entry' } as Citable['subject'] });

describe('a statement’s citation made from what its article’s statements share', () => {
  const ofEachForm = [...new Map(statements.map((each) => [each.original!.locators.join(), each])).values()];

  test.each(styleNames)('is in %s the one made for it alone', (style) => {
    for (const statement of [...ofEachForm, ...statements.filter((_, index) => index % 23 === 0)])
      expect(cite(statement, style)).toEqual(cite(withoutTemplate(statement), style));
  });

  it('is shared by statements that differ in their numbers alone', () => {
    const templates = new Set(statements.map((statement) => JSON.stringify(templateOf(statement).template)));
    expect(templates.size).toBeLessThan(statements.length / 5);
  });

  it('is not made where the stand-in number is in the text', () => {
    const citable = { ...statements[0]!, csl: { ...statements[0]!.csl, title: 'A 8446744073709, statement 1' } };
    expect(templateOf(citable).template.items[0]!.title).toBe(citable.csl.title);
  });

  it('refuses a title that does not end in the statement’s number', () => {
    const citable = { ...statements[0]!, csl: { ...statements[0]!.csl, title: 'A statement' } };
    expect(() => templateOf(citable)).toThrow('does not end in the number of its statement');
  });
});
