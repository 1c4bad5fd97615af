import type { EntryNode } from '../../record/model.ts';
import { formatList } from '../../text/list.ts';
import type { Segment, TimeScale } from './time-scale.ts';
import { publicationMarkers, type PublicationMarker } from './publication-markers.ts';

/** What every drawing of time stands on: years, breaks of the scale, and the days from which the articles look. */
export interface TimeAxis {
  markers: PublicationMarker[];
  /** Where the years begin that are drawn at full scale, with where their names stand. */
  years: { year: number; x: number; middle: number }[];
  broken: (Pick<Segment, 'start' | 'end'> & { middle: number; from: number; last: number })[];
  right: number;
  /** Where marks may begin, below the labels of the vantage lines, in pixels. */
  top: number;
  /** The breaks in a sentence. */
  sentence: string;
}

/** The height of a row of labels, in pixels. */
export const LABEL_ROW = 14;

export function timeAxis(entries: readonly EntryNode[], scale: TimeScale): TimeAxis {
  const lines = publicationMarkers(entries, scale);
  const roomy = scale.segments.filter(({ broken }) => !broken);
  const broken = scale.segments
    .filter((era) => era.broken)
    .map(({ start, end, from, to, times }) => ({ start, end, middle: (start + end) / 2, from, last: to - 1, times }));
  const said = broken.map(({ from, last, times }) => `${from}–${last} ${times} times`);
  return {
    markers: lines,
    years: roomy.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => {
        const year = from + index;
        return { year, x: scale.x(`${year}-01-01`), middle: scale.x(`${year}-07-02`) };
      }),
    ),
    broken,
    right: scale.segments.at(-1)!.end,
    top: LABEL_ROW * (1 + Math.max(-1, ...lines.map(({ row }) => row))) + 6,
    sentence: broken.length === 0 ? '' : `The scale is broken where it is shaded: ${formatList(said)} smaller.`,
  };
}
