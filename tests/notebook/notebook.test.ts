import { describe, expect, it } from 'vitest';
import {
  add,
  annotate,
  formatNotebook,
  merge,
  move,
  NotebookError,
  parseNotebook,
  remove,
  restore,
  substitute,
  type Notebook,
} from '../../src/notebook/notebook.ts';

const item = (id: string, note = '') => ({ id, note });
const notebook: Notebook = [item('a.s1', 'first'), item('b.s2'), item('c.s3')];
const ids = (items: Notebook) => items.map(({ id }) => id).join(' ');

describe('a notebook', () => {
  it('adds at the end what it does not have', () => {
    expect(ids(add(notebook, ['d.s4', 'a.s1', 'e.s5']))).toBe('a.s1 b.s2 c.s3 d.s4 e.s5');
    expect(add(notebook, ['a.s1'])).toEqual(notebook);
  });

  it('replaces the note of one statement', () => {
    expect(annotate(notebook, 'b.s2', 'new')).toEqual([notebook[0], item('b.s2', 'new'), notebook[2]]);
  });

  it.each([
    ['a.s1', 1, 'b.s2 a.s1 c.s3'],
    ['c.s3', -1, 'a.s1 c.s3 b.s2'],
    ['c.s3', -9, 'c.s3 a.s1 b.s2'],
    ['c.s3', 1, 'a.s1 b.s2 c.s3'],
    ['x.s9', 1, 'a.s1 b.s2 c.s3'],
  ])('moves %s by %i positions, but not beyond an end', (id, step, expected) => {
    expect(ids(move(notebook, id, step))).toBe(expected);
  });

  it('restores removed statements at their positions, with their notes', () => {
    const removed = [[0, notebook[0]!] as const, [1, notebook[1]!] as const];
    expect(restore([notebook[2]!], removed)).toEqual(notebook);
    expect(restore(remove(notebook, 'b.s2'), [[1, notebook[1]!]])).toEqual(notebook);
    expect(restore(notebook, removed)).toEqual(notebook);
  });

  it('replaces a withdrawn statement and keeps its note', () => {
    expect(substitute(notebook, 'a.s1', 'd.s4')).toEqual([item('d.s4', 'first'), notebook[1], notebook[2]]);
    expect(substitute(notebook, 'a.s1', 'c.s3')).toEqual([notebook[1], item('c.s3', 'first')]);
  });

  it('keeps both notes if two notebooks differ, and no note twice', () => {
    expect(merge(notebook, [item('a.s1', 'second'), item('b.s2', 'mine'), item('d.s4')])).toEqual([
      item('a.s1', 'first\n\nsecond'),
      item('b.s2', 'mine'),
      notebook[2],
      item('d.s4'),
    ]);
    expect(merge(notebook, notebook)).toEqual(notebook);
    expect(merge(merge(notebook, [item('a.s1', 'second')]), [item('a.s1', 'second')])[0]!.note).toBe('first\n\nsecond');
  });
});

describe('a notebook file', () => {
  it('is parsed as it was formatted', () => {
    const odd = [item('a.s1', 'line\nbreak “and” "quotes" \u2028 日本')];
    expect(parseNotebook(formatNotebook(odd), 'x')).toEqual(odd);
    expect(parseNotebook(`\uFEFF${formatNotebook(notebook)}`, 'x')).toEqual(notebook);
  });

  it('may have a statement twice: its notes are merged', () => {
    expect(parseNotebook(formatNotebook([item('a.s1', 'x'), item('a.s1', 'y')]), 'x')).toEqual([item('a.s1', 'x\n\ny')]);
  });

  const file = (statements: unknown, version: unknown = 1) =>
    JSON.stringify({ format: 'japan-russia-record-notebook', version, statements });

  it.each([
    ['@inreference{…}', 'it is not JSON'],
    ['[]', 'it has no "format": "japan-russia-record-notebook"'],
    ['null', 'it has no "format"'],
    ['{"format":"other","version":1,"statements":[]}', 'it has no "format"'],
    [file([], 2), 'its version is 2, and this page reads version 1'],
    [file([], '1'), 'its "version" is "1": write 1'],
    [file(undefined), 'its "statements" is missing: write a list'],
    [file({}), 'its "statements" is {}: write a list'],
    [file([{ id: 'tass-2026', note: '' }]), 'statement 1 has the id "tass-2026": write one like "tass-2026.s11"'],
    [file([{ id: 'a.s0', note: '' }]), 'statement 1 has the id "a.s0"'],
    [
      file([
        { id: 'a.s1', note: '' },
        { id: 'a.s2', note: 5 },
      ]),
      'statement 2 has the note 5: write a text',
    ],
    [file([7]), 'statement 1 has the id missing: write one like "tass-2026.s11". statement 1 has the note missing'],
    [file(Array(9).fill({ id: 'x', note: '' })), 'There are 4 more faults.'],
  ])('is refused with the reason: %s', (text, reason) => {
    expect(() => parseNotebook(text, 'my file.json')).toThrow(NotebookError);
    expect(() => parseNotebook(text, 'my file.json')).toThrow(reason);
    expect(() => parseNotebook(text, 'my file.json')).toThrow(/^“my file.json” cannot be loaded: .* The notebook has not changed\.$/);
  });
});
