import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script in another process, with JSON as its standard input, and returns its standard output. The work runs on another core,
 * and its memory is not added to that of the build.
 *
 * @throws {Error} if the script fails
 */
export async function runScript(script: URL, input: unknown): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(script)], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = await text(child.stdout);
  if ((await exitCode) !== 0) throw new Error(`${fileURLToPath(script)} failed`);
  return output;
}
