import type { Diagnostic } from '../rules/rule.ts';

/** An expected failure of a command, such as a missing file. `runCommand` prints message and hint without a stack trace. */
export class UserError extends Error {
  override name = 'UserError';
  /** What to do about it, as an imperative. Astro prints it below the message. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Content breaks rules: carries all problems at once. */
export class ContentValidationError extends UserError {
  override name = 'ContentValidationError';
  readonly problems: readonly Diagnostic[];

  /** @param report the problems as text */
  constructor(problems: readonly Diagnostic[], report: string) {
    super(report);
    this.problems = problems;
  }
}

/** Formats a failure as its message and, on an indented line, the hint. */
export const formatUserError = ({ message, hint }: UserError) => (hint === undefined ? message : `${message}\n    → ${hint}`);
