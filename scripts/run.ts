import { spawnSync } from 'node:child_process';

/** Runs a tool of `node_modules/.bin` with its output shown and no telemetry; gives its exit code. */
export function run(command: string, args: readonly string[], environment: Record<string, string> = {}): number {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}
