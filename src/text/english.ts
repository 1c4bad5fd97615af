/** Formats a number with its noun: `1 event`, `12 events`. */
export const pluralize = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Returns the first of the longest runs of missing years between the first and the last year, or undefined if none is missing. */
export function longestGap(years: readonly number[]): { from: number; to: number } | undefined {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  return sorted
    .slice(1)
    .map((year, index) => ({ from: sorted[index]! + 1, to: year - 1 }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)[0];
}

/** Formats a run of years: `2014–2017`, or `2014`. */
export const formatYears = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`);

/** Formats one part of a number: `a half`, `a fifth`, `a sixtieth`. Above twelve, the number is rounded to tens. */
export function fractionInWords(parts: number): string {
  if (parts <= 12) return `a${parts === 8 || parts === 11 ? 'n' : ''} ${FRACTIONS[parts]}`;
  const tens = Math.round(parts / 10);
  return tens < 10 ? `${tens === 8 ? 'an' : 'a'} ${TENTHS[tens]}` : 'a hundredth or less';
}

const FRACTIONS = ', whole, half, third, quarter, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth'.split(', ');
const TENTHS = ', tenth, twentieth, thirtieth, fortieth, fiftieth, sixtieth, seventieth, eightieth, ninetieth'.split(', ');

/** Formats a number as prose does: in words up to twelve. */
export const numberToWords = (number: number) => NUMBERS[number] ?? String(number);

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Capitalizes words for the beginning of a sentence. */
export const capitalize = (words: string) => words[0]!.toUpperCase() + words.slice(1);

const formatters = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** Formats a list as English text: `a, b and c`. Returns an empty string for an empty list. */
export const formatList = (words: readonly string[], conjunction: 'and' | 'or' = 'and'): string => formatters[conjunction].format(words);

/** Returns the first sentence of a text. */
export const firstSentence = (text: string) => /^.*?[.!?…]["”’]?(?=\s|$)/s.exec(text)?.[0] ?? text;

/** Formats the number of a whole group: `2` → `both`, `6` → `all six`. */
export const bothOrAll = (number: number): string => (number === 2 ? 'both' : `all ${numberToWords(number)}`);
