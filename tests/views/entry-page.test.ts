import { describe, expect, it } from 'vitest';
import { entryPage, sourcePage, whoseVoice } from '../../src/views/entry-page.ts';
import type { CitedVoice } from '../../src/views/reference.ts';
import { addEntry, changedRecord, getData, find, fixture, ids, getStatement, recordWithBareEntry } from '../support/fixtures.ts';

const alpha = entryPage(find('entries', 'alpha-2001'), fixture);
const beta = entryPage(find('entries', 'beta-2002'), fixture);

describe('entryPage', () => {
  it('links to the previous and next article by date of publication', () => {
    const record = changedRecord((content) => addEntry(content, 'aged-2003', '2003'));
    const neighbours = record.entries
      .map((entry) => entryPage(entry, record))
      .map(({ previous, next }) => [previous?.address, next?.address]);
    expect(neighbours).toEqual([
      [undefined, '/entries/beta-2002/'],
      ['/entries/alpha-2001/', '/entries/aged-2003/'],
      ['/entries/beta-2002/', undefined],
    ]);
    expect(alpha.next).toEqual({ name: 'A Year of the Pact', address: '/entries/beta-2002/' });
    expect(alpha).not.toHaveProperty('previous');
  });

  it('lists its non-empty sections in the table of contents, unless the page is short', () => {
    expect(alpha.contents).toContainEqual({ id: 'ledger', name: 'Statements', count: 5 });
    expect(alpha.contents.every(({ count }) => count !== 0)).toBe(true);
    expect(entryPage({ ...find('entries', 'alpha-2001'), actors: [], events: [] }, fixture).contents).toEqual([]);
  });

  it('returns the bibliographic data of the article', () => {
    expect(alpha).toMatchObject({ title: 'Boats for the Marrow Strait', by: 'Unsigned', genreLabel: 'News report', provenance: [] });
    expect(beta).toMatchObject({
      by: 'Ilse Thornbury',
      genreLabel: 'Opinion article',
      publisher: { name: 'Beacon Wire', address: '/actors/beacon-wire/' },
      publishedInWords: 'June 2002, inferred',
    });
  });

  it('groups statements by their first passage, with the numbers of each voice', () => {
    const numbers = ({ speakers, references }: CitedVoice) => [speakers, ...references.map(({ n }) => n)].join(' ');
    expect(alpha.groups.map(({ id, name, voices }) => [id, name, voices.map(numbers)])).toEqual([
      ['in-p0', 'Opening summary', ['The Alder Gazette 1']],
      ['in-p1', 'Paragraph 1', ['Ferry Board 2']],
      ['in-p2', 'Paragraph 2', ['Thornbury 3', 'a harbour clerk 4']],
      ['in-p3', 'Paragraph 3', ['The Alder Gazette 5']],
    ]);
  });

  it('links to the first publisher and the archive', () => {
    const record = changedRecord((content) =>
      Object.assign(getData(content, 'entries', 'beta-2002').source, { reprintOf: 'alder-gazette', copyAt: 'ferry-board' }),
    );
    const entry = find('entries', 'beta-2002', record);
    const provenance = [
      { label: 'First published by', name: 'The Alder Gazette', address: '/actors/alder-gazette/' },
      { label: 'Copy read', name: 'Ferry Board', address: '/actors/ferry-board/' },
    ];
    expect(entryPage(entry, record).provenance).toEqual(provenance);
    expect(sourcePage(entry).provenance).toEqual(provenance);
  });

  it('counts passages, words and statements by theme', () => {
    expect([alpha.passages, alpha.words, alpha.statements]).toEqual([4, 28, 5]);
    expect(alpha.themes).toEqual([
      { name: 'Ferries', address: '/themes/ferries/', count: 4 },
      { name: 'Lamp oil', address: '/themes/lamp-oil/', count: 1 },
    ]);
  });

  it('returns notes with their passages in words and their references', () => {
    expect(alpha.notes).toEqual([
      {
        title: 'Two spellings',
        text: 'The paper spells the isle in two ways.',
        locators: 'paragraph 2',
        references: [{ entry: 'Gazette 2001', n: 4, address: '#s4' }],
      },
    ]);
  });

  it('returns statements, events, actors and revisions', () => {
    expect(ids(alpha.groups.flatMap(({ statements }) => statements))).toEqual(ids(find('entries', 'alpha-2001').statements));
    expect(ids(beta.events)).toEqual(['ferry-pact', 'night-boats', 'crews-strike']);
    expect(beta.actors[0]).toEqual({
      name: 'Ilse Thornbury',
      address: '/actors/ilse-thornbury/',
      side: 'third',
      role: 'its author',
      references: [{ entry: 'Thornbury 2002', n: 1, address: '#s1' }],
    });
    expect(beta.revisions).toEqual([{ date: '31 January 2003', text: 'First published.' }]);
  });
});

describe('the page of an entry without text, roles, themes, owner and form', () => {
  const record = recordWithBareEntry();
  const entry = find('entries', 'beta-2002', record);
  const page = entryPage(entry, record);

  it('has no section of the article retold', () => {
    expect([page.isRetold, beta.isRetold]).toEqual([false, true]);
    expect(beta.contents).toContainEqual({ id: 'precis', name: 'The article retold' });
    expect(page.contents).not.toEqual([]);
    expect(page.contents.map(({ id }) => id)).not.toContain('precis');
  });

  it('counts the statements of each actor instead of a role, the most frequent first', () => {
    expect(page.actors.map(({ name, role, references }) => [name, role, references.map(({ n }) => n).join()])).toEqual([
      ['Ilse Thornbury', 'Speaks in 3', '1,2,3'],
      ['Norrow', 'Mentioned in 1', '2'],
      ['Ferry Board', 'Speaks in 1', '4'],
      ['Beacon Wire', 'Passes on 1', '4'],
    ]);
    expect(ids(find('actors', 'norrow', record).entries.map(({ entry: each }) => each))).toEqual(['alpha-2001']);
  });

  it('lists the themes of its statements', () => {
    expect(page.themes).toEqual(beta.themes);
  });

  it('describes the publisher instead of the owner', () => {
    expect(page.owner).toBe('Beacon Wire: Beacon Wire in the two newspapers.');
    expect(sourcePage(entry)).toMatchObject({ owner: undefined, isRetold: false });
  });
});

describe('sourcePage', () => {
  it('describes the article in one sentence', () => {
    expect(sourcePage(find('entries', 'alpha-2001')).description).toBe(
      'The Alder Gazette, Unsigned, 4 March 2001: the article itself as a bibliographic record.',
    );
    expect(sourcePage(find('entries', 'beta-2002'))).toMatchObject({
      authors: [{ name: 'Ilse Thornbury', address: '/actors/ilse-thornbury/' }],
      entry: { name: 'Thornbury 2002', address: '/entries/beta-2002/' },
      language: 'English',
    });
  });
});

describe('whoseVoice', () => {
  it('counts the voices of an article, the most frequent first', () => {
    expect(whoseVoice(find('entries', 'alpha-2001'))).toBe(
      'Of 5 statements, 2 are by The Alder Gazette, 1 by Ferry Board (passed on by The Alder Gazette) and 2 by two other voices.',
    );
  });

  it('names a third voice if it is the last', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s4').speakers = ['ferry-board'];
    });
    expect(whoseVoice(find('entries', 'alpha-2001', record))).toContain('and 1 by Ilse Thornbury (passed on by The Alder Gazette).');
  });

  it('counts the statements that are passed on if only some are', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s1').via = ['ferry-board'];
    });
    expect(whoseVoice(find('entries', 'alpha-2001', record))).toContain('2 are by The Alder Gazette (1 passed on by Ferry Board)');
  });
});
