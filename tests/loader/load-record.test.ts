import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadRecord, readContent, refreshInDev, reloadContent } from '../../src/loader/load-record.ts';
import { temporaryArchive } from '../support/archive.ts';

// Compared with ===, since the matchers traverse the Record, which is a cyclic graph.
describe('loadRecord', () => {
  it('returns the same Record until the content is reloaded', () => {
    const first = loadRecord();
    expect(loadRecord() === first).toBe(true);
    reloadContent();
    expect(loadRecord() === first).toBe(false);
  });
});

describe('refreshInDev', () => {
  it('returns the item with the same id from the current Record', () => {
    const old = loadRecord().actors[0]!;
    expect(refreshInDev(old, 'places', 'actors') === old).toBe(true);
    reloadContent();
    const current = refreshInDev(old, 'places', 'actors');
    expect([current === old, current.id]).toEqual([false, old.id]);
  });

  it('returns the item itself if it was removed', () => {
    const removed = { id: 'removed' };
    expect(refreshInDev(removed, 'actors')).toBe(removed);
  });
});

describe('readContent, called again', () => {
  let root: string;
  beforeEach(() => (root = temporaryArchive()));

  const LEDGER = 'content/entries/beta-2002/statements.yaml';
  const change = (from: string, to: string) => {
    const path = join(root, LEDGER);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

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
