/** A file that stands beside the pages. */
export interface ExportFile {
  /** From the site's root: `/entries/tass-2026.bib`. */
  path: string;
  body: string;
}

/** Readable JSON with a line break at its end. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
