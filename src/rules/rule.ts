import type { Content } from '../record/content.ts';

/** One thing that is wrong with the content, for the person who can mend it. */
export interface Diagnostic {
  /** The rule that is broken, by its id: a truth that does not hold. */
  rule: string;
  /** File, from the project's root. */
  file: string;
  /** Field, as the path of keys and indices in the file's data; empty for the file as a whole. */
  path: (string | number)[];
  /** Line in the body of an MDX file, counted from 1 at its beginning, where the problem is there and not in a field. */
  bodyLine?: number;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  hint: string;
}

/** What a rule finds: a problem without the rule's own id. */
export type Violation = Omit<Diagnostic, 'rule'>;

/** A rule across files: an id phrased as a truth, the truth in a sentence, and the search for what breaks it. */
export interface Rule {
  id: string;
  /** The truth, as documentation says it. */
  description: string;
  check: (content: Content) => Iterable<Violation>;
}

/** What holds of every file by itself, before the rules across files are asked: checked where files are read. */
export const fileRules = [
  { id: 'content-holds-entries', description: 'There is a content folder, and it holds at least one entry.' },
  { id: 'file-has-its-place', description: 'Every file below content belongs to a collection.' },
  { id: 'id-is-plain', description: 'The name of every file, or of its folder, is an id: lower-case ASCII words joined by hyphens.' },
  { id: 'file-is-a-file', description: 'Every file is a file itself, no link.' },
  { id: 'file-is-of-sane-size', description: 'No file is larger than a megabyte.' },
  { id: 'file-is-well-formed', description: 'Every file is UTF-8 and well-formed YAML, or MDX with YAML frontmatter.' },
  {
    id: 'fields-fit-the-schema',
    description: 'Every field is one of its collection’s and holds what the schema asks for; none that is needed is missing.',
  },
] as const;

export type FileRule = (typeof fileRules)[number]['id'];
