import { describe, expect, it } from 'vitest';
import { corpusSummary } from '../../src/record/model.ts';
import { addEntry, changedRecord, fixture } from '../support/fixtures.ts';

describe('corpusSummary', () => {
  it('counts the articles and returns the first and the last year', () => {
    expect(corpusSummary(fixture)).toEqual({ number: 'two', years: '2001–2002', firstYear: '2001', lastYear: '2002' });
  });

  it('counts an added article and returns the longest gap between years', () => {
    const record = changedRecord((content) => addEntry(content, 'aged-2009', '2009'));
    expect(corpusSummary(record)).toMatchObject({ number: 'three', years: '2001–2009', gap: { after: 2002, before: 2009 } });
  });

  it('returns a figure from thirteen on, and one year if all articles are from it', () => {
    const [entry] = fixture.entries;
    const many = { ...fixture, entries: Array.from({ length: 13 }, () => entry!) };
    expect(corpusSummary(many)).toMatchObject({ number: '13', years: '2001' });
  });
});
