import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { changedArchive, removeArchive } from '../support/archive.ts';

let root: string;
beforeEach(() => (root = changedArchive([])));
afterEach(() => removeArchive(root));

const LEDGER = 'content/entries/beta-2002/statements.yaml';
const change = (from: string, to: string) => {
  const path = join(root, LEDGER);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};

describe('content read again', () => {
  it('is the same reading where nothing has changed', () => {
    const first = readContent(root);
    expect(readContent(root, first)).toBe(first);
  });

  it('is read anew in the file that has changed, and there alone', () => {
    const first = readContent(root);
    change('No boat sailed', 'No ship sailed');
    const second = readContent(root, first);
    expect(second.content.ledgers.map((file, index) => file === first.content.ledgers[index])).toEqual([true, false]);
    expect(second.content.actors.every((file, index) => file === first.content.actors[index])).toBe(true);
    expect(JSON.stringify(second.content.ledgers)).toContain('No ship sailed');
  });

  it('has its problems on their lines, and no more when they are mended', () => {
    const first = readContent(root);
    change('No boat sailed', '“No boat” sailed');
    const broken = readContent(root, first);
    const [problem] = broken.diagnostics;
    expect(problem).toMatchObject({ rule: 'quotation-is-declared', file: LEDGER });
    expect(readFileSync(join(root, LEDGER), 'utf8').split('\n')[problem!.line - 1]).toContain('text:');
    change('“No boat” sailed', 'No boat sailed');
    expect(readContent(root, broken).diagnostics).toEqual([]);
  });

  it('is frozen: nobody who shares it can change it', () => {
    const { content } = readContent(root);
    expect(() => content.ledgers[0]!.data.statements.pop()).toThrow(TypeError);
  });
});
