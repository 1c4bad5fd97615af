import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, renameSync, rmSync, writeFileSync } from 'node:fs';
import { contact, siteUrl } from '../src/config/site.ts';
import { getBounds } from '../src/dates/bounds.ts';
import { formatUserError, UserError } from '../src/loader/errors.ts';

/** Options to spawn a tool of `node_modules/.bin`: without telemetry, and through a shell on Windows. */
const toolOptions = { env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }, shell: process.platform === 'win32' };

/** Runs a tool of `node_modules/.bin`, shows its output and returns its exit code. */
export function run(command: string, args: readonly string[]): number {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...toolOptions });
  if (error) console.error(formatMissingTool(command, error));
  return status ?? 1;
}

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
 * Runs a command. With `--help` or `-h` it only prints the usage. It prints a `UserError` as message and hint without a stack trace, and
 * sets the exit code to 1. It does the same if `parseArgs` rejects an option (the hint is the first line of the usage), a file cannot be
 * written, or a package is not installed.
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

/** @throws {UserError} if the address of the site or the contact is invalid; it names all problems */
export function checkSiteUrl(): void {
  const problems = [...siteUrl.problems, ...contact.problems].map(({ message, hint }) => formatUserError(new UserError(message, hint)));
  if (problems.length > 0) throw new UserError(problems.join('\n'));
}

/**
 * Checks what a build and the development server need: a valid address, and a folder that they can write to and whose path is also
 * a URL. Vite loses files of other folders.
 *
 * @throws {UserError} if a check fails
 */
export function checkProjectFolder(): void {
  checkSiteUrl();
  const folder = process.cwd();
  const [sign] = /[%#?]/.exec(folder) ?? [];
  if (sign)
    throw new UserError(
      `the path of the project contains "${sign}": "${folder}"`,
      'move the project to a folder without %, # and ? in its path',
    );
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UserError(`Cannot write to the project directory: ${(error as Error).message}`, 'check its permissions, or copy the project');
  }
}

/** @throws {UserError} if Astro does not load, since packages or the binaries that they bring for this machine are missing */
export async function checkPackages(): Promise<void> {
  try {
    await import('astro');
  } catch (error) {
    const [reason] = (error as Error).message.split(/[.\n]/);
    throw new UserError(`the packages of this project are incomplete: ${reason}`, 'install them with npm ci, without --omit=optional');
  }
}

/** Returns the port in `PORT`, by default 4321. @throws {UserError} if it is not a port */
export function readPort(): number {
  const { PORT } = process.env;
  if (!PORT) return 4321;
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
    throw new UserError(`PORT "${PORT}" is not a port`, 'write a number from 1 to 65535, or unset it for 4321');
  return Number(PORT);
}

/** Returns whether a date in EDTF, or the beginning of its period, is after today. */
export const isAfterToday = (edtf: string | null): boolean => (getBounds(edtf).from ?? '') > today();

/** Returns the local date, `YYYY-MM-DD`: it is the author's date, which in UTC may still be the day before. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const formatMissingTool = (command: string, { message }: Error) =>
  `cannot run ${command}: ${message}\n    → install all packages: npm ci --include=dev\n`;

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
