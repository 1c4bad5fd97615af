import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { InvalidEdit } from '../../src/views/rule-example.ts';

/** The folder of the invented archive, which keeps all rules. */
export const archive = fileURLToPath(new URL('../fixtures/archive', import.meta.url));

/** A change to a copy of the archive; the head of `tests/cases/broken-content.yaml` explains its fields. */
export type Change = InvalidEdit;

/** A problem that must be reported. */
export interface Expected {
  rule: string;
  file: string;
  line: number;
  shows?: string;
  what: string;
  remedy: string;
}

export interface AcceptedCase {
  name: string;
  changes: Change[];
}

export interface BrokenCase extends AcceptedCase {
  problems: Expected[];
  more: boolean;
}

type Written = { name: string; change?: Change; changes?: Change[] };

type WrittenBroken = Written & { problems: (Omit<Expected, 'file'> & { file?: string })[]; more?: true };

const tables = parse(readFileSync(new URL('../cases/broken-content.yaml', import.meta.url), 'utf8')) as {
  broken: WrittenBroken[];
  variants: WrittenBroken[];
  accepted: Written[];
};

/** Archives that no build may accept: one for every rule, and more. */
export const brokenCases: BrokenCase[] = tables.broken.map(brokenCase);

/** More ways to break the same rules. */
export const variantCases: BrokenCase[] = tables.variants.map(brokenCase);

/** Archives that differ from the fixture and keep all rules. */
export const acceptedCases: AcceptedCase[] = tables.accepted.map((each) => ({ name: each.name, changes: changesOf(each) }));

/** A copy of the archive in a temporary folder, with changes made to it; whoever asks for it removes it. */
export function changedArchive(changes: readonly Change[]): string {
  const root = mkdtempSync(join(tmpdir(), 'record-archive-'));
  cpSync(archive, root, { recursive: true });
  for (const change of changes) apply(root, change);
  return root;
}

/** Removes a temporary folder. */
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
  else if (replace !== undefined) writeFileSync(path, replaced(readFileSync(path), Buffer.from(replace), replacement, file));
  else if (append !== undefined) writeFileSync(path, readFileSync(path, 'utf8') + append);
  else {
    mkdirSync(dirname(path), { recursive: true });
    if (link === undefined) writeFileSync(path, write ?? replacement);
    else symlinkSync(link, path);
  }
}

function replaced(bytes: Buffer, search: Buffer, replacement: Buffer, file: string): Buffer {
  const index = bytes.indexOf(search);
  if (index < 0 || bytes.indexOf(search, index + 1) >= 0) throw new Error(`“${search}” does not stand once in ${file}`);
  return Buffer.concat([bytes.subarray(0, index), replacement, bytes.subarray(index + search.length)]);
}
