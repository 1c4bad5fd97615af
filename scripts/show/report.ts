/** All that the Record knows of one thing, as lines to print. */
export interface Report {
  title: string;
  /** What it is: `actor · person · Japanese side`. */
  what: string;
  /** The file that holds it, from the project's root. */
  file: string;
  /** The address of its page. */
  address: string;
  facts: [label: string, value: string][];
  parts: { heading: string; lines: Line[] }[];
}

/** A line of a part: the id under which the Record knows it, what goes with it, and its text. */
export interface Line {
  id: string;
  /** Kind, locators, date …: parted by points. */
  details?: string;
  text: string;
}

/** A sheet without its empty facts and parts. */
export function createReport(
  head: Omit<Report, 'facts' | 'parts'>,
  facts: [string, string | undefined][],
  parts: [string, Line[]][],
): Report {
  return {
    ...head,
    facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    parts: parts.filter(([, lines]) => lines.length > 0).map(([heading, lines]) => ({ heading, lines })),
  };
}
