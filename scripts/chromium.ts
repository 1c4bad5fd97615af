import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { UserError } from '../src/loader/errors.ts';

/** Usual paths of Chrome and Chromium. */
const INSTALLED_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const DEFAULT_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Argument that blocks every host except this machine. */
export const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Whether this machine can run the packaged Chromium, which is built for Linux on x64. */
export const canRunPackaged = process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts the Chromium in `CHROMIUM_PATH`, else an installed one, else the packaged one, with additional arguments.
 *
 * @throws {UserError} if there is none or it does not start
 */
export async function startChromium(...args: string[]): Promise<Browser> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH))
    throw new UserError(`CHROMIUM_PATH "${CHROMIUM_PATH}" does not exist`, 'name the program of a Chrome or Chromium, or unset it');
  const installed = CHROMIUM_PATH || INSTALLED_PATHS.find((path) => existsSync(path));
  if (!installed && !canRunPackaged)
    throw new UserError('there is no Chrome or Chromium', 'install one, or name its program in CHROMIUM_PATH');
  return installed ? launch(installed, args) : startPackagedChromium(...args);
}

/**
 * Starts the packaged Chromium without the arguments that the package recommends for cloud functions: `--single-process` crashes
 * on the second page, and `--disable-web-security` hides errors that tests look for.
 */
export async function startPackagedChromium(...args: string[]): Promise<Browser> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return launch(await packaged.executablePath(), args);
}

async function launch(executablePath: string, args: string[]): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: [...DEFAULT_ARGS, ...args] }).catch((error: unknown) => {
    const [reason] = (error as Error).message.split('\n');
    throw new UserError(`cannot start the browser "${executablePath}": ${reason}`, 'name another Chrome or Chromium in CHROMIUM_PATH');
  });
}
