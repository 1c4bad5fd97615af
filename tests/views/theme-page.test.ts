import { describe, expect, it } from 'vitest';
import { getEvents, themePage } from '../../src/views/theme-page.ts';
import { changedRecord, find, fixture, ids } from '../support/fixtures.ts';

const ferries = find('themes', 'ferries');
const numbers = (lines: readonly { n: number }[]) => lines.map(({ n }) => n);

describe('themePage', () => {
  const page = themePage(ferries, fixture);

  it('groups its statements by article without duplicates', () => {
    expect(page.groups.map(({ article, open, folded }) => [article.name, numbers([...open, ...folded])])).toEqual([
      ['Gazette 2001', [1, 2, 3, 4]],
      ['Thornbury 2002', [1, 2, 4]],
    ]);
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
    expect(getEvents(find('themes', 'lamp-oil'))).toEqual([]);
  });

  it('lists the events with most of its statements first', () => {
    expect(page.events.map(({ id, part }) => [id, part])).toEqual([
      ['ferry-pact', '2 statements'],
      ['night-boats', '2 statements'],
      ['crews-strike', '1 statement'],
    ]);
  });

  it('has a finding on who says most', () => {
    expect(page.finding).toBe('Gazette 2001 says most: 4 of 7 statements');
    expect(page.lede).toMatch(/ Both articles speak on it, in 7 statements\.$/);
    expect(themePage(find('themes', 'lamp-oil'), fixture).finding).toBe('Gazette 2001 and Thornbury 2002 say most: 1 of 2 statements each');
  });

  it('names an article that says nothing', () => {
    const record = changedRecord((content) => {
      for (const { themes } of content.ledgers[0]!.data.statements) themes.splice(0, 9, 'lamp-oil');
    });
    const silent = themePage(find('themes', 'ferries', record), record);
    expect(silent.finding).toBe('Thornbury 2002 says most: 3 of 3 statements. Gazette 2001 says nothing');
    expect(silent.lede).toMatch(/ Only Thornbury 2002 speaks on it, in 3 statements\.$/);
  });

  it('counts the statements of each strip', () => {
    expect(page.strips.map(({ name, counts }) => [name, counts])).toEqual([
      ['Gazette 2001', '4 of 5'],
      ['Thornbury 2002', '3 of 4'],
    ]);
  });
});
