import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsPage } from '../../src/views/fields-page.ts';
import { ruleExample, type RuleCase } from '../../src/views/rule-example.ts';
import { rulesPage } from '../../src/views/rules-page.ts';
import { archive } from '../support/archive.ts';

const tables = parse(readFileSync(new URL('../cases/broken-content.yaml', import.meta.url), 'utf8')) as {
  broken: RuleCase[];
  variants: RuleCase[];
};
const cases = [...tables.broken, ...tables.variants];
const paths = globSync('content/**/*.{yaml,mdx}', { cwd: archive }).map((path) => path.replaceAll('\\', '/'));
const files = new Map(paths.map((path) => [path, readFileSync(join(archive, path), 'utf8')]));

describe('the page of rules', () => {
  const rules = rulesPage(cases, files).flatMap((group) => group.rules);

  test.each(rules)('shows of $id what breaks it and what is said then', ({ example }) => {
    expect(example!.bad.join('')).not.toBe('');
    expect(example!.good).not.toEqual(example!.bad);
    expect(example!.what && example!.remedy).toBeTruthy();
    for (const line of [...example!.good, ...example!.bad]) {
      expect(line.length).toBeLessThanOrEqual(111);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('shows lines of the archive as good', () => {
    const whole = [...files.values()].join('\n');
    const ofOneChange = rulesPage(
      cases.filter(({ changes }) => !changes),
      files,
    ).flatMap((group) => group.rules);
    for (const { example } of ofOneChange) for (const line of example?.good ?? []) if (!line.endsWith('…')) expect(whole).toContain(line);
  });

  it('shows no rule without a case', () => {
    expect(
      rulesPage([], files)
        .flatMap((group) => group.rules)
        .some(({ example }) => example),
    ).toBe(false);
  });
});

describe('ruleExample', () => {
  const texts = new Map([['a.yaml', 'one: 1\ntwo: 2\nthree: 3\n']]);
  const problems = [{ rule: 'r', what: 'w', remedy: 'm' }];
  const example = (change: RuleCase['change']) => ruleExample('r', [{ change: change!, problems }], texts);

  it('shows the lines that change, before and after', () => {
    expect(example({ file: 'a.yaml', replace: 'two: 2', with: 'two: x' })).toEqual({
      file: 'a.yaml',
      good: ['two: 2'],
      bad: ['two: x'],
      what: 'w',
      remedy: 'm',
    });
  });

  it('shows the line above what is only added or taken out', () => {
    expect(example({ file: 'a.yaml', replace: 'two: 2\n', with: '' })).toMatchObject({ good: ['one: 1', 'two: 2'], bad: ['one: 1'] });
    expect(example({ file: 'a.yaml', replace: 'two: 2\n', with: 'two: 2\ntwo: 3\n' })).toMatchObject({
      good: ['two: 2'],
      bad: ['two: 2', 'two: 3'],
    });
  });

  it('prefers the case that breaks the rule first and by the fewest changes', () => {
    const one: RuleCase = { change: { file: 'a.yaml', replace: '1', with: 'x' }, problems };
    const other: RuleCase = {
      changes: [{ file: 'a.yaml', replace: '2', with: 'y' }],
      problems: [{ rule: 'q', what: '', remedy: '' }, ...problems],
    };
    expect(ruleExample('r', [other, one], texts)!.bad).toEqual(['one: x']);
    expect(ruleExample('q', [other, one], texts)!.bad).toEqual(['two: y']);
    expect(ruleExample('none', [other, one], texts)).toBeUndefined();
  });

  it('says of a file that is taken away, or is a link, what it is', () => {
    expect(example({ file: 'a.yaml', remove: true })!.bad).toEqual(['(it is not there)']);
    expect(example({ file: 'b.yaml', link: 'a.yaml' })!.bad).toEqual(['(a symbolic link to a.yaml)']);
    expect(example({ file: 'a\u202eb', write: 'x'.repeat(500) })).toMatchObject({ file: 'a\\u{202e}b', bad: [`${'x'.repeat(110)}…`] });
  });
});

describe('fieldsPage', () => {
  const { collections, shapes } = fieldsPage();

  it('documents every collection and shared schema under its own anchor', () => {
    expect(collections.map(({ files: where }) => where)).toContain('content/entries/*/statements.yaml');
    expect(shapes.map(({ title }) => title)).toEqual(['Date', 'Names', 'Sentence', 'Voice', 'Id', 'Statement id', 'Locator']);
    const anchors = [...collections, ...shapes].map(({ id }) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('lists every field once by its path', () => {
    const ledger = collections.find(({ id }) => id === 'ledgers')!;
    expect(ledger.fields.map(({ path }) => path)).toContain('statements[].quotes[].words');
    expect(ledger.fields.map(({ path }) => path)).not.toContain('statements[].date.edtf');
    for (const { fields } of [...collections, ...shapes]) expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
  });

  it('describes every field', () => {
    for (const { fields, about } of [...collections, ...shapes]) {
      expect(about).not.toBe('');
      for (const { description } of fields) expect(description).not.toBe('');
    }
  });
});
