import { describe, expect, it } from 'vitest';
import { getEvents, themePage } from '../../src/views/theme-page.ts';
import { addStatement, changedRecord, find, fixture, ids } from '../support/fixtures.ts';

const ferries = find('themes', 'ferries');
const numbers = (lines: readonly { n: number }[]) => lines.map(({ n }) => n);

describe('themePage', () => {
  const page = themePage(ferries, fixture);

  it('groups its statements by article without duplicates', () => {
    expect(page.groups.map(({ label, open, folded }) => [label, numbers([...open, ...folded])])).toEqual([
      ['Gazette 2001', [1, 2, 3, 4]],
      ['Thornbury 2002', [1, 2, 4]],
    ]);
  });

  it('lists the actors of its statements, most frequent first', () => {
    expect(page.actors.open.map(({ name, count }) => [name, count])).toEqual([
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
    expect(page.events.open.map(({ id, part }) => [id, part])).toEqual([
      ['ferry-pact', '2 statements'],
      ['night-boats', '2 statements'],
      ['crews-strike', '1 statement'],
    ]);
  });

  it('keeps the statements with most relations in sight and folds the others', () => {
    const record = changedRecord((content) => {
      for (let n = 11; n < 21; n++) addStatement(content, 'beta-2002', n);
    });
    const [first, second] = themePage(find('themes', 'ferries', record), record).groups;
    expect(numbers(first!.open)).toEqual([1, 2, 3, 4]);
    expect(numbers(second!.open)).toEqual([1, 2, 4, 11]);
    expect(numbers(second!.folded)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('has a finding on who says most', () => {
    expect(page.finding).toBe('Gazette 2001 says most: 4 of 7 statements');
    expect(page.lede).toBe('Both articles speak on it, in 7 statements.');
    expect(themePage(find('themes', 'lamp-oil'), fixture).finding).toBe('Gazette 2001 and Thornbury 2002 say most: 1 of 2 statements each');
  });

  it('names an article that says nothing', () => {
    const record = changedRecord((content) => {
      for (const { themes } of content.ledgers[0]!.data.statements) themes.splice(0, 9, 'lamp-oil');
    });
    const silent = themePage(find('themes', 'ferries', record), record);
    expect(silent.finding).toBe('Thornbury 2002 says most: 3 of 3 statements. Gazette 2001 says nothing');
    expect(silent.lede).toBe('Only Thornbury 2002 speaks on it, in 3 statements.');
  });

  it('has a strip for every article with the statements of the theme', () => {
    expect(page.strips.map(({ label, count, of, subset }) => [label, count, of, [...subset].length])).toEqual([
      ['Gazette 2001', 4, 5, 4],
      ['Thornbury 2002', 3, 4, 3],
    ]);
  });
});
