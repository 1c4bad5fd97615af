import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/editions/manifest.ts';

/** Two folders, compared byte for byte. */
export interface DirectoryDiff {
  /** How many files were compared. */
  files: number;
  /** Every file that differs or is in one folder only, by path, with how it differs. */
  differing: { path: string; how: string }[];
}

/** Compares two folders byte for byte. */
export function diffDirectories(first: string, second: string): DirectoryDiff {
  const paths = [...new Set([...listFiles(first), ...listFiles(second)])].toSorted((a, b) => (a < b ? -1 : 1));
  return {
    files: paths.length,
    differing: paths.flatMap((path) => {
      const [a, b] = [join(first, path), join(second, path)];
      if (!existsSync(a) || !existsSync(b)) return [{ path, how: `is only in ${existsSync(a) ? first : second}` }];
      const how = firstDifference(readFileSync(a), readFileSync(b));
      return how === undefined ? [] : [{ path, how }];
    }),
  };
}

/** Where two files part, with what each has there; undefined where they are the same. */
function firstDifference(a: Buffer, b: Buffer): string | undefined {
  if (a.equals(b)) return undefined;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const around = (bytes: Buffer) => JSON.stringify(bytes.subarray(Math.max(0, at - 30), at + 50).toString('utf8'));
  return `differs from byte ${at}: ${around(a)} and ${around(b)}`;
}
