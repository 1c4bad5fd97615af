import { readContent } from '../../src/loader/read-content.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { fixture } from './fixtures.ts';

/** The Record itself. */
export const record = resolveReferences(readContent(process.cwd()).content);

/** Charts are tested on the fixture for behaviour and on the Record for its number of marks. No test names an id of the Record. */
export const records = [
  ['the fixture', fixture],
  ['the Record', record],
] as const;

export { fixture };
