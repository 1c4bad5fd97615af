import { expect, it } from 'vitest';
import { changes, editionSummaries } from '../../src/views/changes.ts';
import { changedRecord, getData, fixture } from '../support/fixtures.ts';

it('groups the revisions of one day in the order of the articles', () => {
  const line = (name: string, id: string) => ({ name, address: `/entries/${id}/`, text: 'First published.' });
  expect(changes(fixture)).toEqual([
    { date: '2003-01-31', words: '31 January 2003', items: [line('Gazette 2001', 'alpha-2001'), line('Thornbury 2002', 'beta-2002')] },
  ]);
});

it('lists every revision, newest day first', () => {
  const record = changedRecord((content) => {
    getData(content, 'entries', 'alpha-2001').revisions.push({ date: '2003-12-01', text: 'A date put right.' });
    getData(content, 'entries', 'beta-2002').revisions.push({ date: '2003-02-01', text: 'A name put right.' });
  });
  expect(changes(record).map(({ date, items }) => [date, items.map(({ name, text }) => `${name}: ${text}`)])).toEqual([
    ['2003-12-01', ['Gazette 2001: A date put right.']],
    ['2003-02-01', ['Thornbury 2002: A name put right.']],
    ['2003-01-31', ['Gazette 2001: First published.', 'Thornbury 2002: First published.']],
  ]);
});

it('lists each fact of a correction once, in words, with its statements', () => {
  const edition = (id: string) => ({
    ...fixture.editions[0]!,
    id,
    items: [],
    byKey: new Map([['actor norrow', { kind: 'actor' as const, id: 'norrow', name: 'Norrow', data: {} }]]),
  });
  const corrected = (n: number) => ({
    kind: 'statement' as const,
    id: `alpha-2001.s${n}`,
    name: `Gazette 2001, statement ${n}`,
    what: 'corrected' as const,
    reasons: ['A first reason.', 'A second reason.'],
    fields: [
      { field: 'kind', before: 'reported-fact', after: 'opinion' },
      { field: 'quotes.1.kind', before: 'direct', after: 'wording' },
      { field: 'said.basis', before: null, after: 'inferred' },
      { field: 'said.edtf', before: null, after: '2001-05~' },
      { field: 'speakers', before: 'unnamed: a deckhand', after: 'norrow' },
    ],
  });
  const [summary] = editionSummaries([
    { edition: edition('2003.2'), changes: [corrected(1), corrected(2)] },
    { edition: edition('2003.1') },
  ]);
  expect(summary!.facts.map(({ fact, items }) => [fact, items.map(({ numbers }) => numbers?.map(({ name }) => name))])).toEqual(
    ['Kind: Reported fact → Opinion', 'When it was said: not given → about May 2001', 'Speaker: a deckhand → Norrow'].map((fact) => [
      fact,
      [['1', '2']],
    ]),
  );
  expect(summary!.corrections.map(({ reason, items }) => [reason, items.every(({ fields }) => fields.length === 0)])).toEqual([
    ['A first reason.', true],
    ['A second reason.', true],
  ]);
});
