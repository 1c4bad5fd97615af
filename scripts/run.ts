import { spawn, spawnSync } from 'node:child_process';

/** How a tool of `node_modules/.bin` is started: without telemetry, and found on every system. */
export const toolOptions = (environment: Record<string, string> = {}) => ({
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  shell: process.platform === 'win32',
});

/** Runs a tool of `node_modules/.bin` with its output shown and no telemetry; gives its exit code. */
export function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { stdio: 'inherit', ...toolOptions() }).status ?? 1;
}

/** The same beside other work: gives its exit code, and what it said, errors among it as they came. */
export async function runCaptured(command: string, args: readonly string[]): Promise<{ status: number; said: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...toolOptions() });
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  const status = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { status, said: Buffer.concat(said).toString('utf8') };
}
