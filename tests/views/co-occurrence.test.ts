import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { getActors, coOccurringActors, getStatements } from '../../src/views/co-occurrence.ts';
import { anyRecord, changedRecord, getData, find, fixture, ids, getStatement } from '../support/fixtures.ts';

describe('the actors of a statement', () => {
  test.each([
    ['alpha-2001.s1', ['alder-gazette', 'norrow']],
    ['alpha-2001.s2', ['ferry-board', 'alder-gazette']],
    ['alpha-2001.s4', ['alder-gazette']],
    ['beta-2002.s3', ['ilse-thornbury']],
  ])('%s are %j: its named voices, then those it speaks of', (id, expected) => {
    expect(ids(getActors(find('statements', id)))).toEqual(expected);
  });

  it('stand once, though they speak, relay and are spoken of', () => {
    const record = changedRecord((content) => {
      Object.assign(getStatement(content, 'beta-2002.s2'), { speakers: ['norrow'], via: ['norrow'], actors: ['norrow'] });
    });
    expect(ids(getActors(find('statements', 'beta-2002.s2', record)))).toEqual(['norrow']);
  });
});

describe('the statements of an actor', () => {
  it('are those it holds, relays and is spoken of in', () => {
    expect(ids(getStatements(find('actors', 'alder-gazette')))).toEqual([1, 2, 3, 4, 5].map((n) => `alpha-2001.s${n}`));
    expect(ids(getStatements(find('actors', 'norrow')))).toEqual(['alpha-2001.s1', 'beta-2002.s2']);
  });

  it('follow the dates of publication, not the ids of the entries', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'beta-2002').source.published.edtf = '1999';
    });
    expect(ids(getStatements(find('actors', 'norrow', record)))).toEqual(['beta-2002.s2', 'alpha-2001.s1']);
  });

  it('are in the order of the Record, each once, and exactly those in which the actor stands', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const actor of record.actors) {
          expect(ids(getStatements(actor))).toEqual(ids(record.statements.filter((statement) => getActors(statement).includes(actor))));
        }
      }),
    );
  });
});

describe('those beside an actor', () => {
  it('come with the statements they share', () => {
    expect(coOccurringActors(find('actors', 'ilse-thornbury')).map(({ actor, statements }) => [actor.id, ids(statements)])).toEqual([
      ['alder-gazette', ['alpha-2001.s3']],
      ['norrow', ['beta-2002.s2']],
    ]);
  });

  it('come most often first', () => {
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

  it('are never the actor itself, each once, and stand beside each other both ways', () => {
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

  it('are nobody for an actor that stands alone', () => {
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
