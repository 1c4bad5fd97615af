import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { formatDiagnostics } from '../../src/loader/reporters/text.ts';
import { ruleGroups, rules } from '../../src/rules/index.ts';
import { fileRules } from '../../src/rules/rule.ts';
import { acceptedCases, archive, brokenCases, changedArchive, removeArchive, variantCases, type Change } from '../support/archive.ts';

let root: string | undefined;

const changed = (changes: readonly Change[]) => (root = changedArchive(changes));

afterEach(() => {
  if (root) removeArchive(root);
  root = undefined;
});

describe('readContent', () => {
  it('finds nothing wrong with the archive', () => {
    const { content, diagnostics } = readContent(archive);
    expect(diagnostics).toEqual([]);
    expect(Object.entries(content).map(([name, files]) => [name, files.length])).toEqual([
      ['entries', 2],
      ['ledgers', 2],
      ['passages', 2],
      ['events', 3],
      ['actors', 5],
      ['themes', 2],
      ['places', 2],
      ['terms', 1],
      ['relations', 1],
      ['concepts', 0],
      ['editions', 1],
      ['retired', 1],
    ]);
  });

  test.each([...brokenCases, ...variantCases])('reports $name', ({ changes, problems: expected, more }) => {
    const folder = changed(changes);
    const { diagnostics } = readContent(folder);
    for (const { rule, file, line, shows = '', what, remedy } of expected) {
      expect(lineIn(folder, file, line), 'the table names a true line').toContain(shows);
      expect(diagnostics).toContainEqual(
        expect.objectContaining({ rule, file, line, message: expect.stringContaining(what), hint: expect.stringContaining(remedy) }),
      );
    }
    if (!more) expect(diagnostics, formatDiagnostics(diagnostics)).toHaveLength(expected.length);
    expect(diagnostics.filter(({ message, hint }) => !message.trim() || !hint.trim())).toEqual([]);
  });

  test.each(acceptedCases)('accepts $name', ({ changes }) => {
    expect(readContent(changed(changes)).diagnostics).toEqual([]);
  });

  it('accepts files whose lines end as on Windows', () => {
    const folder = changed([]);
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

  it('reports breaches of several rules across files at once, in the order of the rules', () => {
    const { diagnostics } = readContent(
      changed([
        { file: 'content/themes/lamp-oil.mdx', replace: '      - entry: alpha-2001\n        silent: true\n', with: '' },
        { file: 'content/events/crews-strike.yaml', replace: 'actor: ferry-board', with: 'actor: fairy-board' },
        { file: 'content/entries/beta-2002/statements.yaml', replace: 'No boat sailed', with: '“No boat” sailed' },
      ]),
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual([
      'actor-is-known',
      'quotation-is-declared',
      'question-has-position-or-silence-for-every-entry',
    ]);
  });

  it('reports every fault of one file, each on its line', () => {
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
  const ids = [...fileRules, ...rules].map(({ id }) => id);

  it('are all documented, once', () => {
    expect(ruleGroups.flatMap((group) => group.rules.map(({ id }) => id)).toSorted()).toEqual(ids.toSorted());
  });

  it('have ids of their own, in lower-case words, each with its truth in a sentence', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, description } of [...fileRules, ...rules]) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(description).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test.each(ids)('%s has a case that breaks it', (id) => {
    expect(brokenCases.some(({ problems }) => problems.some(({ rule }) => rule === id))).toBe(true);
  });

  it('are all that the cases name', () => {
    expect(
      [...brokenCases, ...variantCases].flatMap(({ problems }) => problems.map(({ rule }) => rule)).filter((rule) => !ids.includes(rule)),
    ).toEqual([]);
  });

  it('have cases that are told apart by their names', () => {
    const names = [...brokenCases, ...variantCases, ...acceptedCases].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('sayProblems', () => {
  const problem = {
    rule: 'a-rule',
    file: 'content/a.yaml',
    path: ['statements', 3, 'date', 'edtf'],
    line: 7,
    message: 'is wrong',
    hint: 'mend it',
  };

  it('says file, line, field, what, rule and remedy, and counts', () => {
    expect(formatDiagnostics([problem])).toBe(
      'content/a.yaml:7 statements[3].date.edtf: is wrong (a-rule)\n    → mend it\n\n1 problem in 1 file; nothing was built.',
    );
    expect(formatDiagnostics([problem, { ...problem, path: [] }])).toContain('content/a.yaml:7: is wrong');
    expect(formatDiagnostics([problem, { ...problem, file: 'content/b.yaml' }])).toMatch(/2 problems in 2 files; nothing was built\.$/);
  });

  it('cuts what is too long', () => {
    const long = 'a'.repeat(5000);
    expect(formatDiagnostics([{ ...problem, message: long, hint: long, path: [long] }]).length).toBeLessThan(1200);
  });

  it('shows characters that would break the line, turn it round or drive a terminal', () => {
    const said = formatDiagnostics([
      { ...problem, file: 'content/a\nb.yaml', path: ['\u202ek'], message: 'an \u001b[2J escape', hint: 'half \ud800' },
    ]);
    expect(said).toContain(String.raw`content/a\u{a}b.yaml:7 \u{202e}k: an \u{1b}[2J escape (a-rule)`);
    expect(said).toContain(String.raw`half \u{d800}`);
  });
});

/** A line of a file; empty where there is nothing to read. */
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
