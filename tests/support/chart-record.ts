import { readContent } from '../../src/loader/read-content.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { archive } from './archive.ts';

/** The small archive of the fixtures, linked; and the Record itself. */
export const fixture = resolveReferences(readContent(archive).content);
export const record = resolveReferences(readContent(new URL('../..', import.meta.url).pathname).content);
