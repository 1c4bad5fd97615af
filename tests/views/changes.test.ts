import { expect, it } from 'vitest';
import { changes } from '../../src/views/changes.ts';
import { changedRecord, getData, fixture } from '../support/fixtures.ts';

it('groups the revisions of one day in the order of the articles', () => {
  const line = (name: string, id: string) => ({ name, address: `/entries/${id}/`, text: 'First published.' });
  expect(changes(fixture)).toEqual([
    { date: '2003-01-31', words: '31 January 2003', lines: [line('Gazette 2001', 'alpha-2001'), line('Thornbury 2002', 'beta-2002')] },
  ]);
});

it('lists every revision, newest day first', () => {
  const record = changedRecord((content) => {
    getData(content, 'entries', 'alpha-2001').revisions.push({ date: '2003-12-01', text: 'A date put right.' });
    getData(content, 'entries', 'beta-2002').revisions.push({ date: '2003-02-01', text: 'A name put right.' });
  });
  expect(changes(record).map(({ date, lines }) => [date, lines.map(({ name, text }) => `${name}: ${text}`)])).toEqual([
    ['2003-12-01', ['Gazette 2001: A date put right.']],
    ['2003-02-01', ['Thornbury 2002: A name put right.']],
    ['2003-01-31', ['Gazette 2001: First published.', 'Thornbury 2002: First published.']],
  ]);
});
