import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { DrawJobs } from './draw.ts';

const SCRIPT = fileURLToPath(new URL('./draw.ts', import.meta.url));

/**
 * Draws cards and figures, or subsets fonts, in another process, and returns what `draw.ts` prints. The work runs on another core, and its
 * memory is not added to that of the build.
 *
 * @throws {Error} if the script fails
 */
export async function draw(jobs: DrawJobs): Promise<string[]> {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(jobs));
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = await text(child.stdout);
  if ((await exitCode) !== 0) throw new Error(`${SCRIPT} failed`);
  return JSON.parse(output) as string[];
}
