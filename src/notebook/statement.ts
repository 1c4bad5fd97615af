/** A statement as the notebook shows and cites it: an item of `/notebook/statements.json`. */
export interface CollectedStatement {
  id: string;
  text: string;
  /** Names of who speaks and who passed it on. */
  voice: string;
  /** Classes of its voice mark (voice.css). */
  mark: string;
  /** Article, passages, date and kind: `TASS 2026`, `¶4`, … */
  facts: string[];
  /** Its note in the Chicago style, as HTML with no tag but `<i>`. */
  citation: string;
  /** Why it was withdrawn, and the id of the statement to read instead. */
  withdrawn?: { reason: string; instead?: string };
}

/** Content of `/notebook/statements.json`. */
export interface CollectedStatements {
  site: string;
  edition: string;
  statements: CollectedStatement[];
}

/** `tass-2026.s11` → `/entries/tass-2026/s11/`, as in `src/paths`. */
export const statementPath = (id: string) => `/entries/${id.replace('.', '/')}/`;
