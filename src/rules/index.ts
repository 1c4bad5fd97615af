import { crossEntryRules } from './cross-entry.ts';
import { bodyRules } from './bodies.ts';
import { searchAliasRules } from './search-aliases.ts';
import { editionRules } from './editions.ts';
import { entryRules } from './entry.ts';
import { statementRules } from './statements.ts';
import { referenceRules } from './references.ts';
import { redirectRules } from './redirects.ts';
import type { Rule } from './rule.ts';

/** Every rule across files, in the order in which its findings are reported. */
export const rules: readonly Rule[] = [
  ...referenceRules,
  ...entryRules,
  ...statementRules,
  ...bodyRules,
  ...crossEntryRules,
  ...searchAliasRules,
  ...editionRules,
  ...redirectRules,
];
