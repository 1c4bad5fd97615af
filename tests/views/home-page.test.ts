import { describe, expect, it } from 'vitest';
import { homePage } from '../../src/views/home-page.ts';
import { changedRecord, fixture, ids, getStatement } from '../support/fixtures.ts';

describe('homePage', () => {
  const page = homePage(fixture);

  it('counts the items of the Record', () => {
    expect(page.counts).toBe('9 statements, 3 events, 5 actors, 2 places, 2 themes.');
    expect(ids(page.entries)).toEqual(ids(fixture.entries));
  });

  it('lists every theme with its first question', () => {
    expect(page.themes).toEqual([
      { name: 'Ferries', address: '/themes/ferries/', count: 7, question: 'Will boats sail by night?' },
      { name: 'Lamp oil', address: '/themes/lamp-oil/', count: 2, question: 'Does oil keep the boats in port?' },
    ]);
  });

  it('lists the actors with the most statements and counts each statement once', () => {
    expect(page.actors.map(({ name, count }) => [name, count])).toEqual([
      ['The Alder Gazette', 5],
      ['Ilse Thornbury', 4],
      ['Ferry Board', 2],
      ['Norrow', 2],
      ['Beacon Wire', 1],
    ]);
  });

  it('describes what is missing from the Record', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s1').date.edtf = '1996';
      getStatement(content, 'beta-2002.s1').date.edtf = '1998';
    });
    expect(homePage(record).gaps).toBe(
      'Two articles are not a history: nothing in them bears on the years 1997, 1999. Of 1 forecast 0 are open in these sources, and on 2 questions the articles are silent once.',
    );
  });
});
