import { describe, expect, it } from 'vitest';
import { getEvents, themePage } from '../../src/views/theme-page.ts';
import { themesPage } from '../../src/views/theme-page.ts';
import { find, fixture, ids } from '../support/fixtures.ts';

const ferries = find('themes', 'ferries');

describe('themePage', () => {
  const page = themePage(ferries);

  it('groups its statements by article without duplicates', () => {
    expect(page.groups.map(({ label, statements }) => [label, statements.map(({ n }) => n)])).toEqual([
      ['Gazette 2001', [1, 2, 3, 4]],
      ['Thornbury 2002', [1, 2, 4]],
    ]);
    expect(page.groups.flatMap(({ statements }) => ids(statements))).toEqual(ids(ferries.statements));
  });

  it('lists the actors of its statements, most frequent first', () => {
    expect(page.actors.map(({ name, count }) => [name, count])).toEqual([
      ['The Alder Gazette', 4],
      ['Ilse Thornbury', 3],
      ['Ferry Board', 2],
      ['Norrow', 2],
      ['Beacon Wire', 1],
    ]);
  });

  it('lists the events of its statements, each once, sorted by date', () => {
    expect(ids(getEvents(ferries))).toEqual(['ferry-pact', 'night-boats', 'crews-strike']);
    expect(ids(page.events)).toEqual(ids(getEvents(ferries)));
    expect(getEvents(find('themes', 'lamp-oil'))).toEqual([]);
  });

  it('lists its questions with the position of every article', () => {
    expect(page.questions.map(({ id, positions }) => [id, positions.map(({ text }) => text)])).toEqual([
      ['night', ['A pilot expects it.', 'None had sailed.']],
    ]);
  });
});

describe('themesPage', () => {
  it('lists each theme with its questions and counts statements and articles', () => {
    expect(themesPage(fixture).map(({ title, statements, entries, questions }) => [title, statements, entries, questions])).toEqual([
      ['Ferries', 7, 2, [{ question: 'Will boats sail by night?', address: '/themes/ferries/#night' }]],
      ['Lamp oil', 2, 2, [{ question: 'Does oil keep the boats in port?', address: '/themes/lamp-oil/#price' }]],
    ]);
  });
});
