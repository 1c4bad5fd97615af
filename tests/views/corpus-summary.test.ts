import { describe, expect, it } from 'vitest';
import { capitalize, corpusSummary } from '../../src/views/corpus-summary.ts';
import { addEntry, changedRecord, fixture } from '../support/fixtures.ts';

describe('the articles of the Record in words', () => {
  it('are counted, with the years from the first to the last', () => {
    expect(corpusSummary(fixture)).toEqual({ number: 'two', years: '2001–2002' });
    expect(capitalize(corpusSummary(fixture).number)).toBe('Two');
  });

  it('count one more when one is added', () => {
    const record = changedRecord((content) => addEntry(content, 'aged-2003', '2003'));
    expect(corpusSummary(record)).toEqual({ number: 'three', years: '2001–2003' });
  });

  it('are figures where words are long, and one year where they are of one', () => {
    const [entry] = fixture.entries;
    const many = { ...fixture, entries: Array.from({ length: 13 }, () => entry!) };
    expect(corpusSummary(many)).toEqual({ number: '13', years: '2001' });
  });
});
