import { describe, expect, it, test } from 'vitest';
import type { Theme } from '../../src/schema/items.ts';
import { getEvents, themePage } from '../../src/views/theme-page.ts';
import { changedRecord, find, fixture, getData, ids } from '../support/fixtures.ts';

type Position = Theme['questions'][number]['positions'][number];

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
    expect(page.lede).toMatch(/ Both articles have statements on it: 7 in total\.$/);
    expect(themePage(find('themes', 'lamp-oil'), fixture).finding).toBe('Gazette 2001 and Thornbury 2002 say most: 1 of 2 statements each');
  });

  test.each<[string, Partial<Position> | undefined, string | undefined, string]>([
    ['names an article without a statement', { silent: true, text: undefined, rests: [] }, undefined, '. Gazette 2001 has none'],
    [
      'names an article that answers with statements on other themes',
      { text: 'It sailed.' },
      undefined,
      '. Gazette 2001 answers only with statements on other themes',
    ],
    ['does not claim that an unread article has none', undefined, undefined, ''],
    ['takes a missing position of a read article as a silence', undefined, '2003-01-31', '. Gazette 2001 has none'],
  ])('%s', (_, position, questionsRead, end) => {
    const record = changedRecord((content) => {
      for (const { themes } of content.ledgers[0]!.data.statements) themes.splice(0, 9, 'lamp-oil');
      getData(content, 'entries', 'alpha-2001').questionsRead = questionsRead;
      for (const question of getData(content, 'themes', 'ferries').questions)
        question.positions = question.positions.flatMap((each) =>
          each.entry === 'beta-2002' ? [each] : position ? [{ ...each, ...position }] : [],
        );
    });
    const page = themePage(find('themes', 'ferries', record), record);
    expect(page.finding).toBe(`Thornbury 2002 says most: 3 of 3 statements${end}`);
    expect(page.lede).toMatch(/ Only Thornbury 2002 has statements on it: 3\.$/);
  });

  it('counts the statements of each strip', () => {
    expect(page.strips.map(({ name, counts }) => [name, counts])).toEqual([
      ['Gazette 2001', '4 of 5'],
      ['Thornbury 2002', '3 of 4'],
    ]);
  });
});
