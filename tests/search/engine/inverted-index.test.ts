import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvertedIndex } from '../../../src/search/engine/inverted-index.ts';
import { getOwnWords, prepare } from '../../../src/search/engine/search-index.ts';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { rank } from '../../../src/search/engine/score.ts';
import { catalogue } from '../../support/search-fixtures.ts';

const prepared = prepare(catalogue);

/** Holders that let every record be compared. */
class Everything extends InvertedIndex {
  override find() {
    return new Set(prepared.all.keys());
  }
}
const exhaustive = { ...prepared, holders: new Everything() };

describe('the holders of words', () => {
  it('leave out no record that answers a query, whatever is asked', () => {
    const words = [
      'ferry',
      'boats',
      'harbour',
      'thornbury',
      'торнбери',
      'alpha',
      '2001',
      'ilse',
      'fare',
      'dredg',
      'crossing',
      'May',
      'the',
    ];
    const typed = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(typed, (list) => {
        const query = parseQuery(list.join(' '));
        expect(rank(query, prepared)).toEqual(rank(query, exhaustive));
      }),
    );
  });

  it('leave out what has nothing of a query', () => {
    const [asked] = parseQuery('dredged').words.map((word) => ({ ...word, weight: 1, synonyms: [], isPrefix: false, cjk: false }));
    expect([...prepared.holders.find([asked!])].toSorted()).toEqual([3, 4]);
  });
});

describe('the words of a catalogue', () => {
  it('are the same whether it is made ready or not', () => {
    expect(getOwnWords(catalogue).size).toBeGreaterThan(20);
    expect(getOwnWords(catalogue)).toEqual(prepared.ownWords);
  });
});
