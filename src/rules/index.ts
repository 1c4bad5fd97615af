import { betweenRules } from './cross-entry.ts';
import { bodyRules } from './bodies.ts';
import { conceptRules } from './search-aliases.ts';
import { editionRules } from './editions.ts';
import { entryRules } from './entry.ts';
import { ledgerRules } from './statements.ts';
import { referenceRules } from './references.ts';
import { retiredRules } from './redirects.ts';
import type { Rule } from './rule.ts';

/** Every rule across files, in the order in which its findings are reported. */
export const rules: readonly Rule[] = [
  ...referenceRules,
  ...entryRules,
  ...ledgerRules,
  ...bodyRules,
  ...betweenRules,
  ...conceptRules,
  ...editionRules,
  ...retiredRules,
];
