import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryArchive, temporaryFolder } from '../support/archive.ts';
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

  it('is published with a warning of a date of publication after today', async () => {
    const index = join(root, 'content/entries/beta-2002/index.mdx');
    writeFileSync(index, readFileSync(index, 'utf8').replace(/edtf: "2002-06[^"]*"/, 'edtf: "2092-06"'));
    expect(await edition()).toMatchObject({ status: 0 });
    expect((await edition('--publish')).stderr).toContain('Published after today: beta-2002\n    → check the year of source.published\n');
  });

  it('is not published if the content differs from a text of an article', async () => {
    const texts = temporaryFolder();
    cpSync('tests/fixtures/sources/alpha-2001', join(texts, 'alpha-2001'), { recursive: true });
    const publish = () => edition('--publish', '--texts', texts);
    expect(await edition()).toMatchObject({ status: 0 });
    // The missing text of beta-2002 does not stop it: the missing build does.
    const { stderr } = await publish();
    expect(stderr).toMatch(/^Not compared with their texts: beta-2002\n.*npm run verify-sources -- <folder of texts>\ndist\/ does not/);
    expect(stderr).not.toContain('after today');
    const text = readFileSync(join(texts, 'alpha-2001/paragraphs.tsv'), 'utf8');
    writeFileSync(join(texts, 'alpha-2001/paragraphs.tsv'), text.replace('stays dear', 'is cheap'));
    expect(await publish()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /alpha-2001\/passages\.yaml:14: p3 differs from the article\n[^]*→ correct these: see npm run verify-sources/,
      ),
    });
  });
});
