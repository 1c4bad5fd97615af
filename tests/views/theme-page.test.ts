import { describe, expect, it } from 'vitest';
import { getEvents, themePage } from '../../src/views/theme-page.ts';
import { themesPage } from '../../src/views/theme-page.ts';
import { find, fixture, ids } from '../support/fixtures.ts';

const ferries = find('themes', 'ferries');

describe('the page of a theme', () => {
  const page = themePage(ferries);

  it('has its statements by article, and none twice', () => {
    expect(page.groups.map(({ label, lines }) => [label, lines.map(({ n }) => n)])).toEqual([
      ['Gazette 2001', [1, 2, 3, 4]],
      ['Thornbury 2002', [1, 2, 4]],
    ]);
    expect(page.groups.flatMap(({ lines }) => ids(lines))).toEqual(ids(ferries.statements));
  });

  it('has who stands in them, most often first', () => {
    expect(page.actors.map(({ name, count }) => [name, count])).toEqual([
      ['The Alder Gazette', 4],
      ['Ilse Thornbury', 3],
      ['Ferry Board', 2],
      ['Norrow', 2],
      ['Beacon Wire', 1],
    ]);
  });

  it('has the events that they attest, each once, in time', () => {
    expect(ids(getEvents(ferries))).toEqual(['ferry-pact', 'night-boats', 'crews-strike']);
    expect(ids(page.events)).toEqual(ids(getEvents(ferries)));
    expect(getEvents(find('themes', 'lamp-oil'))).toEqual([]);
  });

  it('has its questions with the position of every article', () => {
    expect(page.questions.map(({ id, positions }) => [id, positions.map(({ text }) => text)])).toEqual([
      ['night', ['A pilot expects it.', 'None had sailed.']],
    ]);
  });
});

describe('the list of themes', () => {
  it('has each with its questions, and counts statements and articles', () => {
    expect(themesPage(fixture).map(({ title, statements, entries, questions }) => [title, statements, entries, questions])).toEqual([
      ['Ferries', 7, 2, [{ question: 'Will boats sail by night?', address: '/themes/ferries/#night' }]],
      ['Lamp oil', 2, 2, [{ question: 'Does oil keep the boats in port?', address: '/themes/lamp-oil/#price' }]],
    ]);
  });
});
