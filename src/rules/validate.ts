import type { Content } from '../record/content.ts';
import { linkRecord } from '../record/resolve-references.ts';
import type { TheRecord } from '../record/model.ts';
import type { Problem } from './diagnostic.ts';
import { rules } from './index.ts';

/** Thrown where content breaks rules: carries all problems at once. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ rule, file, what, remedy }) => `${file}: ${what} (${rule}): ${remedy}`).join('\n'));
    this.problems = problems;
  }
}

/** Everything that breaks a rule across files, in the order of the rules. */
export function checkContent(content: Content): Problem[] {
  return rules.flatMap(({ id, find }) => [...find(content)].map((finding) => ({ rule: id, ...finding })));
}

/**
 * Builds the Record from content whose files fit their schemas.
 *
 * @throws {ContentError} with all problems, where a rule is broken
 */
export function buildRecord(content: Content): TheRecord {
  const problems = checkContent(content);
  if (problems.length > 0) throw new ContentError(problems);
  return linkRecord(content);
}
