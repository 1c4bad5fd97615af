import { betweenRules } from './between.ts';
import { bodyRules } from './bodies.ts';
import { conceptRules } from './concepts.ts';
import { editionRules } from './editions.ts';
import { entryRules } from './entry.ts';
import { ledgerRules } from './ledger.ts';
import { referenceRules } from './references.ts';
import { retiredRules } from './retired.ts';
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
