import { readContent } from '../../src/loader/load-record.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { fixture } from './fixtures.ts';

const { content, diagnostics } = readContent(process.cwd());
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));

/** The Record itself. */
export const record = resolveReferences(content);

/** Charts are tested on the fixture for behaviour and on the Record for its number of marks. No test names an id of the Record. */
export const records = [
  ['the fixture', fixture],
  ['the Record', record],
] as const;

export { fixture };
