import { accessSync, constants } from 'node:fs';
import { contact, siteUrl } from '../src/config/site.ts';
import { getBounds } from '../src/dates/bounds.ts';
import { formatUserError, UserError } from '../src/loader/errors.ts';

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
