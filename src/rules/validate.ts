import type { Content } from '../record/content.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import type { TheRecord } from '../record/model.ts';
import type { Diagnostic } from './diagnostic.ts';
import { rules } from './index.ts';

/** Thrown where content breaks rules: carries all problems at once. */
export class ContentValidationError extends Error {
  override name = 'ContentError';
  readonly problems: readonly Diagnostic[];

  constructor(problems: readonly Diagnostic[]) {
    super(problems.map(({ rule, file, message, hint }) => `${file}: ${message} (${rule}): ${hint}`).join('\n'));
    this.problems = problems;
  }
}

/** Everything that breaks a rule across files, in the order of the rules. */
export function validateContent(content: Content): Diagnostic[] {
  return rules.flatMap(({ id, check }) => [...check(content)].map((finding) => ({ rule: id, ...finding })));
}

/**
 * Builds the Record from content whose files fit their schemas.
 *
 * @throws {ContentValidationError} with all problems, where a rule is broken
 */
export function buildRecord(content: Content): TheRecord {
  const problems = validateContent(content);
  if (problems.length > 0) throw new ContentValidationError(problems);
  return resolveReferences(content);
}
