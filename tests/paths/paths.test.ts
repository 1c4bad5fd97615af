import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as paths from '../../src/paths/paths.ts';
import { editionPath, entryPath, statementAnchor, statementPath, withBase, yearAnchor } from '../../src/paths/paths.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/);

it('returns the path and the anchor of a statement', () => {
  expect(statementPath('tass-2026.s11')).toBe('/entries/tass-2026/s11/');
  expect(statementAnchor('tass-2026.s11')).toBe('#s11');
});

it('returns the anchors of years and editions', () => {
  expect([yearAnchor(2016), yearAnchor(null), editionPath('2026.1')]).toEqual(['y2016', 'undated', '/changes/#e2026-1']);
});

it('lists the path of every page once', () => {
  const constants = Object.values(paths).filter((value) => typeof value === 'string' && value.endsWith('/'));
  expect(paths.staticPaths.toSorted()).toEqual(constants.toSorted());
  expect(new Set(constants).size).toBe(constants.length);
});

describe('withBase', () => {
  test.each([
    ['', '/about/', '/about/'],
    ['/', '/about/', '/about/'],
    ['/record', '/about/', '/record/about/'],
    ['/record//', '/about/', '/record/about/'],
    ['/record', '/', '/record/'],
    ['/press/record/', '/themes/a/#b', '/press/record/themes/a/#b'],
    ['/record', '#s11', '#s11'],
  ])('returns under the base “%s” the path %s as %s', (base, path, expected) => {
    expect(withBase(base, path)).toBe(expected);
  });

  it('ignores a slash at the end of the base and never doubles one', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 3 }), id, (parts, entry) => {
        const base = parts.map((part) => `/${part}`).join('');
        const path = withBase(base, entryPath(entry));
        expect(withBase(`${base}/`, entryPath(entry))).toBe(path);
        expect(path).not.toContain('//');
        expect(path.endsWith(entryPath(entry))).toBe(true);
      }),
    );
  });
});
