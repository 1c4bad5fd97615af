import { rules } from './index.ts';
import { crossEntryRules } from './cross-entry.ts';
import { bodyRules } from './bodies.ts';
import { entryRules } from './entry.ts';
import { fileRules } from './files.ts';
import { statementRules } from './statements.ts';
import { referenceRules } from './references.ts';

/** Rules with their truths, by what they are about. */
type RuleGroup = { title: string; rules: readonly { id: string; description: string }[] };

const named: readonly RuleGroup[] = [
  { title: 'Files', rules: fileRules },
  { title: 'References', rules: referenceRules },
  { title: 'Entries', rules: entryRules },
  { title: 'Ledgers', rules: statementRules },
  { title: 'Prose', rules: bodyRules },
  { title: 'Between articles', rules: crossEntryRules },
];

const grouped = new Set(named.flatMap((group) => group.rules.map(({ id }) => id)));

/** Every rule with its truth, by what it is about, as documentation has them; those that belong to no group come last. */
export const ruleGroups: readonly RuleGroup[] = [...named, { title: 'Further', rules: rules.filter(({ id }) => !grouped.has(id)) }].filter(
  (group) => group.rules.length > 0,
);
