import type { Content } from '../record/content.ts';
import type { CollectionName } from '../schema/collections.ts';
import { bodyRules, styleRules } from './prose.ts';
import { crossEntryRules } from './cross-entry.ts';
import { editionRules, redirectRules } from './editions.ts';
import { entryRules, statementRules } from './entry.ts';
import { referenceRules, searchAliasRules } from './references.ts';
import { reviewRules } from './review.ts';
import { fileRules, type Diagnostic, type Rule } from './rule.ts';

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

/**
 * Returns unknown ids of actors, themes, events, places and entries in content of which some files do not fit their schemas. So the
 * files that are missing are reported together with the fields that are.
 *
 * @param invalid collection and id of the files that do not fit
 */
export function findUnknownIds(content: Content, invalid: readonly { collection: CollectionName; id: string }[]): Diagnostic[] {
  const files = Object.entries(content).map(([name, valid]) => {
    const empty = invalid.filter(({ collection }) => collection === name).map(({ id }) => ({ id, file: '', data: {}, body: '' }));
    return [name, [...valid, ...empty]];
  });
  const known = referenceRules.filter(({ id }) => id !== 'statement-is-known' && id.endsWith('-is-known'));
  return checkRules(known, Object.fromEntries(files) as Content);
}

/** Returns advice on valid content: its English, and what new articles may have made incomplete or false. */
export const findAdvice = (content: Content): Diagnostic[] => checkRules([...styleRules, ...reviewRules], content);

/** Returns what new articles may have made incomplete or false. */
export const findUnreviewed = (content: Content): Diagnostic[] => checkRules(reviewRules, content);

const checkRules = (list: readonly Rule[], content: Content): Diagnostic[] =>
  list.flatMap(({ id, check }) => [...check(content)].map((violation) => ({ rule: id, ...violation })));
