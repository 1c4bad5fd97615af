import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { getActors, coOccurringActors, getStatements } from '../../src/views/co-occurrence.ts';
import { anyRecord, changedRecord, getData, find, fixture, ids, getStatement } from '../support/fixtures.ts';

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
