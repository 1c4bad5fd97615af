import { readContent } from '../../scripts/content/read.ts';
import { linkRecord } from '../../src/record/link.ts';
import { archive } from '../record/archive.ts';

/** The small archive of the fixtures, linked; and the Record itself. */
export const fixture = linkRecord(readContent(archive).content);
export const record = linkRecord(readContent(new URL('../..', import.meta.url).pathname).content);
