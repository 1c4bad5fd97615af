import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { builtPages } from '../support/built-pages.ts';

const checker = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off', // titles are the articles' own
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'prefer-native-element': ['error', { exclude: ['listbox'] }], // a combobox opens a listbox, not a select (ARIA Authoring Practices, Combobox)
    'no-redundant-role': 'off', // Safari drops the list from an unmarked list without it
  },
});

describe('the HTML of every page', () => {
  it('is valid', async () => {
    const faults: string[] = [];
    for (const { address, html } of builtPages().values()) {
      const report = await checker.validateString(html);
      for (const { messages } of report.results) {
        for (const { line, column, ruleId, message } of messages) faults.push(`${address}:${line}:${column} ${message} (${ruleId})`);
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it.each([
    ['an element that is not closed', '</main>', '<div></main>', 'close-order'],
    ['a block inside a paragraph', '</main>', '<p><div></div></p></main>', 'no-implicit-close'],
    ['an attribute twice', '<main id="main"', '<main id="main" id="main"', 'no-dup-attr'],
    ['a button without a name', '</main>', '<button type="button"></button></main>', 'text-content'],
  ])('is reported if it has %s', async (_, from, to, rule) => {
    const { html } = builtPages().get('/about/')!;
    const report = await checker.validateString(html.replace(from, to));
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toContain(rule);
  });
});
