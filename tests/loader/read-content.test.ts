import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { temporaryArchive } from '../support/archive.ts';

let root: string;
beforeEach(() => (root = temporaryArchive()));

const LEDGER = 'content/entries/beta-2002/statements.yaml';
const change = (from: string, to: string) => {
  const path = join(root, LEDGER);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};

describe('readContent, called again', () => {
  it('parses only the changed file', () => {
    const first = readContent(root).content;
    change('No boat sailed', 'No ship sailed');
    const second = readContent(root).content;
    expect(second.ledgers.map((file, index) => file === first.ledgers[index])).toEqual([true, false]);
    expect(second.actors.every((file, index) => file === first.actors[index])).toBe(true);
    expect(JSON.stringify(second.ledgers)).toContain('No ship sailed');
  });

  it('reports a new problem on its line, and no problem after it is fixed', () => {
    readContent(root);
    change('No boat sailed', '“No boat” sailed');
    const [problem] = readContent(root).diagnostics;
    expect(problem).toMatchObject({ rule: 'quotation-is-declared', file: LEDGER });
    expect(readFileSync(join(root, LEDGER), 'utf8').split('\n')[problem!.line - 1]).toContain('text:');
    change('“No boat” sailed', 'No boat sailed');
    expect(readContent(root).diagnostics).toEqual([]);
  });

  it('returns frozen content, since callers share it', () => {
    const { content } = readContent(root);
    expect(() => content.ledgers[0]!.data.statements.pop()).toThrow(TypeError);
  });
});
