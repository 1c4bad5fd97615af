import type { Content } from '../record/content.ts';

/** A problem in the content and how to fix it. */
export interface Diagnostic {
  /** Id of the broken rule. */
  rule: string;
  /** File, relative to the project’s root. */
  file: string;
  /** Keys and indices that lead to the field; empty for the file as a whole. */
  path: (string | number)[];
  /** Line in the body of an MDX file, counted from 1, if the problem is in the body. */
  bodyLine?: number;
  /** What is wrong, with the offending value in quotation marks. */
  message: string;
  /** What to do about it, as an imperative. */
  hint: string;
}

/** A problem that a rule reports, without the rule’s id. */
export type Violation = Omit<Diagnostic, 'rule'>;

/** A rule across files. */
export interface Rule {
  /** The rule as a true statement in lower-case words joined by hyphens. */
  id: string;
  /** The rule as a sentence for the documentation. */
  description: string;
  check: (content: Content) => Iterable<Violation>;
}

/** Creates a rule. */
export const rule = (id: string, description: string, check: Rule['check']): Rule => ({ id, description, check });

/** Content that breaks a rule, from examples.yaml, which explains the fields. */
export interface RuleExample {
  rule: string;
  file: string;
  good?: string;
  bad?: string;
  removed?: true;
  link?: string;
  before?: { file: string; good: string; bad: string };
  in?: string;
  line: number;
  message: string;
  hint: string;
}

/** Rules about a single file. They are checked when the file is read, before the rules across files. */
export const fileRules = [
  { id: 'content-holds-entries', description: 'The content folder exists and contains at least one entry.' },
  { id: 'file-has-its-place', description: 'Every file in the content folder belongs to a collection.' },
  { id: 'id-is-plain', description: 'The name of every file, or of its folder, is an id: lower-case ASCII words joined by hyphens.' },
  { id: 'file-is-a-file', description: 'Every file is a regular file, not a link.' },
  { id: 'file-is-of-sane-size', description: 'No file is larger than one megabyte.' },
  { id: 'file-is-well-formed', description: 'Every file is UTF-8 and well-formed YAML, or MDX with YAML frontmatter.' },
  {
    id: 'fields-fit-the-schema',
    description: 'Every field belongs to its collection and fits the schema, and no required field is missing.',
  },
] as const;

export type FileRule = (typeof fileRules)[number]['id'];

/** Returns message and hint for a locator that its article does not have. */
export function unknownPassage(locator: string, passages: object): Pick<Violation, 'message' | 'hint'> {
  const known = Object.keys(passages);
  const range = known.length > 4 ? `${known[0]} … ${known.at(-1)}` : known.join(', ');
  return { message: `unknown passage “${locator}”`, hint: `use one of ${range}` };
}
