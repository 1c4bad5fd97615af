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

/** subset-font has no types. These cover what `src/integrations/drawings/draw.ts` uses. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      targetFormat?: 'woff2' | 'woff' | 'sfnt' | 'truetype';
      keepFeatures?: readonly string[];
      variationAxes?: Partial<Record<'wght' | 'opsz', number | { min: number; max: number }>>;
    },
  ): Promise<Buffer>;
}

/** The two files of world-atlas 2 that the maps use: Natural Earth’s land, without borders. */
declare module 'world-atlas/land-50m.json' {
  const topology: import('topojson-specification').Topology<{ land: import('topojson-specification').GeometryCollection }>;
  export default topology;
}

declare module 'world-atlas/land-110m.json' {
  const topology: import('topojson-specification').Topology<{ land: import('topojson-specification').GeometryCollection }>;
  export default topology;
}

/** citeproc-js has no types. These cover what `format-citations.ts` uses. */
declare module 'citeproc' {
  export interface Engine {
    updateItems(ids: string[]): void;
    makeBibliography(): [object, string[]] | false;
    makeCitationCluster(cites: { id: string; locator?: string; label?: string; suffix?: string }[]): string;
  }

  const CSL: {
    /** Words that title case leaves small. */
    SKIP_WORDS: string[];
    Output: { Formatters: { title: (engine: Engine, text: string) => string } };
    Engine: new (
      sys: { retrieveLocale: (language: string) => string; retrieveItem: (id: string) => import('./citations/csl.ts').CslItem },
      style: string,
      language: string,
    ) => Engine;
  };
  export default CSL;
}
