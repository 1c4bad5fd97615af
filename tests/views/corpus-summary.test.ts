import { describe, expect, it } from 'vitest';
import { capitalize, corpusSummary } from '../../src/views/corpus-summary.ts';
import { addEntry, changedRecord, fixture } from '../support/fixtures.ts';

describe('corpusSummary', () => {
  it('returns the number of articles in words and the first and last year', () => {
    expect(corpusSummary(fixture)).toEqual({ number: 'two', years: '2001–2002' });
    expect(capitalize(corpusSummary(fixture).number)).toBe('Two');
  });

  it('counts an article that is added', () => {
    const record = changedRecord((content) => addEntry(content, 'aged-2003', '2003'));
    expect(corpusSummary(record)).toEqual({ number: 'three', years: '2001–2003' });
  });

  it('uses figures above twelve, and one year if all articles are of that year', () => {
    const [entry] = fixture.entries;
    const many = { ...fixture, entries: Array.from({ length: 13 }, () => entry!) };
    expect(corpusSummary(many)).toEqual({ number: '13', years: '2001' });
  });
});
