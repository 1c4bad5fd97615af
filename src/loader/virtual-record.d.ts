/** What reads the content folder: `src/loader/current-record.ts`, brought in by the integration `content-files`. */
declare module 'record:current' {
  import type { TheRecord } from '../record/model.ts';

  /** @throws {ContentValidationError} with all problems, where the content has any */
  export function currentRecord(): TheRecord;
}
