import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { findLeaks, pageChecks } from '../support/page-checks.ts';
import { builtPages, DIST } from '../support/built-pages.ts';
import { builtSite } from '../support/built-site.ts';

const pages = builtPages();
const site = builtSite(pages);

describe('every page of the build', () => {
  it('is one of more than 300', () => expect(pages.size).toBeGreaterThan(300));

  test.each(pageChecks)('$description', ({ faults }) => {
    expect([...pages.values()].flatMap((page) => faults(page, site).map((fault) => `${page.address}: ${fault}`))).toEqual([]);
  });
});

describe('every text file of the build', () => {
  const files = globSync('**/*.{html,json,jsonld,csv,bib,ris,xml,txt,svg,webmanifest}', { cwd: DIST }).filter(
    (file) => !file.startsWith('pagefind'),
  );

  it('contains no local path, undefined value or placeholder', () => {
    expect(files.length).toBeGreaterThan(1000);
    expect(files.flatMap((file) => findLeaks(readFileSync(join(DIST, file), 'utf8')).map((leak) => `${file}: ${leak}`))).toEqual([]);
  });
});

describe('the scripts of the build', () => {
  it('contain no other host and evaluate no strings', () => {
    const faults = globSync('_assets/*.js', { cwd: DIST }).flatMap((file) => {
      const text = readFileSync(join(DIST, file), 'utf8');
      return [...text.matchAll(/\bhttps?:\/\/[^\s"'`]+|\beval\(|\bnew Function\b|\.innerHTML\s*=|document\.write/g)].map(
        ([found]) => `${file}: ${found}`,
      );
    });
    expect(faults).toEqual([]);
  });
});
