import { getBounds } from '../../dates/bounds.ts';
import { parseEdtf } from '../../dates/parse.ts';

/** How far a date reaches, without pixels. At least one end is known. */
export interface DayRange {
  from: string | null;
  to: string | null;
  /** Whether the thing lasted all the time between, or fell on some day between. */
  lasting: boolean;
}

/** The extent of a date in EDTF; undefined where there is no date to draw. */
export function getDayRange(edtf: string | null): DayRange | undefined {
  if (edtf === null) return undefined;
  return { ...getBounds(edtf), lasting: parseEdtf(edtf).kind === 'interval' };
}
