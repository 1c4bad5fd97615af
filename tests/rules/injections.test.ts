import { afterEach, describe, expect, test } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { formatDiagnostics } from '../../src/loader/reporters/text.ts';
import { changedArchive, removeArchive } from '../support/archive.ts';
import { injections } from '../support/injections.ts';

let root = '';
afterEach(() => removeArchive(root));

/** The rules that keep foreign matter out; that a sentence has no citation is no such reason. */
const KEEP_OUT = new Set([
  'body-holds-only-known-markup',
  'body-holds-only-plain-characters',
  'fields-fit-the-schema',
  'file-is-well-formed',
]);

describe('readContent', () => {
  test.each(injections.filter(({ expected }) => expected === 'refused'))('refuses $name', ({ change }) => {
    root = changedArchive([change]);
    const { diagnostics } = readContent(root);
    const found = diagnostics.filter(({ rule, file }) => KEEP_OUT.has(rule) && file === change.file);
    expect(found, formatDiagnostics(diagnostics)).not.toEqual([]);
    expect(found.every(({ hint }) => hint.trim())).toBe(true);
    expect(formatDiagnostics(diagnostics)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2067]/);
  });

  test.each(injections.filter(({ expected }) => expected === 'inert'))('takes $name for the text it is', ({ change }) => {
    root = changedArchive([change]);
    const { diagnostics } = readContent(root);
    expect(diagnostics, formatDiagnostics(diagnostics)).toEqual([]);
  });
});
