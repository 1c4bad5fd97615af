import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent, type LoadResult } from './read-content.ts';

/**
 * The content as it was last committed, whatever stands in the working tree.
 *
 * @returns undefined where there is no git, no commit, or no content in it
 */
export function readFromGit(root: string): LoadResult | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'record-committed-'));
  try {
    const archive = spawnSync('git', ['archive', '--format=tar', 'HEAD', 'content'], { cwd: root, maxBuffer: 1e9 });
    if (archive.status !== 0) return undefined;
    const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
    return unpacked.status === 0 ? readContent(folder) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
