/** `1 event`, `12 events` */
export const pluralize = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** The longest run of years between the first and the last that has nothing; undefined where no year is missed. */
export function longestGap(years: readonly number[]): { from: number; to: number } | undefined {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  return sorted
    .slice(1)
    .map((year, index) => ({ from: sorted[index]! + 1, to: year - 1 }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)[0];
}
