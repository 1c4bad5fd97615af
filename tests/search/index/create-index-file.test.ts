import { describe, expect, it } from 'vitest';
import { nameForms } from '../../../src/search/index/name-forms.ts';
import { createIndexFile } from '../../../src/search/index/create-index-file.ts';
import { changedRecord, fixture } from '../../support/fixtures.ts';

describe('the forms of a name', () => {
  const names = { en: 'Ilse Thornbury', variants: [], misspellings: [] };

  it('are the family name, the parts of a Japanese name, its reading, and long vowels as others write them', () => {
    const forms = nameForms({ ...names, ja: '山川太郎', jaReading: 'やまかわ たろう', variants: ['Tarō'] }, { family: 'Yamakawa' });
    for (const form of ['Yamakawa', '山川', '太郎', 'やまかわ', 'やまかわたろう', 'Tarou', 'Taroh', 'Tarō']) expect(forms).toContain(form);
  });

  it('are the initials of a body too', () => {
    expect(nameForms({ ...names, en: 'Norrow Ferry and Harbour Board' })).toContain('NFHB');
  });

  it('leave the name of a body whole', () => {
    expect(nameForms({ ...names, ja: '国際会議' })).toEqual(['国際会議']);
  });
});

describe('the catalogue', () => {
  const { records, labels } = createIndexFile(fixture);

  it('has every page of the Record and every statement once', () => {
    const { actors, themes, events, places, terms, entries, statements } = fixture;
    expect(records).toHaveLength([actors, themes, events, places, terms, entries, statements].flat().length);
    expect(new Set(records.map(({ address }) => address)).size).toBe(records.length);
  });

  it('files a statement under its article, kind, speakers and themes, and can name them', () => {
    const statement = records.find(({ kind }) => kind === 'statement')!;
    expect(statement.facets.article).toHaveLength(1);
    expect(labels.article[statement.facets.article![0]!]).toBeTruthy();
    for (const theme of statement.facets.theme!) expect(labels.theme[theme]).toBeTruthy();
    expect(statement.facets.statement).toHaveLength(1);
  });

  it('leads from a concept to what it means', () => {
    const [event] = fixture.events;
    const record = changedRecord((content) => {
      content.concepts.push({
        id: 'concepts',
        file: 'content/concepts.yaml',
        body: '',
        data: { concepts: [{ phrases: ['a crossing'], means: [`event/${event!.id}`] }], synonyms: [], pages: [] },
      });
    });
    const { concepts, records: all } = createIndexFile(record);
    expect(concepts.map((concept) => concept.records.map((index) => all[index]!.title))).toEqual([[event!.data.title]]);
  });
});
