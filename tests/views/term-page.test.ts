import { describe, expect, it, test } from 'vitest';
import { termPage, termsPage } from '../../src/views/term-page.ts';
import type { TermUse } from '../../src/schema/term.ts';
import { changedRecord, getData, find, fixture } from '../support/fixtures.ts';

const withUses = (uses: Partial<TermUse>[]) =>
  changedRecord((content) => {
    const data = getData(content, 'terms', 'home-water');
    data.uses = uses.map((use) => ({ ...data.uses[0]!, ...use }));
  });

const pageOf = (record = fixture) => termPage(find('terms', 'home-water', record), record);

describe('termPage', () => {
  it('returns who uses each wording, where and how often', () => {
    expect(pageOf()).toMatchObject({
      title: 'The strait',
      description: 'Who writes what: Home Water.',
      rule: 'The Record writes ‘Marrow Strait’.',
      groups: [
        {
          label: 'Gazette 2001',
          address: '/entries/alpha-2001/',
          uses: [
            {
              wording: 'Home Water',
              voice: 'quoted',
              speakers: [{ name: 'Ilse Thornbury', address: '/actors/ilse-thornbury/', side: 'third' }],
              count: 1,
              locators: 'paragraph 2',
              references: [{ entry: 'Gazette 2001', n: 3, address: '/entries/alpha-2001/s3/' }],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['own', 'own words'],
    ['quoted', 'quoted'],
    ['attributed', 'attributed, without marks'],
  ] as const)('labels the voice %s “%s”', (voice, words) => {
    expect(pageOf(withUses([{ voice }])).groups[0]!.uses[0]!.voice).toBe(words);
  });

  it('groups uses by article, sorted by date of publication, and names each wording once', () => {
    const record = withUses([{ entry: 'beta-2002' }, { wording: 'Near Sea' }, { entry: 'beta-2002', wording: 'Sea' }]);
    const { groups, description } = pageOf(record);
    expect(groups.map(({ label, uses }) => [label, uses.map(({ wording }) => wording)])).toEqual([
      ['Gazette 2001', ['Near Sea']],
      ['Thornbury 2002', ['Home Water', 'Sea']],
    ]);
    expect(description).toBe('Who writes what: Home Water, Near Sea, Sea.');
  });
});

describe('termsPage', () => {
  it('lists each wording of a term once', () => {
    const record = withUses([{}, { entry: 'beta-2002' }, { wording: 'Sea' }]);
    expect(termsPage(record)).toEqual([{ title: 'The strait', address: '/terms/home-water/', wordings: '‘Home Water’ and ‘Sea’' }]);
  });
});
