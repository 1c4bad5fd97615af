import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { RuleExample } from '../../src/rules/rule.ts';

/** The folder of the fixture archive, which breaks no rule. */
export const archive = fileURLToPath(new URL('../fixtures/archive', import.meta.url));

/** A change to a copy of the archive. The head of tests/cases/broken-content.yaml explains the fields. */
export interface Change {
  file: string;
  replace?: string;
  with?: string;
  times?: number;
  hex?: string;
  write?: string;
  append?: string;
  remove?: true;
  link?: string;
}

export interface AcceptedCase {
  name: string;
  changes: Change[];
}

export interface BrokenCase extends AcceptedCase {
  /** Expected diagnostics. `shows` is a part of the line, `message` and `hint` are parts of the texts. */
  problems: { rule: string; file: string; line: number; shows?: string; message: string; hint?: string }[];
  /** Whether further diagnostics follow from these. */
  more: boolean;
}

type Written = { name: string; change?: Change; changes?: Change[] };

type WrittenBroken = Written & { problems: (Omit<BrokenCase['problems'][number], 'file'> & { file?: string })[]; more?: true };

const parseFile = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const cases = parseFile('../cases/broken-content.yaml') as { broken: WrittenBroken[]; variants: WrittenBroken[]; accepted: Written[] };

/** The example of every rule, as the page /about/rules/ shows it. */
export const ruleExamples = parseFile('../../src/rules/examples.yaml') as RuleExample[];

/** Archives that break a rule. The tests of the build run it on each. */
export const brokenCases: BrokenCase[] = cases.broken.map(brokenCase);

/** Further archives that break a rule. */
export const variantCases: BrokenCase[] = cases.variants.map(brokenCase);

/** Archives that differ from the fixture and break no rule. */
export const acceptedCases: AcceptedCase[] = cases.accepted.map((written) => ({ name: written.name, changes: changesOf(written) }));

/** A text inserted into the fixture archive, and the expected result: rejected by a rule, or shown without effect. */
export interface Injection {
  name: string;
  change: Change;
  text: string;
  expected: 'rejected' | 'inert';
}

const { places, texts } = parseFile('../cases/injections.yaml') as {
  places: { name: string; kind: 'prose' | 'body'; file: string; replace: string }[];
  texts: { name: string; text: string; times?: number; prose: Injection['expected']; body: Injection['expected'] }[];
};

/** All combinations of texts and places. */
export const injections: Injection[] = places.flatMap(({ name: place, kind, file, replace }) =>
  texts.map(({ name, text: one, times = 1, ...expected }) => {
    const text = one.repeat(times);
    // In YAML the text replaces the value. In a body it precedes a sentence; import and export need a separate line.
    const whole = kind === 'prose' ? JSON.stringify(text) : `${text}${/^(?:import|export) /.test(text) ? '\n\n' : ' '}${replace}`;
    return { name: `${name} in ${place}`, text, expected: expected[kind], change: { file, replace, with: whole } };
  }),
);

/** Returns the changes that break the rule of an example. */
export function exampleChanges({ file, good, bad = '', removed, link, before }: RuleExample): Change[] {
  const last = (): Change => {
    if (removed) return { file, remove: true };
    if (link) return { file, link };
    if (good === undefined) return { file, write: bad };
    return { file, replace: good, with: bad.replace(/…$/, '…'.repeat(400_000)) };
  };
  return [...(before ? [{ file: before.file, replace: before.good, with: before.bad }] : []), last()];
}

/** Copies the archive to a temporary folder and applies changes to it. The caller removes the folder. */
export function changedArchive(changes: readonly Change[]): string {
  const root = mkdtempSync(join(tmpdir(), 'record-archive-'));
  cpSync(archive, root, { recursive: true });
  for (const change of changes) apply(root, change);
  return root;
}

/** Copies the archive and applies changes to it. The copy is removed after the test. */
export function temporaryArchive(changes: readonly Change[] = []): string {
  const root = changedArchive(changes);
  onTestFinished(() => removeArchive(root));
  return root;
}

/** Creates a folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  onTestFinished(() => removeArchive(folder));
  return folder;
}

/** Applies changes to a copy of the archive and returns a function that undoes them. Quicker than a copy for each change. */
export function applyChanges(root: string, changes: readonly Change[]): () => void {
  for (const change of changes) apply(root, change);
  return () => {
    for (const { file } of changes) {
      removeArchive(join(root, file));
      if (existsSync(join(archive, file))) cpSync(join(archive, file), join(root, file), { recursive: true });
    }
  };
}

/** Removes a temporary folder or a file in it. */
export const removeArchive = (root: string) => rmSync(root, { recursive: true, force: true });

function brokenCase(written: WrittenBroken): BrokenCase {
  const changes = changesOf(written);
  const problems = written.problems.map((problem) => ({ file: changes[0]!.file, ...problem }));
  return { name: written.name, changes, problems, more: written.more ?? false };
}

function changesOf({ name, change, changes = change && [change] }: Written): Change[] {
  if (!changes?.[0]) throw new Error(`case “${name}” changes nothing`);
  return changes;
}

function apply(root: string, { file, replace, times = 1, hex, write, append, remove, link, ...rest }: Change) {
  const path = join(root, file);
  const replacement = hex === undefined ? Buffer.from((rest.with ?? '').repeat(times)) : Buffer.from(hex, 'hex');
  if (remove) rmSync(path, { recursive: true });
  else if (replace !== undefined) writeFileSync(path, replaceOnce(readFileSync(path), Buffer.from(replace), replacement, file));
  else if (append !== undefined) writeFileSync(path, readFileSync(path, 'utf8') + append);
  else {
    mkdirSync(dirname(path), { recursive: true });
    if (link === undefined) writeFileSync(path, write ?? replacement);
    else symlinkSync(link, path);
  }
}

function replaceOnce(bytes: Buffer, search: Buffer, replacement: Buffer, file: string): Buffer {
  const index = bytes.indexOf(search);
  if (index < 0 || bytes.indexOf(search, index + 1) >= 0) throw new Error(`“${search.toString()}” must occur exactly once in ${file}`);
  return Buffer.concat([bytes.subarray(0, index), replacement, bytes.subarray(index + search.length)]);
}
