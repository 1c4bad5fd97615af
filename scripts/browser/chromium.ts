import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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

/** Starts the Chromium in `CHROMIUM_PATH`, else an installed one, else the packaged one, with additional arguments. */
export async function startChromium(...args: string[]): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? INSTALLED_PATHS.find((path) => existsSync(path));
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

const launch = (executablePath: string, args: string[]) => chromium.launch({ executablePath, args: [...DEFAULT_ARGS, ...args] });
