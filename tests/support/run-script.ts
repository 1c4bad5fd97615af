import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Returns the file of a script: `lint` → `…/scripts/lint.ts`. */
export const scriptFile = (name: string) => fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));

/** Variables of processes that tests run. Those of the test runner and of CI do not reach them. */
export const environment = (more: Record<string, string> = {}) => {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE, ...more };
};

/** Runs a script of the project in a folder and returns its exit code and output. */
export function runScript(name: string, args: readonly string[] = [], cwd = process.cwd(), variables?: Record<string, string>) {
  const options = { cwd, encoding: 'utf8', env: environment(variables) } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptFile(name), ...args], options);
  return { status, stdout, stderr };
}
