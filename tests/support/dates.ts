import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { getBounds } from '../../src/dates/bounds.ts';
import { daysInMonth } from '../../src/dates/edtf-date.ts';
import type { EdtfErrorCode } from '../../src/dates/parse.ts';
import type { Provenance } from '../../src/dates/format.ts';

/** The tables of `tests/cases/dates.yaml`, explained at its top. */
export const cases = parse(readFileSync(new URL('../cases/dates.yaml', import.meta.url), 'utf8')) as {
  dates: { edtf: string | null; words: string; short: string; from: string | null; to: string | null }[];
  provenances: { edtf: string | null; provenance: Provenance; words: string }[];
  order: (string | null)[];
  invalid: { edtf: string; code: EdtfErrorCode }[];
};

const pad = (value: number, length: number) => String(value).padStart(length, '0');

const year = fc.integer({ min: 1000, max: 9998 }).map((value) => pad(value, 4));
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m, 2)}`);
const day = month.chain((text) =>
  fc.integer({ min: 1, max: daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5))) }).map((d) => `${text}-${pad(d, 2)}`),
);
const season = fc.tuple(year, fc.integer({ min: 21, max: 41 })).map(([y, code]) => `${y}-${code}`);
const plain = fc.oneof(year, month, day);
const dated = fc.oneof(plain, season);

/** Dates with unspecified last digits. The first digit of the year stays, and so does a 3 that only the 30th can complete. */
const unspecified = fc
  .tuple(plain, fc.integer({ min: 1, max: 7 }))
  .map(([text, count]) => {
    const given = Math.max(1, text.replaceAll('-', '').length - count);
    let seen = 0;
    return text.replaceAll(/\d/g, (digit) => (++seen > given ? 'X' : digit));
  })
  .filter((text) => !/-(04|06|09|11)-3X$/.test(text));

const sign = fc.constantFrom('', '?', '~', '%');
const qualified = fc.tuple(fc.oneof(dated, unspecified), sign).map(([text, end]) => text + end);
const partlyQualified = fc.tuple(dated, fc.array(sign, { minLength: 3, maxLength: 3 })).map(([text, signs]) =>
  text
    .split('-')
    .map((part, index) => `${signs[index]}${part}`)
    .join('-'),
);
const point = fc.oneof(qualified, partlyQualified);

const forwards = (a: string, b: string) => ((getBounds(b).to ?? '') < (getBounds(a).from ?? '') ? [b, a] : [a, b]);
const interval = fc.oneof(
  fc.tuple(point, point).map(([a, b]) => forwards(a, b).join('/')),
  fc.tuple(point, fc.constantFrom('', '..')).map(([from, to]) => `${from}/${to}`),
  fc.tuple(fc.constantFrom('', '..'), point).map(([from, to]) => `${from}/${to}`),
);

const range = fc.oneof(fc.tuple(year, year), fc.tuple(month, month), fc.tuple(day, day)).map(([a, b]) => forwards(a, b).join('..'));
const inner = fc.array(fc.oneof(plain, unspecified, range), { minLength: 1, maxLength: 4 });
const members = fc.oneof(
  inner.map((texts) => texts.join(',')),
  fc.tuple(plain, inner).map(([first, texts]) => [`..${first}`, ...texts].join(',')),
  fc.tuple(inner, plain).map(([texts, last]) => [...texts, `${last}..`].join(',')),
  plain.map((text) => `..${text}`),
  plain.map((text) => `${text}..`),
);
const set = fc.oneof(
  members.map((text) => `[${text}]`),
  members.map((text) => `{${text}}`),
);

/** Any EDTF text that `parseEdtf` accepts, of the years 1000 to 9998. */
export const edtfText = fc.oneof(point, interval, set);

/** Any value of a date field: EDTF or null. */
export const edtfOrNull = fc.option(edtfText, { nil: null, freq: 8 });
