import { zipSync, type Zippable } from 'fflate';

/**
 * Packs files as a zip. The same files give the same bytes.
 *
 * @param date of all files, `YYYY-MM-DD`. Zip dates have no time zone: a local date gives the same digits everywhere.
 */
export function zipFiles(files: Zippable, date: string): Uint8Array {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return zipSync(files, { level: 9, mtime: new Date(year, month - 1, day), os: 3, attrs: 0o100644 << 16 });
}
