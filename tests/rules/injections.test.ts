import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { formatDiagnostics } from '../../src/loader/errors.ts';
import { applyChanges, changedArchive, injections, removeArchive } from '../support/archive.ts';

const root = changedArchive([]);
let undo: () => void;

afterEach(() => undo());
afterAll(() => removeArchive(root));

/** Rules about the form of texts. A missing citation does not count as a rejection. */
const FORM_RULES = new Set([
  'body-holds-only-known-markup',
  'body-holds-only-plain-characters',
  'fields-fit-the-schema',
  'file-is-well-formed',
]);

describe('readContent', () => {
  test.each(injections.filter(({ expected }) => expected === 'rejected'))('rejects $name', ({ change }) => {
    undo = applyChanges(root, [change]);
    const { diagnostics } = readContent(root);
    const found = diagnostics.filter(({ rule, file }) => FORM_RULES.has(rule) && file === change.file);
    expect(found, formatDiagnostics(diagnostics)).not.toEqual([]);
    expect(found.every(({ hint }) => hint.trim())).toBe(true);
    expect(formatDiagnostics(diagnostics)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2067]/);
  });

  test.each(injections.filter(({ expected }) => expected === 'inert'))('accepts $name as plain text', ({ change }) => {
    undo = applyChanges(root, [change]);
    const { diagnostics } = readContent(root);
    expect(diagnostics, formatDiagnostics(diagnostics)).toEqual([]);
  });
});
