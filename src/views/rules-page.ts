import { ruleGroups } from '../rules/index.ts';
import { ruleExample, type RuleCase, type RuleExample } from './rule-example.ts';

/** A rule as documentation has it. */
export interface RuleSummary {
  id: string;
  description: string;
  example?: RuleExample;
}

/**
 * Every rule, by what it is about, with the plainest of the cases that break it.
 *
 * @param cases the table with which the tests try the rules
 * @param files path → text of the archive that the cases change
 */
export function rulesPage(
  cases: readonly RuleCase[],
  files: ReadonlyMap<string, string>,
): { id: string; title: string; rules: RuleSummary[] }[] {
  return ruleGroups.map(({ title, rules }) => ({
    id: title.toLowerCase().replaceAll(' ', '-'),
    title,
    rules: rules.map(({ id, description }) => {
      const example = ruleExample(id, cases, files);
      return { id, description, ...(example && { example }) };
    }),
  }));
}
