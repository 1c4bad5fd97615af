import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EdtfErrorCode } from '../../src/dates/edtf-error.ts';
import type { Provenance } from '../../src/dates/format.ts';

/** The tables of `tests/cases/dates.yaml`, which its head explains. */
export const cases = parse(readFileSync(new URL('../cases/dates.yaml', import.meta.url), 'utf8')) as {
  dates: { edtf: string | null; words: string; short: string; from: string | null; to: string | null }[];
  based: { edtf: string | null; basis: Provenance; words: string }[];
  order: (string | null)[];
  refused: { edtf: string; because: EdtfErrorCode }[];
};
