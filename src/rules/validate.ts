import type { Content } from '../record/content.ts';
import type { Diagnostic } from './diagnostic.ts';
import { rules } from './index.ts';

/** Everything that breaks a rule across files, in the order of the rules. */
export function validateContent(content: Content): Diagnostic[] {
  return rules.flatMap(({ id, check }) => [...check(content)].map((finding) => ({ rule: id, ...finding })));
}
