import { resolveReferences } from '../record/resolve-references.ts';
import type { TheRecord } from '../record/model.ts';
import { readContent, type LoadResult } from './read-content.ts';
import { formatDiagnostics } from './reporters/text.ts';
import { ContentValidationError } from './user-error.ts';

/** For so long, in milliseconds, files are not looked at again: one page asks for the Record many times. */
const STAT_TTL_MS = 100;

/**
 * The Record as the content folder has it, for everything that builds or serves the site in this process: files that have not changed
 * are not read again, and a Record whose files have not changed is the same object.
 *
 * @throws {ContentValidationError} with all problems, where the content has any
 */
export const currentRecord = (): TheRecord => shared.record();

/** The content folder as it is now, with all problems. @param anew looks at the files even where they were looked at just before */
export const currentReading = (anew = false): { reading: LoadResult } => shared.reading(anew);

interface Current {
  record: () => TheRecord;
  reading: (anew?: boolean) => { reading: LoadResult };
}

function current(): Current {
  let last: { reading: LoadResult; record?: TheRecord } | undefined;
  let looked = -Infinity;
  const reading = (anew = false) => {
    if (last && !anew && performance.now() - looked < STAT_TTL_MS) return last;
    const now = readContent(process.cwd(), last?.reading);
    if (now !== last?.reading) last = { reading: now };
    looked = performance.now();
    return last;
  };
  return {
    reading,
    record() {
      const now: { reading: LoadResult; record?: TheRecord } = reading();
      const { content, diagnostics } = now.reading;
      if (diagnostics.length > 0) throw new ContentValidationError(diagnostics, formatDiagnostics(diagnostics));
      if (!now.record) {
        now.record = resolveReferences(content);
        looked = performance.now();
      }
      return now.record;
    },
  };
}

// Astro loads its configuration, and all that this imports, apart from what pages import: the first to come makes it for both.
const KEY = Symbol.for('japan-russia-record: content');
const shared = ((globalThis as { [KEY]?: Current })[KEY] ??= current());
