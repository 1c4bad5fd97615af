import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptParses } from '../../scripts/content/kept-parses.ts';
import { readContent } from '../../scripts/content/read.ts';
import { changedArchive, removeArchive } from './archive.ts';

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
    expect(readContent(root, undefined, first)).toBe(first);
  });

  it('is read anew in the file that has changed, and there alone', () => {
    const first = readContent(root);
    change('No boat sailed', 'No ship sailed');
    const second = readContent(root, undefined, first);
    expect(second.content.ledgers.map((file, index) => file === first.content.ledgers[index])).toEqual([true, false]);
    expect(second.content.actors.every((file, index) => file === first.content.actors[index])).toBe(true);
    expect(JSON.stringify(second.content.ledgers)).toContain('No ship sailed');
  });

  it('has its problems on their lines, and no more when they are mended', () => {
    const first = readContent(root);
    change('No boat sailed', '“No boat” sailed');
    const broken = readContent(root, undefined, first);
    const [problem] = broken.problems;
    expect(problem).toMatchObject({ rule: 'quotation-is-declared', file: LEDGER });
    expect(readFileSync(join(root, LEDGER), 'utf8').split('\n')[problem!.line - 1]).toContain('text:');
    change('“No boat” sailed', 'No boat sailed');
    expect(readContent(root, undefined, broken).problems).toEqual([]);
  });

  it('is frozen: nobody who shares it can change it', () => {
    const { content } = readContent(root);
    expect(() => content.ledgers[0]!.data.statements.pop()).toThrow(TypeError);
  });
});

describe('kept parses', () => {
  const path = () => join(root, 'kept/parses.json');
  const keep = (count = 30) => {
    const kept = keptParses(path());
    for (let file = 0; file < count; file++) kept.add(`${file}.yaml`, `a: ${file}`, { data: { a: file }, body: '' });
    kept.write();
  };

  it('are found again by the text of the file', () => {
    keep();
    expect(keptParses(path()).find('7.yaml', 'a: 7')).toEqual({ data: { a: 7 }, body: '' });
  });

  it('are not found for another text', () => {
    keep();
    expect(keptParses(path()).find('7.yaml', 'a: 8')).toBeUndefined();
  });

  it('of another parser, or broken, are none', () => {
    keep();
    const written = readFileSync(path(), 'utf8');
    writeFileSync(path(), written.replace(/"parser":"[^"]*"/, '"parser":"0.0.0 other"'));
    expect(keptParses(path()).find('7.yaml', 'a: 7')).toBeUndefined();
    writeFileSync(path(), written.slice(0, 100));
    expect(keptParses(path()).find('7.yaml', 'a: 7')).toBeUndefined();
  });

  it('are not written for a few files', () => {
    keep(3);
    expect(existsSync(path())).toBe(false);
  });

  it('make the same content as the files', () => {
    const fresh = readContent(root, keptParses(path(), 0));
    const other = changedArchive([]);
    // The same texts in another place: in this process they have not been read there yet.
    const again = readContent(other, keptParses(path()));
    removeArchive(other);
    expect(again.content).toEqual(fresh.content);
    expect(existsSync(path())).toBe(true);
  });
});
