import { ContentError } from '../../src/record/build.ts';
import { linkRecord } from '../../src/record/link.ts';
import type { TheRecord } from '../../src/record/model.ts';
import { keptParses } from './kept-parses.ts';
import { readContent, type Reading } from './read.ts';
import { sayProblems } from './report.ts';

/** For so long, in milliseconds, files are not looked at again: one page asks for the Record many times. */
const TRUSTED = 100;

let last: { reading: Reading; record?: TheRecord } | undefined;
let looked = -Infinity;

/**
 * The Record as the content folder has it, for everything that builds or serves the site in this process: files that have not changed
 * are not read again, and a Record whose files have not changed is the same object.
 *
 * @throws {ContentError} with all problems, where the content has any
 */
export function currentRecord(): TheRecord {
  const { reading } = currentReading();
  if (reading.problems.length > 0) throw Object.assign(new ContentError(reading.problems), { message: sayProblems(reading.problems) });
  return (last!.record ??= linkRecord(reading.content));
}

/** The content folder as it is now, with all problems. */
export function currentReading(): { reading: Reading } {
  if (last && performance.now() - looked < TRUSTED) return last;
  const reading = readContent(process.cwd(), last ? undefined : keptParses(), last?.reading);
  if (reading !== last?.reading) last = { reading };
  looked = performance.now();
  return last;
}
