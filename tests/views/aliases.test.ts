import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Names } from '../../src/schema/names.ts';
import { aliasesOf } from '../../src/views/aliases.ts';

const named = (names: Partial<Names>): Names => ({ en: 'Made Up', variants: [], misspellings: [], ...names });

describe('the other forms of a name', () => {
  test.each([
    ['安倍晋三', ['安倍晋三', '倍晋三', '晋三']],
    ['林芳正', ['林芳正', '芳正']],
    ['小野寺五典', ['小野寺五典', '野寺五典', '寺五典', '五典']],
    ['日本', ['日本']],
    ['樺', ['樺']],
  ])('are, for %s, every ending of two characters or more', (ja, forms) => {
    expect(aliasesOf(named({ ja }))).toEqual(forms);
  });

  test.each([
    ['ウラジーミル・プーチン', ['ウラジーミル・プーチン', 'ウラジーミル', 'プーチン']],
    ['ア・ベ・セ', ['ア・ベ・セ', 'ア', 'ベ', 'セ']],
  ])('are, for %s, its words', (ja, forms) => {
    expect(aliasesOf(named({ ja }))).toEqual(forms);
  });

  test.each(['東京財団政策研究所', '自由民主党員会', 'ロシア外務省', 'タス通信', 'サハリン2'])('are, for the body %s, no parts', (ja) => {
    expect(aliasesOf(named({ ja }))).toEqual([ja]);
  });

  it('are the reading with and without its space, Russian, variants and misspellings, but not the English name', () => {
    const names = named({
      ja: '林芳正',
      jaReading: 'はやし よしまさ',
      ru: 'Ёсимаса Хаяси',
      variants: ['Hayashi Yoshimasa'],
      misspellings: ['Hayasi'],
    });
    expect(aliasesOf(names)).toEqual([
      '林芳正',
      '芳正',
      'はやし よしまさ',
      'はやしよしまさ',
      'Ёсимаса Хаяси',
      'Hayashi Yoshimasa',
      'Hayasi',
    ]);
  });

  it('are none for a name that has but the English one', () => {
    expect(aliasesOf(named({}))).toEqual([]);
  });

  it('stand once each, and leave out none that is written', () => {
    const word = fc.stringMatching(/^[安倍晋三・アベ a-z]{1,8}$/);
    const given = fc.record({
      ja: fc.option(word, { nil: undefined }),
      ru: fc.option(word, { nil: undefined }),
      variants: fc.array(word),
      misspellings: fc.array(word),
    });
    fc.assert(
      fc.property(given, ({ ja, ru, variants, misspellings }) => {
        const forms = aliasesOf(named({ ...(ja && { ja }), ...(ru && { ru }), variants, misspellings }));
        expect(new Set(forms).size).toBe(forms.length);
        expect(forms).toEqual(expect.arrayContaining([ja, ru, ...variants, ...misspellings].filter((form) => form !== undefined)));
      }),
    );
  });
});
