import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chrome or Chromium usually is. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No name of a host is found: only this machine's own address answers. */
export const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Whether the package's own Chromium can run on this machine: it is built for Linux on x64. */
export const canRunPackaged = process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts Chromium: `CHROMIUM_PATH`, else the one installed on the machine, else the packaged one.
 *
 * @param more further command-line arguments of Chromium
 */
export async function startChromium(...more: string[]): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? USUAL.find((path) => existsSync(path));
  return installed ? launch(installed, more) : startPackagedChromium(...more);
}

/**
 * Starts the Chromium that a package brings. Its own list of arguments is for cloud functions: `--single-process` crashes
 * with the second page, and `--disable-web-security` would hide faults that the tests look for.
 */
export async function startPackagedChromium(...more: string[]): Promise<Browser> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return launch(await packaged.executablePath(), more);
}

const launch = (executablePath: string, more: string[]) => chromium.launch({ executablePath, args: [...QUIET, ...more] });
