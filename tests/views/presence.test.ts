import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  articleGroups,
  countParts,
  findVoices,
  heaviest,
  presenceStrips,
  getActors,
  coOccurringActors,
  getStatements,
} from '../../src/views/presence.ts';
import { addEntry, addStatement, anyRecord, changedRecord, find, fixture, ids, getData, getStatement } from '../support/fixtures.ts';
import type { Statement } from '../../src/schema/statement.ts';

/** Returns the statements of an article of the fixture with one statement for each list of speakers. */
const spokenBy = (...speakers: Statement['speakers'][]) =>
  find(
    'entries',
    'beta-2002',
    changedRecord((content) => {
      for (const [index, each] of speakers.entries()) addStatement(content, 'beta-2002', 10 + index, { speakers: each });
      const [first, second] = content.actors.filter(({ id }) => id === 'norrow' || id === 'ferry-board');
      first!.data.side = 'japan';
      second!.data.side = 'japan';
    }),
  ).statements.filter(({ data }) => data.n >= 10);

describe('findVoices', () => {
  const [japan, third, unnamed]: Statement['speakers'][] = [['norrow'], ['ilse-thornbury'], [{ unnamed: 'a clerk' }]];
  test.each([
    [[japan], 'The only mention comes from a Japanese voice'],
    [[japan, japan], 'Both mentions come from Japanese voices'],
    [[japan, japan, japan], 'All three mentions come from Japanese voices'],
    [[japan, unnamed], 'A Japanese voice and an unnamed source make one mention each'],
    [[unnamed, japan, japan], 'Japanese voices make two of the three mentions, an unnamed source one'],
    [
      [third, third, ['norrow', 'ilse-thornbury'], ['norrow', 'ilse-thornbury'], third],
      'Voices neither Japanese nor Russian make three of the five mentions, joint authors of two sides two',
    ],
    [[], 'No mention'],
  ] as [Statement['speakers'][], string][])('counts %j as “%s”', (speakers, finding) => {
    expect(findVoices(spokenBy(...speakers), 'mention')).toBe(finding);
  });

  it('adds words after the noun', () => {
    expect(findVoices(spokenBy(japan!, japan!), 'statement', ' passed on')).toBe('Both statements passed on come from Japanese voices');
  });
});

describe('presenceStrips', () => {
  const none = { spoken: [], relayed: [], mentioned: [] };

  it('returns a cell for each statement of each article, and the ids of those that concern the subject', () => {
    const [spoken, mentioned] = [[find('statements', 'alpha-2001.s2')], [find('statements', 'alpha-2001.s3')]];
    const [alpha, beta] = presenceStrips(fixture, { ...none, spoken, mentioned });
    expect([alpha!.counts, alpha!.cells.length, [...alpha!.subset], [...alpha!.spoken]]).toEqual([
      'speaks in 1, mentioned in 1',
      5,
      ['alpha-2001.s2', 'alpha-2001.s3'],
      ['alpha-2001.s2'],
    ]);
    expect([beta!.counts, beta!.subset.size]).toEqual(['not mentioned', 0]);
  });

  it('returns strips of the articles with the most statements if there are many', () => {
    const record = changedRecord((content) => {
      for (let year = 2003; year < 2012; year++) addEntry(content, `entry-${year}`, `${year}`);
    });
    const mentioned = find('entries', 'entry-2011', record).statements;
    const strips = presenceStrips(record, { ...none, mentioned });
    expect(strips).toHaveLength(8);
    expect(strips.at(-1)!.name).toBe('entry-2011');
  });
});

it('countParts leaves out parts without statements', () => {
  const [one] = fixture.statements;
  expect(countParts({ spoken: [one!], relayed: [one!], mentioned: [] })).toBe('speaks in 1, passes on 1');
  expect(countParts({ spoken: [], relayed: [], mentioned: [] })).toBe('');
});

describe('articleGroups', () => {
  it('shows all statements of an article if only one would be hidden', () => {
    const { statements } = find('entries', 'beta-2002');
    expect(articleGroups(statements).map(({ open, folded }) => [ids(open), folded])).toEqual([[ids(statements), []]]);
  });

  it('shows the statements with the weightiest relations, and names the numbers of the others', () => {
    const { statements } = find('entries', 'alpha-2001');
    const [group] = articleGroups(statements);
    const rest = statements.filter(({ id }) => !ids(group!.open).includes(id));
    expect(group!.open).toHaveLength(3);
    expect(ids(group!.folded)).toEqual(ids(rest));
    expect(group!.summary).toBe(`2 more from Gazette 2001: ${rest.map(({ data }) => data.n).join(', ')}`);
    expect(ids(group!.open)).toEqual(ids(statements.filter((statement) => heaviest(statements).slice(0, 3).includes(statement))));
  });

  it('lists every statement once, as a text or as a number', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 1, max: 9 }), ({ statements }, times) => {
        const many = Array.from({ length: times }, () => statements).flat();
        const shown = articleGroups(many).flatMap(({ open, folded, more }) => [...open, ...folded, ...more]);
        expect(shown).toHaveLength(many.length);
        expect(new Set(shown.map(({ address }) => address)).size).toBe(statements.length);
      }),
    );
  });
});

describe('getActors', () => {
  test.each([
    ['alpha-2001.s1', ['alder-gazette', 'norrow']],
    ['alpha-2001.s2', ['ferry-board', 'alder-gazette']],
    ['alpha-2001.s4', ['alder-gazette']],
    ['beta-2002.s3', ['ilse-thornbury']],
  ])('returns the actors of %s: %j', (id, expected) => {
    expect(ids(getActors(find('statements', id)))).toEqual(expected);
  });

  it('returns an actor once if it speaks, relays and is mentioned', () => {
    const record = changedRecord((content) => {
      Object.assign(getStatement(content, 'beta-2002.s2'), { speakers: ['norrow'], via: ['norrow'], actors: ['norrow'] });
    });
    expect(ids(getActors(find('statements', 'beta-2002.s2', record)))).toEqual(['norrow']);
  });
});

describe('getStatements', () => {
  it('returns the statements that the actor makes, relays and is mentioned in', () => {
    expect(ids(getStatements(find('actors', 'alder-gazette')))).toEqual([1, 2, 3, 4, 5].map((n) => `alpha-2001.s${n}`));
    expect(ids(getStatements(find('actors', 'norrow')))).toEqual(['alpha-2001.s1', 'beta-2002.s2']);
  });

  it('sorts by date of publication, not by id of the entry', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'beta-2002').source.published.edtf = '1999';
    });
    expect(ids(getStatements(find('actors', 'norrow', record)))).toEqual(['beta-2002.s2', 'alpha-2001.s1']);
  });

  it('returns exactly the statements of the actor, each once, in the order of the Record', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const actor of record.actors) {
          expect(ids(getStatements(actor))).toEqual(ids(record.statements.filter((statement) => getActors(statement).includes(actor))));
        }
      }),
    );
  });
});

describe('coOccurringActors', () => {
  it('returns each actor with the shared statements', () => {
    expect(coOccurringActors(find('actors', 'ilse-thornbury')).map(({ actor, statements }) => [actor.id, ids(statements)])).toEqual([
      ['alder-gazette', ['alpha-2001.s3']],
      ['norrow', ['beta-2002.s2']],
    ]);
  });

  it('sorts by number of shared statements', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'beta-2002.s1').actors = ['norrow'];
    });
    expect(
      coOccurringActors(find('actors', 'ilse-thornbury', record)).map(({ actor, statements }) => [actor.id, statements.length]),
    ).toEqual([
      ['norrow', 2],
      ['alder-gazette', 1],
    ]);
  });

  it('is symmetric, omits the actor itself and returns each actor once', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const actor of record.actors) {
          const others = coOccurringActors(actor);
          expect(ids(others.map((each) => each.actor))).not.toContain(actor.id);
          expect(new Set(others.map((each) => each.actor)).size).toBe(others.length);
          for (const { actor: other, statements } of others) {
            expect(ids(coOccurringActors(other).find((each) => each.actor === actor)!.statements)).toEqual(ids(statements));
          }
        }
      }),
    );
  });

  it('returns an empty list for an actor that shares no statement', () => {
    const record = changedRecord(({ ledgers }) => {
      for (const statement of ledgers.flatMap(({ data }) => data.statements)) {
        Object.assign(statement, { speakers: ['norrow'], via: [], actors: [] });
      }
    });
    expect(coOccurringActors(find('actors', 'norrow', record))).toEqual([]);
    expect(getStatements(find('actors', 'norrow', record))).toHaveLength(fixture.statements.length);
    expect(getStatements(find('actors', 'beacon-wire', record))).toEqual([]);
  });
});
