import type { TheRecord } from '../../record/model.ts';
import { pluralize } from '../../text/english.ts';
import { coverage, type Count } from '../../views/coverage.ts';

/** A table of numbers with bars. */
export interface Bars {
  title: string;
  /** The finding in a sentence. */
  desc: string;
  /** The heading of the first column. */
  head: string;
  columns: { name: string; address?: string }[];
  /** `length` is in per cent of the longest bar. */
  rows: { name: string; address?: string; bars: { count: number; length: number }[] }[];
}

export function coverageBars(record: TheRecord): Record<'byKind' | 'bySide' | 'byYear', Bars> {
  const { byEntry, kinds, byKind, bySide, byYear, missing } = coverage(record);
  const total = pluralize(record.statements.length, 'statement');
  const dated = byYear.reduce((sum, { count }) => sum + count, 0);
  const [kind, side] = [getLargest(byKind), getLargest(bySide)];
  return {
    byKind: {
      title: 'Kinds of statement in each article',
      desc: `Of ${total}, most are of the kind ‘${kind.name.toLowerCase()}’: ${kind.count}.`,
      head: 'Kind',
      columns: byEntry.map(({ name, address }) => ({ name, address })),
      rows: scaleBars(kinds.map((name, index) => ({ name, counts: byEntry.map((entry) => entry.kinds[index]!) }))),
    },
    bySide: {
      title: 'Statements by the side of who first holds them',
      desc: `${side.name}: ${side.count} of ${total}, more than any other.`,
      head: 'Side',
      columns: [{ name: 'Statements' }],
      rows: scaleBars(bySide.map(({ name, count }) => ({ name, counts: [count] }))),
    },
    byYear: {
      title: 'Years the statements are about',
      desc: `${dated} of ${total} have a date; none of these bears on ${missing.emptyYears.join(', ')}.`,
      head: 'Year',
      columns: [{ name: 'Statements' }],
      rows: scaleBars(addEmptyYears(byYear)),
    },
  };
}

const getLargest = (counts: readonly Count[]) => counts.toSorted((a, b) => b.count - a.count)[0]!;

/** Adds bars to rows of numbers. The longest bar of all rows has 100 per cent. */
export function scaleBars(rows: readonly { name: string; address?: string; counts: number[] }[]): Bars['rows'] {
  const max = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return rows.map(({ counts, ...row }) => ({
    ...row,
    bars: counts.map((count) => ({ count, length: Math.round((1000 * count) / max) / 10 })),
  }));
}

/** Adds one row for each run of years without statements: `2018–2021`. */
function addEmptyYears(years: readonly { year: number; count: number }[]): { name: string; counts: number[] }[] {
  return years.flatMap(({ year, count }, index) => {
    const before = years[index - 1]?.year ?? year - 1;
    const row = { name: `${year}`, counts: [count] };
    if (before + 1 === year) return row;
    return [{ name: before + 2 === year ? `${before + 1}` : `${before + 1}–${year - 1}`, counts: [0] }, row];
  });
}
