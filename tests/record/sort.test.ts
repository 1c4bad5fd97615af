import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { byDateThenId, compareCodeUnits, sortName } from '../../src/record/sort.ts';

const names = (en: string) => ({ en, variants: [], misspellings: [] });

describe('sortName', () => {
  test.each([
    ['Ilse Thornbury', { family: 'Thornbury', given: 'Ilse' }, 'thornbury, ilse'],
    ['Éloïse Ångström', { family: 'Ångström', given: 'Éloïse' }, 'angstrom, eloise'],
    ['Norrow', undefined, 'norrow'],
    ['The Alder Gazette', undefined, 'alder gazette'],
    ['Theatre Board', undefined, 'theatre board'],
    ['Over The Strait', undefined, 'over the strait'],
    ['Shinzō Ōta', undefined, 'shinzo ota'],
  ])('sorts %s by its main word', (en, person, filed) => {
    expect(sortName({ names: names(en), ...(person && { person }) })).toBe(filed);
  });

  it('is the same for composed and decomposed letters and contains no combining mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (en) => {
        const filed = sortName({ names: names(en) });
        expect(sortName({ names: names(en.normalize('NFD')) })).toBe(filed);
        expect(filed).not.toMatch(/\p{M}/u);
      }),
    );
  });
});

describe('compareCodeUnits', () => {
  test.each([
    ['a', 'b', -1],
    ['b', 'a', 1],
    ['a', 'a', 0],
    ['', 'a', -1],
    ['s10', 's2', -1],
    ['Z', 'a', -1],
    ['z', 'ä', -1],
  ])('returns for “%s” and “%s” %i', (a, b, order) => {
    expect(compareCodeUnits(a, b)).toBe(order);
  });

  it('sorts every permutation into the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(texts.toReversed().sort(compareCodeUnits)).toEqual(texts.toSorted(compareCodeUnits));
      }),
    );
  });
});

describe('byDateThenId', () => {
  it('sorts by date, then by id, with undated items last', () => {
    const items: [id: string, date: string | null][] = [
      ['d', null],
      ['c', '2001'],
      ['b', '2001'],
      ['a', '2002-05~'],
    ];
    expect(
      items
        .map(([id, date]) => ({ id, date }))
        .toSorted(byDateThenId(({ date }) => date))
        .map(({ id }) => id),
    ).toEqual(['b', 'c', 'a', 'd']);
  });
});
