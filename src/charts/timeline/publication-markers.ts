import { getBounds } from '../../dates/bounds.ts';
import { formatDate } from '../../dates/format.ts';
import type { EntryNode } from '../../record/model.ts';
import { entryPath } from '../../paths/paths.ts';
import { MIN_WIDTH, percentToPixels, textWidth } from '../text-metrics.ts';
import type { TimeScale } from './time-scale.ts';

/** The day from which an article looks: a vertical line with a label. */
export interface PublicationMarker {
  id: string;
  label: string;
  address: string;
  /** When it was published, in words. */
  words: string;
  x: number;
  /** Whether the day is not known. */
  inexact: boolean;
  /** Row of the label, 0 at the top; to which side of the line it stands. */
  row: number;
  anchor: 'start' | 'end';
}

/** The articles' days of publication, each with a label that crosses neither another label nor another line. */
export function publicationMarkers(entries: readonly EntryNode[], scale: TimeScale): PublicationMarker[] {
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
      x: days.reduce((sum, day) => sum + scale.x(day), 0) / days.length,
      inexact: from !== to,
    };
  });
  return stagger(lines.toSorted((a, b) => a.x - b.x));
}

type Line = Omit<PublicationMarker, 'row' | 'anchor'>;

const GAP = 4;

// From the last to the first, each as high as the one after it, or one row lower where that label is in the way.
function stagger(lines: readonly Line[]): PublicationMarker[] {
  const placed: (PublicationMarker & { start: number; end: number })[] = [];
  for (const [index, line] of [...lines.entries()].toReversed()) {
    const x = percentToPixels(line.x, MIN_WIDTH);
    const width = textWidth(line.label) + GAP;
    const next = lines[index + 1];
    const after = x + width < (next ? percentToPixels(next.x, MIN_WIDTH) : MIN_WIDTH) || x < width;
    const [start, end] = after ? [x, x + width] : [x - width, x];
    const inTheWay = placed.filter((other) => other.start - GAP < end && start < other.end + GAP);
    const row = Math.max(placed[0]?.row ?? 0, ...inTheWay.map((other) => other.row + 1));
    placed.unshift({ ...line, row, anchor: after ? 'start' : 'end', start, end });
  }
  return placed.map(({ start: _start, end: _end, ...vantage }) => vantage);
}
