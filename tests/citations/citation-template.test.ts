import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { allCitables } from '../../src/citations/all.ts';
import type { Citable } from '../../src/citations/citable.ts';
import { templateOf, templateOfItsOwn } from '../../src/citations/citation-template.ts';
import { cite, styleNames } from '../../src/citations/styles.ts';
import { madeUp } from './made-up.ts';
import { site, theRecord } from './site.ts';

const all = allCitables(theRecord(), site);
const statements = all.filter(({ subject }) => subject.kind === 'statement');

const pages = all.filter(({ subject }) => subject.kind !== 'statement');

/** In each style, a thing's citation made from what it shares with others, and the one made for it alone. */
const bothWays = (citable: Citable) =>
  styleNames.map((style) => ({ shared: cite(citable, style), alone: cite(citable, style, templateOfItsOwn(citable)) }));

describe('a statement’s citation made from what its article’s statements share', () => {
  const ofEachForm = [...new Map(statements.map((each) => [each.original!.locators.join(), each])).values()];

  test.each(styleNames)('is in %s the one made for it alone', (style) => {
    for (const statement of [...ofEachForm, ...statements.filter((_, index) => index % 23 === 0)])
      expect(cite(statement, style)).toEqual(cite(statement, style, templateOfItsOwn(statement)));
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

describe('a page’s citation made from what all pages share', () => {
  const isShared = (title: string) => templateOf(madeUp({ title })).template.items[0]!.title !== title;

  test.each(pages.map((page) => [page.id, page] as const))('is the one made for it alone: %s', (_, page) => {
    for (const { shared, alone } of bothWays(page)) expect(shared).toEqual(alone);
  });

  it('is shared by most pages', () => {
    const templates = new Set(pages.map((page) => JSON.stringify(templateOf(page).template)));
    expect(templates.size).toBeLessThan(pages.length / 5);
  });

  test.each([
    'sanctions, or what comes after',
    'What the G7’s leaders said of it',
    'A return to the 1956 declaration',
    'near and far from Moscow, vis-à-vis Tokyo',
    'Élan and ébauche in the de facto north',
    'LNG from Sakhalin-2 in e-mails',
    'the iPhone of a US-made train to',
    'A',
    'The Japan–Russia Record',
  ])('is shared though case matters: %s', (title) => {
    expect(isShared(title)).toBe(true);
    for (const { shared, alone } of bothWays(madeUp({ title }))) expect(shared).toEqual(alone);
  });

  test.each([
    'Who said what?',
    'No return!',
    'Visits in the U.S.',
    'Talks: their end',
    '“Quoted” words',
    'Words ‘in marks’',
    'An <i>italic</i> word',
    'This & that',
    'Talks (withdrawn)',
    'Two  spaces',
    'x² and more',
    'Переговоры',
    '会談',
    '. begins with a stop',
    'ends with a dash –',
    '1956',
    'Cost of $100',
    '',
  ])('is made for it alone where more than case could change: %s', (title) => {
    expect(isShared(title)).toBe(false);
  });

  it('is the one made for it alone, whatever the title', () => {
    const word = fc.constantFrom(
      'a',
      'the',
      'of',
      'near',
      'near to',
      'van',
      'vs',
      'such as',
      'Abe’s',
      'G7',
      'x',
      'iOS',
      'NATO',
      'élan',
      'ǅ',
      'straße',
      '2',
      'I',
    );
    const sign = fc.constantFrom(' ', ' ', ' ', ', ', '-', '–', '’', ': ', '? ', '. ', ' “', '” ', '(', ' ‘', '’ ', '/');
    const title = fc.array(fc.tuple(word, sign), { minLength: 1, maxLength: 7 }).map((parts) => parts.flat().slice(0, -1).join(''));
    let shared = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: title }, fc.string({ unit: 'grapheme', minLength: 1 })), (text) => {
        fc.pre(/[a-z]/i.test(text));
        // Only where it is shared is there anything to compare; others go to the processor as they are.
        if (!isShared(text)) return;
        shared++;
        for (const ways of bothWays(madeUp({ title: text }))) expect(ways.shared).toEqual(ways.alone);
      }),
      { numRuns: 1500 },
    );
    expect(shared).toBeGreaterThan(150);
  });

  it('is not shared by a title in another language, whose case is its own, nor by an address that HTML or a style could change', () => {
    expect(templateOf(madeUp({ language: 'tr' })).template.items[0]!.title).not.toContain('standIn');
    expect(templateOf(madeUp({ URL: 'https://example.org/?a=1&b=2' })).template.items[0]!.URL).toContain('&');
  });
});
