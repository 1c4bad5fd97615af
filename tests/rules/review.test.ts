import { expect, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { findUnreviewed } from '../../src/rules/index.ts';
import { oldTexts, sentencesAboutAll } from '../../src/rules/review.ts';
import { archive } from '../support/archive.ts';

const { content } = readContent(archive);
type Event = (typeof content.events)[number];

/** Returns the content of the archive with changes to the ferry pact, and with later statements of an article as new. */
const changed = (data: Partial<Event['data']>, textsRead = 4) => ({
  ...content,
  events: content.events.map((each) => (each.id === 'ferry-pact' ? { ...each, data: { ...each.data, ...data } } : each)),
  entries: content.entries.map((each) => (each.id === 'beta-2002' ? { ...each, data: { ...each.data, textsRead } } : each)),
});

test.each([
  'No article names the boats.',
  'No later article says whether a boat sailed.',
  'The one article that names Norrow says nothing of its boats.',
  'Only this caption names the strait.',
  'The two figures on oil have no source.',
  'No reply of the board is reported.',
  'Only Thornbury names it.',
  'A pact; no other article reports it',
  'The articles do not name a pilot.',
])('“%s” is about all articles', (note) => {
  expect(sentencesAboutAll(changed({ note })).map(({ sentence }) => sentence)).toEqual([note]);
});

test.each([
  'The article names no boat.',
  'One article names a boat.',
  'No boat sailed.',
  'The caption names the strait.',
  'The board reports no reply.',
  'The phrase is in each article’s own words.',
])('“%s” is not about all articles', (note) => {
  expect(sentencesAboutAll(changed({ note }))).toEqual([]);
});

test('the ground of a date and the note of an edition in preparation are read too', () => {
  const date = { edtf: '2000-05', basis: 'inferred', ground: 'no article dates the pact' } as Event['data']['date'];
  const editions = content.editions.map((each) => ({ ...each, data: { ...each.data, note: 'Of 9 statements, 8 remain.' } }));
  const found = sentencesAboutAll({ ...changed({ date }), editions }).map(({ sentence }) => sentence);
  expect(found).toEqual([date.ground, 'Of 9 statements, 8 remain.']);
});

test('a concept is an old text if a new statement contains its phrase, until it names a statement of that article', () => {
  const withConcept = (...means: string[]) => {
    const data = { synonyms: [], concepts: [{ phrases: ['dearest CARGO', 'oil lamp'], means }], pages: [] };
    const concepts = [{ id: 'concepts', file: 'content/concepts.yaml', data, body: '' }] as unknown as typeof content.concepts;
    return oldTexts({ ...changed({}, 2), concepts }).filter(({ file }) => file === 'content/concepts.yaml');
  };
  expect(withConcept('theme/lamp-oil')).toMatchObject([
    { name: 'dearest CARGO', path: ['concepts', 0], statements: [{ id: 'beta-2002.s3' }] },
  ]);
  expect(withConcept('beta-2002.s3')).toEqual([]);
});

test.each<[string, Partial<Event['data']>, number]>([
  ['is narrower than that of a new statement', {}, 1],
  ['is explained in differences', { differences: [{ text: 'They differ.', rests: ['beta-2002.s2'] }] as Event['data']['differences'] }, 0],
  [
    'is of an event that only new statements are about',
    { account: [{ text: 'New.', rests: ['beta-2002.s2'] }] as Event['data']['account'] },
    0,
  ],
])('a date that %s gives %j warnings', (_, data, count) => {
  const found = findUnreviewed(changed(data, 1)).filter(({ rule }) => rule === 'event-date-covers-new-statements');
  expect(found).toHaveLength(count);
});

test.each([
  ['only Thornbury says so', 2, 1],
  ['only Thornbury says so', 4, 0],
  ['Only the Beacon Wire says so', 2, 1],
  ['only Thornbury’s boat sails', 2, 0],
])('“%s” with textsRead: %d gives %d warnings that it counts articles', (note, textsRead, count) => {
  const found = findUnreviewed(changed({ note }, textsRead)).filter(({ rule }) => rule === 'sentence-does-not-count-articles');
  expect(found).toHaveLength(count);
});
