import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';

/** Where Firefox usually is. */
const USUAL = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/** Path of a Firefox: `FIREFOX_PATH`, else one on the machine; undefined where there is none. */
export const firefox = process.env.FIREFOX_PATH ?? USUAL.find((path) => existsSync(path));

/** Starts Firefox as it is installed, without a window, driven by WebDriver BiDi. (Playwright drives a patched Firefox only.) */
export const startFirefox = (): Promise<Browser> =>
  launch({ browser: 'firefox', executablePath: firefox!, timeout: 60_000, extraPrefsFirefox: { 'network.proxy.type': 0 } });
