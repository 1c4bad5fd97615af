import type { TheRecord } from '../../record/model.ts';
import { coverage, type Count } from '../../views/coverage.ts';
import { pluralize } from '../../text/plural.ts';

/** One bar: how many, and how long in per cent of the longest. */
export interface Bar {
  count: number;
  length: number;
}

/** Figures as rows of bars, each with its number. With several columns, a bar stands under its column. */
export interface Bars {
  title: string;
  /** The finding, in a sentence. */
  desc: string;
  /** What the rows are. */
  head: string;
  columns: { name: string; address?: string }[];
  rows: { name: string; address?: string; bars: Bar[] }[];
}

/** The drawings of what the Record covers. */
export interface CoverageBars {
  byKind: Bars;
  bySide: Bars;
  byYear: Bars;
}

export function coverageBars(record: TheRecord): CoverageBars {
  const { byEntry, kinds, byKind, bySide, byYear, missing } = coverage(record);
  const total = record.statements.length;
  const dated = byYear.reduce((sum, { count: number }) => sum + number, 0);
  return {
    byKind: {
      title: 'Kinds of statement in each article',
      desc: `Of ${pluralize(total, 'statement')}, most are of the kind ‘${longest(byKind).name.toLowerCase()}’: ${longest(byKind).count}.`,
      head: 'Kind',
      columns: byEntry.map(({ name, address }) => ({ name, address })),
      rows: scaleBars(kinds.map((name, index) => ({ name, counts: byEntry.map((entry) => entry.kinds[index]!) }))),
    },
    bySide: {
      title: 'Statements by the side of who first holds them',
      desc: `${longest(bySide).name}: ${longest(bySide).count} of ${pluralize(total, 'statement')}, more than any other.`,
      head: 'Side',
      columns: [{ name: 'Statements' }],
      rows: scaleBars(bySide.map(({ name, count: number }) => ({ name, counts: [number] }))),
    },
    byYear: {
      title: 'Years the statements are about',
      desc: `${dated} of ${pluralize(total, 'statement')} have a date; none of these bears on ${missing.emptyYears.join(', ')}.`,
      head: 'Year',
      columns: [{ name: 'Statements' }],
      rows: scaleBars(withGaps(byYear)),
    },
  };
}

const longest = (tallies: readonly Count[]) => tallies.toSorted((a, b) => b.count - a.count)[0]!;

/** Rows with bars, the longest of all at 100 per cent. */
export function scaleBars(rows: readonly { name: string; address?: string; counts: number[] }[]): Bars['rows'] {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return rows.map(({ counts, ...row }) => ({
    ...row,
    bars: counts.map((number) => ({ count: number, length: Math.round((1000 * number) / most) / 10 })),
  }));
}

function withGaps(years: readonly { year: number; count: number }[]): { name: string; counts: number[] }[] {
  return years.flatMap(({ year, count: number }, index) => {
    const before = years[index - 1]?.year ?? year - 1;
    const row = { name: `${year}`, counts: [number] };
    if (before + 1 === year) return row;
    return [{ name: before + 2 === year ? `${before + 1}` : `${before + 1}–${year - 1}`, counts: [0] }, row];
  });
}
