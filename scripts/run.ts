import { spawn, spawnSync } from 'node:child_process';
import { formatUserError, UserError } from '../src/loader/errors.ts';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Options to spawn a tool of `node_modules/.bin`: without telemetry, and through a shell on Windows. */
const toolOptions = { env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }, shell: process.platform === 'win32' };

/** Runs a tool of `node_modules/.bin`, shows its output and returns its exit code. */
export function run(command: string, args: readonly string[]): number {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...toolOptions });
  if (error) console.error(formatMissingTool(command, error));
  return status ?? 1;
}

const formatMissingTool = (command: string, { message }: Error) =>
  `cannot run ${command}: ${message}\n    → install all packages: npm ci --include=dev\n`;

/** Runs a tool of `node_modules/.bin` and returns its exit code and its output, standard error included. */
export async function runCaptured(command: string, args: readonly string[]): Promise<{ status: number; output: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...toolOptions });
  const output: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => output.push(part));
  const status = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output.push(Buffer.from(formatMissingTool(command, error)));
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { status, output: Buffer.concat(output).toString('utf8') };
}

/**
 * Runs a command. With `--help` or `-h` it only prints the usage. A `UserError` is printed as message and hint without a stack
 * trace, and the exit code is 1. So is an option that `parseArgs` rejects, with the first line of the usage as the hint, a file that
 * cannot be written, and a package that is not installed.
 */
export async function runCommand(usage: string, main: () => void | Promise<void>): Promise<void> {
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) return console.log(usage);
  try {
    await main();
  } catch (error) {
    const failure = isOptionError(error)
      ? new UserError(error.message.replace(/\. To specify .*$/s, ''), usage.split('\n')[0])
      : (toUserError(error) ?? error);
    if (!(failure instanceof UserError)) throw error;
    console.error(formatUserError(failure));
    // process.exit would cut off a long report if standard error is a slow pipe.
    process.exitCode = 1;
  }
}

/** Returns a failure to write a file or to load a package as a `UserError`; undefined for other errors. */
function toUserError(error: unknown): UserError | undefined {
  const { code = '', path, syscall, message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const [, missing] = (code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package '([^']+)'/.exec(message)) || [];
  if (missing) return new UserError(`the package "${missing}" is not installed`, 'install all packages: npm ci --include=dev');
  if (!(error instanceof Error) || !syscall || !['EROFS', 'EACCES', 'EPERM', 'ENOSPC'].includes(code)) return undefined;
  return new UserError(`cannot write "${path ?? 'a file'}": ${message}`, 'check the permissions and the free disk space');
}

const isOptionError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');

/**
 * Writes a file, or replaces it in one step: a process that is killed and a disk that is full leave the previous file complete.
 * `writeFileSync` empties the file first.
 */
export function replaceFile(path: string, data: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, data, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
