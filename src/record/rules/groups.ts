import { betweenRules } from './between.ts';
import { bodyRules } from './bodies.ts';
import { entryRules } from './entry.ts';
import { fileRules } from './files.ts';
import { ledgerRules } from './ledger.ts';
import { referenceRules } from './references.ts';

/** Every rule with its truth, by what it is about, as documentation has them. */
export const ruleGroups: readonly { title: string; rules: readonly { id: string; truth: string }[] }[] = [
  { title: 'Files', rules: fileRules },
  { title: 'References', rules: referenceRules },
  { title: 'Entries', rules: entryRules },
  { title: 'Ledgers', rules: ledgerRules },
  { title: 'Prose', rules: bodyRules },
  { title: 'Between articles', rules: betweenRules },
];
