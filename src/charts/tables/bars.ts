import type { TheRecord } from '../../record/model.ts';
import { formatList } from '../../text/english.ts';
import { coverage, type Count } from '../../views/coverage.ts';
import type { VoiceForm } from '../../views/voice.ts';

/** A table of numbers with bars. */
export interface Bars {
  /** Name of the figure in `figures.ts`. */
  figure: 'kinds' | 'voices' | 'years';
  /** The finding in a sentence. */
  title: string;
  /** What is counted. */
  subtitle: string;
  /** The heading of the first column. */
  head: string;
  columns: { name: string; address?: string }[];
  /** `length` is in per cent of the longest bar. A voice colours its row. */
  rows: { name: string; address?: string; voice?: VoiceForm; bars: { count: number; length: number }[] }[];
}

export function coverageBars(record: TheRecord): Record<'byKind' | 'bySide' | 'byYear', Bars> {
  const { byEntry, kinds, byKind, bySide, byYear } = coverage(record);
  const total = record.statements.length;
  const dated = byYear.reduce((sum, { count }) => sum + count, 0);
  const [kind, side] = [getLargest(byKind), getLargest(bySide)];
  const most = Math.max(...byYear.map(({ count }) => count));
  const years = byYear.filter(({ count }) => count === most).map(({ year }) => `${year}`);
  const columns = [{ name: 'Statements' }];
  return {
    byKind: {
      figure: 'kinds',
      title: `‘${kind.name}’ is the most frequent kind of statement: ${kind.count} of ${total}`,
      subtitle: 'Statements of each kind, by article',
      head: 'Kind',
      columns: byEntry.map(({ name, address }) => ({ name, address })),
      rows: scaleBars(kinds.map((name, index) => ({ name, counts: byEntry.map((entry) => entry.kinds[index]!) }))),
    },
    bySide: {
      figure: 'voices',
      title: `${side.name} hold the most statements: ${side.count} of ${total}`,
      subtitle: 'Statements by the side of their speakers',
      head: 'Voice',
      columns,
      rows: scaleBars(bySide.map(({ name, voice, count }) => ({ name, voice, counts: [count] }))),
    },
    byYear: {
      figure: 'years',
      title:
        years.length > 0
          ? `${formatList(years)} ${years.length === 1 ? 'has' : 'have'} the most dated statements: ${most} of ${dated}${years.length === 1 ? '' : ' each'}`
          : 'No statement has a date',
      subtitle:
        'Dated statements by the year of what they report; a period counts in its first year. Times that forecasts name are not counted.',
      head: 'Year',
      columns,
      rows: scaleBars(addEmptyYears(byYear)),
    },
  };
}

const getLargest = (counts: readonly Count[]) => counts.toSorted((a, b) => b.count - a.count)[0]!;

/** Adds bars to rows of numbers. The longest bar of all rows has 100 per cent. */
export function scaleBars(rows: readonly { name: string; address?: string; voice?: VoiceForm; counts: number[] }[]): Bars['rows'] {
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
