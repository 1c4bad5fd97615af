/** The part of edtf.js 4.11, which ships no types, that the Record touches: its grammar. */
declare module 'edtf' {
  /** What a text is read as. A qualification is true for the whole date, or a bit mask: 15 year, 48 month or season, 192 day. */
  export interface Parsed {
    type: 'Date' | 'Season' | 'Interval' | 'Set' | 'List' | 'Year' | 'Decade' | 'Century';
    approximate?: boolean | number;
    uncertain?: boolean | number;
  }

  /** @throws where the text is not EDTF up to the level asked for (2 by default; 3 adds qualified seasons) */
  export function parse(text: string, reading?: { level?: 0 | 1 | 2 | 3 }): Parsed;
}
