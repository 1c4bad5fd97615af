import { getBounds } from '../../dates/bounds.ts';
import { formatDate } from '../../dates/format.ts';
import { entryPath } from '../../paths/paths.ts';
import type { EntryNode } from '../../record/model.ts';
import { formatList, formatYears, fractionInWords } from '../../text/english.ts';
import { labelWidth, percentToPixels, TIMELINE_WIDTH } from '../text-metrics.ts';
import type { TimeScale } from './time-scale.ts';

/** The height of a row of labels, in pixels. */
export const LABEL_ROW = 17;

/** The space after a label, in pixels. */
const LABEL_GAP = 4;

/** Returns the axis of a timeline: years, breaks and days of publication. Positions across are in per cent. */
export function timeAxis(entries: readonly EntryNode[], { segments, x }: TimeScale) {
  const markers = publicationMarkers(entries, x);
  const broken = segments.filter((segment) => segment.broken);
  return {
    markers,
    /** The years at full scale, with the position of their label. */
    years: segments
      .filter((segment) => !segment.broken)
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
      .map((year) => ({ year, x: x(`${year}-01-01`), middle: x(`${year}-07-02`) })),
    breaks: broken.map(({ start, end, from, to }) => ({ start, end, middle: (start + end) / 2, from, last: to - 1 })),
    left: segments[0]?.start ?? 0,
    right: segments.at(-1)?.end ?? 100,
    /** The minimum y of marks, below the labels of the publication markers, in pixels. */
    top: LABEL_ROW * (1 + Math.max(-1, ...markers.map(({ row }) => row))) + 6,
    /** The breaks in a sentence. */
    sentence: describeBreaks(segments),
  };
}

/** Returns the compressed years in a sentence: “Shaded years are drawn narrower: 2018–2023 at a fifth of the width.” */
export function describeBreaks(segments: TimeScale['segments']): string {
  const phrases = segments
    .filter(({ broken }) => broken)
    .map(({ from, to, compression }) => `${formatYears(from, to - 1)} at ${fractionInWords(compression)} of the width`);
  return phrases.length === 0 ? '' : `Shaded years are drawn narrower: ${formatList(phrases)}.`;
}

/** Returns the days of publication as lines with a label, sorted by x. No label crosses another label or line, even at `TIMELINE_WIDTH`. */
function publicationMarkers(entries: readonly EntryNode[], x: TimeScale['x']) {
  const lines = entries.flatMap((entry) => {
    const { edtf, basis } = entry.data.source.published;
    const { from, to } = getBounds(edtf);
    const days = [from ?? to, to ?? from].filter((day) => day !== null);
    if (days.length === 0) return [];
    return {
      id: entry.id,
      label: entry.data.label,
      address: entryPath(entry.id),
      words: formatDate(edtf, basis),
      x: days.reduce((sum, day) => sum + x(day), 0) / days.length,
      /** Whether the day is not known. */
      inexact: from !== to,
    };
  });
  return assignRows(lines.toSorted((a, b) => a.x - b.x));
}

// From right to left. A label takes the row of the label to its right, or the next row if they would overlap.
function assignRows<Line extends { x: number; label: string }>(lines: readonly Line[]) {
  const placed: { start: number; end: number; row: number }[] = [];
  return lines
    .toReversed()
    .map((line, index) => {
      const x = percentToPixels(line.x, TIMELINE_WIDTH);
      const width = labelWidth(line.label) + LABEL_GAP;
      const next = lines[lines.length - index];
      const anchor = x + width < (next ? percentToPixels(next.x, TIMELINE_WIDTH) : TIMELINE_WIDTH) || x < width ? 'start' : 'end';
      const [start, end] = anchor === 'start' ? [x, x + width] : [x - width, x];
      const overlapping = placed.filter((other) => other.start - LABEL_GAP < end && start < other.end + LABEL_GAP);
      const row = Math.max(placed.at(-1)?.row ?? 0, ...overlapping.map((other) => other.row + 1));
      placed.push({ start, end, row });
      return { ...line, row, anchor } as const;
    })
    .toReversed();
}
