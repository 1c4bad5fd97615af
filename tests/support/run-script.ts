import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { vi } from 'vitest';

/** Returns the file of a script: `lint` → `…/scripts/lint.ts`. */
export const scriptFile = (name: string) => fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));

/** Variables of scripts that tests run. Those of the test runner and of CI do not reach them. */
export const environment = (more: Record<string, string> = {}) => {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE, ...more };
};

/** Runs a script of the project in a folder, as a process, and returns its exit code and output. */
export function runScript(name: string, args: readonly string[] = [], cwd = process.cwd(), variables?: Record<string, string>) {
  const options = { cwd, encoding: 'utf8', env: environment(variables) } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptFile(name), ...args], options);
  return { status, stdout, stderr };
}

let calls = 0;

/** Does the same as `runScript` in the process of the test, which is ten times as fast. Modules that the script imports stay loaded. */
export async function callScript(name: string, args: readonly string[] = [], cwd = process.cwd(), variables?: Record<string, string>) {
  const folder = process.cwd();
  process.chdir(cwd);
  try {
    // Another query evaluates the script again.
    return await capture(() => import(`${scriptFile(name)}?call=${calls++}`), args, variables);
  } finally {
    process.chdir(folder);
  }
}

/** Runs a function as the main module of a process with arguments and variables; returns its exit code and output. */
export async function capture(main: () => Promise<unknown>, args: readonly string[] = [], variables?: Record<string, string>) {
  const output = { stdout: '', stderr: '' };
  const { argv, env, exitCode } = process;
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...parts) => void (output.stdout += `${format(...parts)}\n`)),
    vi.spyOn(console, 'error').mockImplementation((...parts) => void (output.stderr += `${format(...parts)}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((output.stdout += String(text)))),
  ];
  Object.assign(process, { argv: [process.execPath, 'script', ...args], env: environment(variables), exitCode: undefined });
  try {
    await main();
    return { status: Number(process.exitCode ?? 0), ...output };
  } finally {
    for (const spy of spies) spy.mockRestore();
    Object.assign(process, { argv, env, exitCode });
  }
}
