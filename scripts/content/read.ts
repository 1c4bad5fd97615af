import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative, sep } from 'node:path';
import type { $ZodIssue } from 'zod/v4/core';
import { checkContent } from '../../src/record/build.ts';
import type { Content } from '../../src/record/content.ts';
import { nearest } from '../../src/record/nearest.ts';
import type { Problem } from '../../src/record/problem.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';
import { parseFile, type ParsedFile } from './parse-file.ts';

/** A problem with the line on which it stands, counted from 1. */
export type PlacedProblem = Problem & { line: number };

/** Content as read from disk, with everything that is wrong with it. */
export interface Reading {
  /** What could be read. Complete only where there is no problem. */
  content: Content;
  problems: PlacedProblem[];
}

/** No content file is larger, in bytes: a larger one is a mistake. */
const LARGEST_FILE = 1_000_000;

/**
 * Reads and checks a content folder: form of every file, fit with its schema, and, where all files fit, the rules across files.
 *
 * @param root the project's root; `content/` lies in it
 */
export function readContent(root: string): Reading {
  const content = Object.fromEntries(Object.keys(collections).map((name) => [name, []])) as unknown as Content;
  const problems: PlacedProblem[] = [];
  const parsed = new Map<string, ParsedFile>();

  for (const path of filesBelow(join(root, 'content'))) {
    const file = relative(root, path).split(sep).join('/');
    const report = (rule: string, line: number, what: string, remedy: string, field: Problem['path'] = []) =>
      problems.push({ rule, file, path: field, line, what, remedy });

    const name = collectionOf(file);
    if (!name) {
      report('file-has-its-place', 1, 'belongs to no collection', `content holds ${placesOfFiles()} and nothing else`);
      continue;
    }
    const id = idOf(name, file);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      report('id-is-plain', 1, `“${id}” cannot be part of an address`, 'name the file in lower-case ASCII words joined by hyphens');
      continue;
    }
    const status = lstatSync(path);
    if (!status.isFile()) {
      report('file-is-a-file', 1, 'is a link or something else that is no file', 'put the file itself there');
      continue;
    }
    if (status.size > LARGEST_FILE) {
      report('file-is-of-sane-size', 1, `has ${status.size} bytes, more than ${LARGEST_FILE}`, 'split or shorten it');
      continue;
    }
    const source = parseFile(file, readFileSync(path, 'utf8'));
    parsed.set(file, source);
    for (const { line, what, remedy } of source.faults) report('file-is-well-formed', line, what, remedy);
    if (source.faults.length > 0) continue;

    const result = collections[name].schema.safeParse(source.data);
    if (result.success) {
      (content[name] as unknown[]).push({ id, file, data: result.data, body: source.body });
      continue;
    }
    for (const issue of result.error.issues.flatMap(deepest)) {
      const field = issue.path.filter((key) => typeof key !== 'symbol');
      const { what, remedy } = sayIssue(issue);
      report('fields-fit-the-schema', source.lineOf(field), what, remedy, field);
    }
  }

  if (problems.length === 0) {
    for (const problem of checkContent(content)) {
      const source = parsed.get(problem.file);
      const line = problem.bodyLine !== undefined ? source?.lineOfBody(problem.bodyLine) : source?.lineOf(problem.path);
      problems.push({ ...problem, line: line ?? 1 });
    }
  }
  return { content, problems };
}

/** All files below a folder, sorted by path; what an editor or system leaves behind (`.DS_Store`, `x~`) is passed over. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => (item.isDirectory() ? filesBelow(join(folder, item.name)) : [join(folder, item.name)]));
}

function collectionOf(file: string): CollectionName | undefined {
  return (Object.keys(collections) as CollectionName[]).find((name) => {
    const { base, pattern } = collections[name];
    return matchesGlob(file, join('content', base, pattern));
  });
}

function idOf(name: CollectionName, file: string): string {
  const { base } = collections[name];
  return relative(join('content', base), file).split(sep)[0]!.replace(/\.[a-z]+$/, '');
}

function placesOfFiles(): string {
  return Object.values(collections)
    .map(({ base, pattern }) => join(base, pattern))
    .join(', ');
}

/** The issues inside a union that say most; the issue itself otherwise. */
function deepest(issue: $ZodIssue): $ZodIssue[] {
  return [issue];
}

/** An issue of Zod in words: what is wrong and how to mend it. */
function sayIssue(issue: $ZodIssue): { what: string; remedy: string } {
  const field = issue.path.at(-1);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = 'known' in issue ? (issue.known as string[]) : [];
      const near = issue.keys.map((key) => nearest(key, known)).find(Boolean);
      return { what: `no such field: ${issue.keys.join(', ')}`, remedy: near ? `did you mean ${near}?` : 'correct its name, or take it out' };
    }
    case 'invalid_type':
      return issue.input === undefined
        ? { what: `${String(field)} is missing`, remedy: `add ${String(field)} (${issue.expected})` }
        : { what: issue.message, remedy: `write a value of type ${issue.expected}` };
    case 'invalid_value':
      return { what: issue.message, remedy: `use one of ${issue.values.join(', ')}` };
    default: {
      const [what, remedy] = issue.message.split(/: (.+)/s);
      return { what: `${String(field ?? 'it')} ${what}`, remedy: remedy ?? 'correct the value' };
    }
  }
}
