import { expect, it } from 'vitest';
import { toMarkdown } from '../../src/notebook/markdown.ts';
import type { CollectedStatement } from '../../src/notebook/notebook.ts';

const statement: CollectedStatement = {
  id: 'a.s1',
  text: 'Abe [sic] says *no*.',
  voice: 'Shinzo Abe, through TASS',
  mark: 'japan by-russia',
  facts: ['TASS 2026, ¶4', 'opinion'],
  citation: '“TASS 2026, Statement 1,” in <i>The Record</i> (A &amp; B).',
};
const site = { site: 'The Record', edition: '2026.2' };

it('formats each statement with its voice, the note of the reader and its citation', () => {
  expect(toMarkdown([{ id: 'a.s1', note: '# mine\n1. two' }], () => statement, site)).toBe(
    [
      '# Notebook',
      '',
      'The Record, edition 2026.2. Quoted blocks are my own notes.',
      '',
      '1. **Abe \\[sic\\] says \\*no\\*.**',
      '',
      '   Shinzo Abe, through TASS · TASS 2026, ¶4 · opinion',
      '',
      '   > \\# mine',
      '   > 1\\. two',
      '',
      '   “TASS 2026, Statement 1,” in *The Record* (A \\& B).',
      '',
    ].join('\n'),
  );
});

it('names a statement that the Record does not have, and keeps its note', () => {
  expect(toMarkdown([{ id: 'z.s9', note: 'mine' }], () => undefined, site)).toContain('1. z.s9 (not in edition 2026.2)\n\n   > mine\n');
});

it('prints why a statement was withdrawn', () => {
  expect(toMarkdown([{ id: 'a.s1', note: '' }], () => ({ ...statement, withdrawn: { reason: 'Merged into s4.' } }), site)).toContain(
    '\n\n   No longer counted: Merged into s4.\n\n',
  );
});
