import { describe, expect, it } from 'vitest';
import { statementPath } from '../../../src/paths/paths.ts';
import type { TheRecord } from '../../../src/record/model.ts';
import { createIndexFile, recordDocuments } from '../../../src/search/index/documents.ts';
import { nameForms } from '../../../src/search/index/name-forms.ts';
import { changedRecord, fixture } from '../../support/fixtures.ts';

describe('nameForms', () => {
  const names = { en: 'Ilse Thornbury', variants: [], misspellings: [] };

  it('returns the family name, the parts of a Japanese name, its reading and other romanizations', () => {
    const forms = nameForms({ ...names, ja: '山川太郎', jaReading: 'やまかわ たろう', variants: ['Tarō'] }, { family: 'Yamakawa' });
    for (const form of ['Yamakawa', '山川', '太郎', 'やまかわ', 'やまかわたろう', 'Tarou', 'Taroh', 'Tarō']) expect(forms).toContain(form);
  });

  it('returns the initials of an organization', () => {
    expect(nameForms({ ...names, en: 'Norrow Ferry and Harbour Board' })).toContain('NFHB');
  });

  it('does not split the Japanese name of an organization', () => {
    expect(nameForms({ ...names, ja: '国際会議' })).toEqual(['国際会議']);
  });
});

describe('createIndexFile', () => {
  const about = { path: '/about/', title: 'About', description: 'What the Record is.' };
  const create = (record: TheRecord) =>
    createIndexFile(record, [...recordDocuments(record).map(({ path, title }) => ({ path, title, description: '' })), about]);
  const { documents, labels, sides } = create(fixture);

  it('returns one document for each page of the Record, each statement and each question', () => {
    const { actors, themes, events, places, terms, entries, statements } = fixture;
    expect(new Set(documents.map(({ path }) => path)).size).toBe(documents.length);
    expect(documents.filter(({ kind }) => kind !== 'page')).toHaveLength(
      [actors, themes, events, places, terms, entries, statements, themes.flatMap(({ questions }) => questions)].flat().length,
    );
  });

  it('returns documents of other pages, with the phrases of the content', () => {
    const record = changedRecord(({ concepts }) => {
      const data = { concepts: [], synonyms: [], pages: [{ page: '/about/', phrases: ['who makes this'] }] };
      concepts.push({ id: 'concepts', file: 'content/concepts.yaml', body: '', data });
    });
    expect(create(record).documents.filter(({ kind }) => kind === 'page')).toEqual([
      expect.objectContaining({ path: '/about/', title: 'About', text: 'What the Record is.', keywords: ['who makes this'] }),
    ]);
  });

  it('returns each question with the statements on which the answer of each article rests', () => {
    const [question] = fixture.themes.flatMap(({ questions }) => questions);
    const { title, answers } = documents.find(({ kind }) => kind === 'question')!;
    expect(title).toBe(question!.data.question);
    expect(answers!.map(({ article, statements }) => [article, statements.map((index) => documents[index]!.path)])).toEqual(
      question!.positions
        .filter(({ text }) => text !== undefined)
        .map(({ entry, rests }) => [entry.id, rests.map(({ id }) => statementPath(id))]),
    );
    expect(answers).not.toEqual([]);
  });

  it('returns the voices of each statement: ids of actors, or descriptions', () => {
    const voices = documents.flatMap(({ voice }) => (voice ? [...voice.speakers, ...voice.via.flat()] : []));
    const unnamed = fixture.statements.flatMap(({ speakers, via }) => [...speakers, ...via.flat()].flatMap((each) => each.unnamed ?? []));
    expect(new Set(voices.filter((voice) => labels.actor[voice] === undefined))).toEqual(new Set(unnamed));
    expect(voices.filter((voice) => sides[voice] !== undefined).length).toBeGreaterThan(0);
  });

  it('returns the facets of a statement, with labels for articles and themes', () => {
    const { facets } = documents.find(({ kind }) => kind === 'statement')!;
    expect(facets.statement).toHaveLength(1);
    expect(facets.article).toHaveLength(1);
    expect(labels.article[facets.article![0]!]).toBeTruthy();
    for (const theme of facets.theme!) expect(labels.theme[theme]).toBeTruthy();
  });

  it('resolves an alias to the documents that it means', () => {
    const [event] = fixture.events;
    const [question] = fixture.themes.flatMap(({ questions }) => questions);
    const record = changedRecord(({ concepts }) => {
      const data = {
        concepts: [{ phrases: ['a crossing'], means: [`event/${event!.id}`, `question/${question!.theme.id}/${question!.id}`] }],
        synonyms: [],
        pages: [],
      };
      concepts.push({ id: 'concepts', file: 'content/concepts.yaml', body: '', data });
    });
    const file = create(record);
    expect(file.aliases.map((alias) => alias.documents.map((index) => file.documents[index]!.title))).toEqual([
      [event!.data.title, question!.data.question],
    ]);
  });
});
