import { ruleGroups } from '../rules/index.ts';
import type { RuleExample } from '../rules/rule.ts';
import { escapeInvisible } from '../schema/text.ts';

/** A rule with its example, as the page shows it. */
export interface RuleSummary {
  id: string;
  description: string;
  example: { file: string; good?: string; bad: string; message: string; hint: string };
}

/**
 * Returns all rules by subject, each with its example.
 *
 * @throws {Error} if a rule has no example
 */
export function rulesPage(examples: readonly RuleExample[]): { id: string; title: string; rules: RuleSummary[] }[] {
  return ruleGroups.map(({ title, rules }) => ({
    id: title.toLowerCase().replaceAll(' ', '-'),
    title,
    rules: rules.map(({ id, description }) => {
      const example = examples.find(({ rule }) => rule === id);
      if (!example) throw new Error(`rule “${id}” has no example: add it to src/rules/examples.yaml`);
      const { file, good, message, hint } = example;
      return { id, description, example: { file, ...(good !== undefined && { good }), bad: formatBad(example), message, hint } };
    }),
  }));
}

function formatBad({ bad = '', removed, link }: RuleExample): string {
  if (removed) return '(it is not there)';
  if (link) return `(a symbolic link to ${link})`;
  return bad.split('\n').map(escapeInvisible).join('\n').trimEnd() || '(nothing)';
}
