import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../scripts/command.ts';
import { writeFiles } from '../../scripts/new/content-files.ts';
import { temporaryFolder } from '../support/archive.ts';

let folder: string;
beforeEach(() => (folder = temporaryFolder()));

/** Runs code of a module in a process that may write files of at most 1 kB, like a disk that is almost full. */
function runOnFullDisk(module: string, code: string) {
  const script = `import * as module from ${JSON.stringify(pathToFileURL(module).href)}; ${code}`;
  return spawnSync('bash', ['-c', 'ulimit -f 1; exec "$0" --input-type=module -e "$1"', process.execPath, script], {
    cwd: folder,
    encoding: 'utf8',
  });
}
const onPosix = it.skipIf(process.platform === 'win32');

describe('replaceFile', () => {
  it('writes a new file and replaces an existing one', () => {
    const path = join(folder, 'a.txt');
    for (const text of ['first', 'second', '']) {
      replaceFile(path, text);
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  onPosix('leaves the previous file if the disk is full', () => {
    writeFileSync(join(folder, 'a.txt'), 'text of the author');
    const { status } = runOnFullDisk('scripts/command.ts', "module.replaceFile('a.txt', 'x'.repeat(100_000))");
    expect(status).not.toBe(0);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('text of the author');
  });
});

describe('writeFiles', () => {
  it('writes nothing and changes nothing if one of the files exists', () => {
    writeFileSync(join(folder, 'b.txt'), 'text of the author');
    const files = new Map(['a', 'b', 'c'].map((name) => [join(folder, `${name}.txt`), 'new']));
    expect(() => writeFiles(files)).toThrow('exists already: nothing was written');
    expect(() => writeFiles(files, [])).toThrow('EEXIST');
    expect(readdirSync(folder)).toEqual(['b.txt']);
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('text of the author');
  });

  onPosix('deletes what it has written if the disk is full', () => {
    const { status } = runOnFullDisk(
      'scripts/new/content-files.ts',
      "module.writeFiles(new Map([['a', 'x'], ['b', 'x'.repeat(100_000)]]))",
    );
    expect(status).not.toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
