import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coOccurringActors } from '../../src/views/co-occurrence.ts';
import { networkData, networkPage, coOccurrences } from '../../src/views/network-page.ts';
import { addStatement, anyRecord, changedRecord, fixture, ids } from '../support/fixtures.ts';

const inPairs = (record = fixture) => coOccurrences(record).map(({ a, b, statements }) => [a.id, b.id, statements.length]);

/** Returns the fixture with more statements in which Norrow mentions the board. */
const withMore = (count: number) =>
  changedRecord((content) => {
    for (let n = 10; n < 10 + count; n++) addStatement(content, 'beta-2002', n, { speakers: ['norrow'], actors: ['ferry-board'] });
  });

describe('coOccurrences', () => {
  it('returns every pair of actors in one statement, sorted by name', () => {
    expect(inPairs()).toEqual([
      ['alder-gazette', 'ferry-board', 1],
      ['alder-gazette', 'norrow', 1],
      ['alder-gazette', 'ilse-thornbury', 1],
      ['beacon-wire', 'ferry-board', 1],
      ['norrow', 'ilse-thornbury', 1],
    ]);
  });

  it('sorts pairs by number of shared statements', () => {
    expect(inPairs(withMore(2))[0]).toEqual(['ferry-board', 'norrow', 2]);
  });

  it('returns each pair once, its actors sorted by name', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const all = coOccurrences(record);
        const rank = new Map(record.actors.map((actor, index) => [actor, index]));
        const keys = all.map(({ a, b, statements }) => [-statements.length, rank.get(a)!, rank.get(b)!] as const);
        for (const [, a, b] of keys) expect(a).toBeLessThan(b);
        expect(new Set(keys.map(([, a, b]) => `${a} ${b}`)).size).toBe(keys.length);
        expect(keys).toEqual(keys.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]));
      }),
    );
  });

  it('agrees with coOccurringActors', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const both = coOccurrences(record).flatMap(({ a, b, statements }) => [
          [a.id, b.id, ids(statements)],
          [b.id, a.id, ids(statements)],
        ]);
        const sides = record.actors.flatMap((a) => coOccurringActors(a).map(({ actor: b, statements }) => [a.id, b.id, ids(statements)]));
        expect(both.map((pair) => JSON.stringify(pair)).toSorted()).toEqual(sides.map((pair) => JSON.stringify(pair)).toSorted());
      }),
    );
  });
});

describe('networkPage', () => {
  it('lists pairs with at least five statements, and all actors with the others', () => {
    const { total, strongest, actors } = networkPage(withMore(5));
    expect(total).toBe(6);
    expect(strongest.map(({ a, b, references }) => [a.name, b.name, references.map(({ n }) => n)])).toEqual([
      ['Ferry Board', 'Norrow', [10, 11, 12, 13, 14]],
    ]);
    expect(actors.map(({ name }) => name)).toEqual(fixture.actors.map(({ data }) => data.names.en));
    expect(actors[1]!.others).toEqual([{ name: 'Ferry Board', address: '/actors/ferry-board/', side: 'third', count: 1 }]);
    expect(networkPage(withMore(4)).strongest).toEqual([]);
  });

  it('lists two co-occurring actors for each pair', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const { total, actors } = networkPage(record);
        expect(actors.reduce((sum, { others }) => sum + others.length, 0)).toBe(2 * total);
      }),
    );
  });
});

describe('networkData', () => {
  it('returns the pairs with enough shared statements and their actors', () => {
    const { total, minShared, pairs: drawn, actors } = networkData(withMore(5));
    expect([total, minShared, drawn]).toEqual([6, 5, [{ a: 'ferry-board', b: 'norrow', statements: 5 }]]);
    expect(actors.map(({ id, statements }) => [id, statements])).toEqual([
      ['ferry-board', 7],
      ['norrow', 7],
    ]);
  });

  it('returns all pairs if one shared statement is enough', () => {
    const { pairs: drawn, actors } = networkData(fixture, 1);
    expect(drawn).toHaveLength(5);
    expect(ids(actors)).toEqual(ids(fixture.actors));
  });
});
