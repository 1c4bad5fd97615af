import type { Content } from '../record/content.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What a rule finds: a problem without the rule's own id. */
export type Violation = Omit<Diagnostic, 'rule'>;

/** A rule across files: an id phrased as a truth, the truth in a sentence, and the search for what breaks it. */
export interface Rule {
  id: string;
  /** The truth, as documentation says it. */
  description: string;
  check: (content: Content) => Iterable<Violation>;
}
