import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as addresses from '../../src/paths/paths.ts';
import { statementPath, statementAnchor, withBase, yearPath, yearAnchor } from '../../src/paths/paths.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/);
const { entryPath, eventPath, actorPath, themePath, questionPath, placePath, termPath } = addresses;

describe('the address of a statement', () => {
  test.each([
    ['tass-2026.s11', '/entries/tass-2026/s11/'],
    ['alpha-2001.s1', '/entries/alpha-2001/s1/'],
  ])('%s is %s', (statement, address) => {
    expect(statementPath(statement)).toBe(address);
  });

  it('lies below that of its entry', () => {
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 9999 }), (entry, n) => {
        expect(statementPath(`${entry}.s${n}`)).toBe(`${entryPath(entry)}s${n}/`);
      }),
    );
  });
});

it('of a statement’s line on its entry’s page is an anchor, which stays one under any base', () => {
  expect(statementAnchor('tass-2026.s11')).toBe('#s11');
  expect(withBase('/record', statementAnchor('tass-2026.s11'))).toBe('#s11');
});

test.each<[string, string, string]>([
  ['an entry', entryPath('a-1'), '/entries/a-1/'],
  ['an event', eventPath('a-1'), '/events/a-1/'],
  ['an actor', actorPath('a-1'), '/actors/a-1/'],
  ['a theme', themePath('a-1'), '/themes/a-1/'],
  ['a question', questionPath('a-1', 'why'), '/themes/a-1/#why'],
  ['a place', placePath('a-1'), '/places/a-1/'],
  ['a term', termPath('a-1'), '/terms/a-1/'],
])('the address of %s is %s', (_, address, expected) => {
  expect(address).toBe(expected);
});

test.each([
  [2016, 'y2016', '/timeline/#y2016'],
  [null, 'undated', '/timeline/#undated'],
] as const)('the year %s has the anchor %s', (year, anchor, address) => {
  expect(yearAnchor(year)).toBe(anchor);
  expect(yearPath(year)).toBe(address);
});

it('gives every kind of page and every id an address of its own, with a slash at both ends', () => {
  const kinds = [entryPath, eventPath, actorPath, themePath, placePath, termPath];
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), (some) => {
      const all = kinds.flatMap((addressOf) => some.map(addressOf));
      expect(new Set(all).size).toBe(all.length);
      for (const address of all) expect(address).toMatch(/^\/.*[^/]\/$/);
    }),
  );
});

it('gives every page that stands once an address of its own, with a slash at both ends', () => {
  const pages = Object.values(addresses).filter((value) => typeof value === 'string');
  expect(new Set(pages).size).toBe(pages.length);
  for (const page of pages) expect(page).toMatch(/^\/(?:[a-z]+\/){0,2}$/);
});

describe('withBase', () => {
  test.each([
    ['', '/about/', '/about/'],
    ['/', '/about/', '/about/'],
    ['/record', '/about/', '/record/about/'],
    ['/record/', '/about/', '/record/about/'],
    ['/record//', '/about/', '/record/about/'],
    ['/record', '/', '/record/'],
    ['/press/record/', '/themes/a/#b', '/press/record/themes/a/#b'],
  ])('puts under “%s” the address %s as %s', (base, address, expected) => {
    expect(withBase(base, address)).toBe(expected);
  });

  it('does not mind a slash at the end of the base, and never doubles one', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 3 }), id, (parts, entry) => {
        const base = parts.map((part) => `/${part}`).join('');
        const address = withBase(base, entryPath(entry));
        expect(withBase(`${base}/`, entryPath(entry))).toBe(address);
        expect(address).not.toContain('//');
        expect(address.endsWith(entryPath(entry))).toBe(true);
      }),
    );
  });
});
