import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/editions/manifest.ts';

/** Differences between two directories. */
export interface DirectoryDiff {
  /** Number of files that were compared. */
  files: number;
  /** Files that differ or that only one directory has, sorted by path, each with how it differs. */
  differing: { path: string; how: string }[];
}

/** Compares two directories byte for byte. */
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

/** Describes the first bytes that differ, with the text around them; undefined if the files are identical. */
function firstDifference(a: Buffer, b: Buffer): string | undefined {
  if (a.equals(b)) return undefined;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const excerpt = (bytes: Buffer) => JSON.stringify(bytes.subarray(Math.max(0, at - 30), at + 50).toString('utf8'));
  return `differs from byte ${at}: ${excerpt(a)} and ${excerpt(b)}`;
}
