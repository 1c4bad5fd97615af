import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, test } from 'vitest';
import { findWarnings, readContent } from '../../src/loader/load-record.ts';
import { formatDiagnostics } from '../../src/loader/errors.ts';
import { ruleGroups, rules } from '../../src/rules/index.ts';
import { referenceFields } from '../../src/rules/references.ts';
import { reviewRules } from '../../src/rules/review.ts';
import { fileRules } from '../../src/rules/rule.ts';
import { styleRules } from '../../src/rules/prose.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';
import { describeFields, type Field } from '../../src/schema/fields.ts';
import {
  acceptedCases,
  applyChanges,
  archive,
  brokenCases,
  changedArchive,
  exampleChanges,
  removeArchive,
  ruleExamples,
  temporaryArchive,
  variantCases,
  type Change,
} from '../support/archive.ts';

/** Rules whose examples also break other rules. */
const BREAKS_OTHER_RULES = new Set([
  'theme-is-known',
  'what-is-withdrawn-is-not-rested-on',
  'entry-has-ledger-and-passages',
  'statement-number-is-unique',
  'statement-numbers-have-no-gap',
  'answers-has-no-cycle',
  ...reviewRules.slice(1, 5).map(({ id }) => id),
]);

const root = changedArchive([]);
let undo: (() => void) | undefined;

/** Applies changes to the copy of the archive until the test ends; returns its folder. */
function changed(changes: readonly Change[]): string {
  undo = applyChanges(root, changes);
  return root;
}

afterEach(() => {
  undo?.();
  undo = undefined;
});
afterAll(() => removeArchive(root));

describe('readContent', () => {
  it('reports no problem in the fixture archive', () => {
    const { content, diagnostics } = readContent(archive);
    expect(diagnostics).toEqual([]);
    expect(findWarnings(archive, content)).toEqual([]);
    expect(Object.values(content).map((files) => files.length)).toEqual([2, 2, 2, 3, 5, 2, 2, 1, 1, 0, 1, 1]);
  });

  test.each(ruleExamples)('reports the example of $rule', (example) => {
    const { rule, file, line, message, hint } = example;
    const folder = changed(exampleChanges(example));
    const { content, diagnostics: problems } = readContent(folder);
    const isAdvice = [...styleRules, ...reviewRules].some(({ id }) => id === rule);
    if (isAdvice) expect(problems).toEqual([]);
    const diagnostics = isAdvice ? findWarnings(folder, content) : problems;
    expect(diagnostics).toContainEqual(expect.objectContaining({ rule, file: example.in ?? file, line, message, hint }));
    if (!BREAKS_OTHER_RULES.has(rule)) expect(diagnostics, formatDiagnostics(diagnostics)).toHaveLength(1);
  });

  test.each([...brokenCases, ...variantCases])('reports $name', ({ changes, problems, more }) => {
    const folder = changed(changes);
    const { diagnostics } = readContent(folder);
    for (const { rule, file, line, shows = '', message, hint = '' } of problems) {
      expect(lineIn(folder, file, line), 'the line named in the case').toContain(shows);
      expect(diagnostics).toContainEqual(
        expect.objectContaining({ rule, file, line, message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
      );
    }
    if (!more) expect(diagnostics, formatDiagnostics(diagnostics)).toHaveLength(problems.length);
    expect(diagnostics.filter((diagnostic) => !diagnostic.message.trim() || !diagnostic.hint.trim())).toEqual([]);
  });

  test.each(acceptedCases)('accepts $name', ({ changes }) => {
    expect(readContent(changed(changes)).diagnostics).toEqual([]);
  });

  it('accepts files with Windows line endings', () => {
    const folder = temporaryArchive();
    for (const path of filesBelow(join(folder, 'content'))) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    expect(readContent(folder).diagnostics).toEqual([]);
  });

  it('reports several broken files at once, in the order of their paths', () => {
    const { diagnostics } = readContent(
      changed([
        { file: 'content/relations.yaml', replace: 'outcome: not-met', with: 'outcome: never' },
        { file: 'content/events/ferry-pact.yaml', write: '' },
        { file: 'content/actors/norrow.mdx', replace: 'kind: state', with: 'knid: state' },
        { file: 'content/stray.txt', write: 'to do' },
      ]),
    );
    expect(diagnostics.map(({ file, rule }) => [file, rule])).toEqual([
      ['content/actors/norrow.mdx', 'fields-fit-the-schema'],
      ['content/actors/norrow.mdx', 'fields-fit-the-schema'],
      ['content/events/ferry-pact.yaml', 'file-is-well-formed'],
      ['content/relations.yaml', 'fields-fit-the-schema'],
      ['content/stray.txt', 'file-has-its-place'],
    ]);
  });

  it('reports violations of several rules at once, in the order of the rules', () => {
    const { diagnostics } = readContent(
      changed([
        { file: 'content/themes/lamp-oil.mdx', replace: 'silent: true', with: 'text: None.' },
        { file: 'content/events/crews-strike.yaml', replace: 'actor: ferry-board', with: 'actor: fairy-board' },
        { file: 'content/entries/beta-2002/statements.yaml', replace: 'No boat sailed', with: '“No boat” sailed' },
      ]),
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['actor-is-known', 'quotation-is-declared', 'position-rests-on-its-entry']);
  });

  it('reports every invalid field of a file on its line', () => {
    const { diagnostics } = readContent(
      changed([
        { file: 'content/events/ferry-pact.yaml', replace: 'kind: agreement', with: 'kind: party' },
        { file: 'content/events/ferry-pact.yaml', replace: 'part: signs', with: 'part: 1' },
        { file: 'content/events/ferry-pact.yaml', replace: 'rests: [beta-2002.s2]', with: 'rests: []' },
      ]),
    );
    expect(diagnostics.map(({ line }) => line)).toEqual([2, 7, 12]);
  });
});

describe('the rules', () => {
  const documented = ruleGroups.flatMap((group) => group.rules);
  const ids = documented.map(({ id }) => id);

  it('are documented once, and each has one example, in the order of the documentation', () => {
    expect(ids.toSorted()).toEqual([...fileRules, ...rules, ...styleRules, ...reviewRules].map(({ id }) => id).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ruleExamples.map(({ rule }) => rule)).toEqual(ids);
  });

  test.each(documented)('$id has an id of hyphenated words and a description in sentences', ({ id, description }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(description).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('include every rule that a case names', () => {
    const named = [...brokenCases, ...variantCases].flatMap(({ problems }) => problems.map(({ rule }) => rule));
    expect(named.filter((rule) => !ids.includes(rule))).toEqual([]);
  });

  test.each(Object.entries(referenceFields))('read references to %s from fields that the schemas have', (_, fields) => {
    for (const [name, paths] of Object.entries(fields)) {
      const known = fieldPaths(describeFields(collections[name as CollectionName].schema));
      for (const path of paths) expect(known).toContain(path);
    }
  });
});

/** Returns the paths of fields, with `*` for the items of a list. */
function fieldPaths(fields: readonly Field[]): string[] {
  return fields.flatMap(({ name, list, fields: below }) => {
    const path = list ? `${name}.*` : name;
    return [path, ...fieldPaths(below).map((each) => `${path}.${each}`)];
  });
}

/** Returns a line of a file, or an empty string if there is none. */
function lineIn(folder: string, file: string, line: number): string {
  const path = join(folder, file);
  if (!existsSync(path) || !lstatSync(path).isFile()) return '';
  return readFileSync(path, 'utf8').split('\n')[line - 1] ?? '';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
