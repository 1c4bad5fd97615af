import type { Content } from '../record/content.ts';
import { bodyRules } from './bodies.ts';
import { crossEntryRules } from './cross-entry.ts';
import { editionRules, redirectRules } from './editions.ts';
import { entryRules } from './entry.ts';
import { referenceRules } from './references.ts';
import { reviewRules } from './review.ts';
import { fileRules, type Diagnostic, type Rule } from './rule.ts';
import { searchAliasRules } from './search-aliases.ts';
import { statementRules } from './statements.ts';
import { styleRules } from './style.ts';

const crossFileGroups: { title: string; rules: readonly Rule[] }[] = [
  { title: 'References', rules: referenceRules },
  { title: 'Entries', rules: entryRules },
  { title: 'Ledgers', rules: statementRules },
  { title: 'Prose', rules: bodyRules },
  { title: 'Between articles', rules: crossEntryRules },
  { title: 'Further', rules: [...searchAliasRules, ...editionRules, ...redirectRules] },
];

/** The rules across files, in the order in which violations are reported. */
export const rules: readonly Rule[] = crossFileGroups.flatMap((group) => group.rules);

/** All rules by subject, advice last, in the order of the documentation. Each has an example in examples.yaml. */
export const ruleGroups: readonly { title: string; rules: readonly Pick<Rule, 'id' | 'description'>[] }[] = [
  { title: 'Files', rules: fileRules },
  ...crossFileGroups,
  { title: 'Style', rules: styleRules },
  { title: 'Review', rules: reviewRules },
];

/** Returns all violations of the rules across files, in the order of the rules. */
export function validateContent(content: Content): Diagnostic[] {
  return checkRules(rules, content);
}

/** Returns advice on valid content: its English, and what new articles may have made incomplete or false. */
export const findAdvice = (content: Content): Diagnostic[] => checkRules([...styleRules, ...reviewRules], content);

/** Returns what new articles may have made incomplete or false. */
export const findUnreviewed = (content: Content): Diagnostic[] => checkRules(reviewRules, content);

const checkRules = (list: readonly Rule[], content: Content): Diagnostic[] =>
  list.flatMap(({ id, check }) => [...check(content)].map((violation) => ({ rule: id, ...violation })));
