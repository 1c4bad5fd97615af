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

/**
 * Starts a real Chromium: `CHROMIUM_PATH`, else one on the machine, else the one that a package ships.
 *
 * @param more arguments of Chromium beside the usual ones
 */
export async function startChromium(...more: string[]): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH ?? USUAL.find((path) => existsSync(path));
  if (own) return chromium.launch({ executablePath: own, args: [...QUIET, ...more] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET, ...more] });
}
