import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  ['bench.ts', []],
  ['generate.ts', []],
  ['new.ts', []],
  ['new-item.ts', ['actor']],
  ['new-positions.ts', []],
  ['passages.ts', []],
  ['pdf.ts', []],
  ['screenshots.ts', []],
  ['verify-sources.ts', []],
  ['edition.ts', []],
  ['show.ts', []],
  ['lint.ts', []],
  ['verify.ts', []],
])(
  '%s --help prints only its usage',
  (script, args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args, '--help'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^usage: npm run .+\n/);
  },
  30_000,
);
