import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryArchive } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

let root: string;
beforeEach(() => (root = temporaryArchive()));

const edition = (...args: string[]) => callScript('edition', ['2003.1', ...args], root);

describe('npm run edition', () => {
  const comments = ['# Before all.', '# Why this day.', '# At the end.'];

  it('keeps the comments and the note of the author, and writes the same file twice', async () => {
    const file = join(root, 'content/editions/2003.1/edition.yaml');
    const read = () => readFileSync(file, 'utf8');
    expect(await edition('--note', 'A note: “quoted”, in its last wording.')).toMatchObject({ status: 0 });
    const [head, ...fields] = read().split('\n');
    writeFileSync(file, [head, comments[0], comments[1], ...fields, comments[2], ''].join('\n'));
    expect(await edition('--date', '2003-05-06')).toMatchObject({ status: 0 });
    const written = read();
    for (const text of [...comments, 'A note: “quoted”, in its last wording.', '2003-05-06']) expect(written).toContain(text);
    expect(written.match(/^# In preparation/gm)).toHaveLength(1);
    expect(await edition()).toMatchObject({ status: 0 });
    expect(read()).toBe(written);
  });
});
