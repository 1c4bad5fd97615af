/** Types for the one function of edtf.js 4.11 that is used. The package has no types. */
declare module 'edtf' {
  /** A qualification is true for the whole date, or a bit mask: 15 year, 48 month or season, 192 day. */
  export interface Parsed {
    type: 'Date' | 'Season' | 'Interval' | 'Set' | 'List' | 'Year' | 'Decade' | 'Century';
    approximate?: boolean | number;
    uncertain?: boolean | number;
  }

  /** @throws if the text is not EDTF of this level or lower (default 2; level 3 adds qualified seasons) */
  export function parse(text: string, options?: { level?: 0 | 1 | 2 | 3 }): Parsed;
}
