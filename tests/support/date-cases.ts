import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EdtfErrorCode } from '../../src/dates/parse.ts';
import type { Provenance } from '../../src/dates/format.ts';

/** The tables of `tests/cases/dates.yaml`, explained at its top. */
export const cases = parse(readFileSync(new URL('../cases/dates.yaml', import.meta.url), 'utf8')) as {
  dates: { edtf: string | null; words: string; short: string; from: string | null; to: string | null }[];
  provenances: { edtf: string | null; provenance: Provenance; words: string }[];
  order: (string | null)[];
  invalid: { edtf: string; code: EdtfErrorCode }[];
};
