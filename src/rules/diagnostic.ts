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
