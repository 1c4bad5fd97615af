import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix, relative, sep } from 'node:path';
import { checkContent } from '../../src/record/build.ts';
import type { Content } from '../../src/record/content.ts';
import type { Problem } from '../../src/record/problem.ts';
import type { FileRule } from '../../src/record/rules/files.ts';
import { collections, idOfFile, type CollectionName } from '../../src/schema/collections.ts';
import { id as plainId } from '../../src/schema/ids.ts';
import { parseFile, type ParsedFile } from './parse-file.ts';
import { sayIssue } from './say-issue.ts';

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

  const folder = join(root, 'content');
  const files = existsSync(folder) ? filesBelow(folder).map((path) => ({ path, file: relative(root, path).split(sep).join('/') })) : [];
  if (!files.some(({ file }) => collectionOf(file) === 'entries')) {
    const rule: FileRule = 'content-holds-entries';
    problems.push({ rule, file: 'content', path: [], line: 1, what: 'holds no entry', remedy: 'run this in the project’s root, or restore the folder' });
  }
  for (const { path, file } of files) {
    const report = (rule: FileRule, line: number, what: string, remedy: string, field: Problem['path'] = []) =>
      problems.push({ rule, file, path: field, line, what, remedy });

    const name = collectionOf(file);
    if (!name) {
      report('file-has-its-place', 1, 'belongs to no collection', `content holds ${placesOfFiles()} and nothing else`);
      continue;
    }
    const id = idOfFile(name, posix.relative(posix.join('content', collections[name].base), file));
    if (!plainId.safeParse(id).success) {
      report('id-is-plain', 1, `“${id}” cannot be part of an address`, 'name the file in lower-case ASCII words joined by hyphens, 64 characters at most');
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

    const { schema } = collections[name];
    const result = schema.safeParse(source.data, { reportInput: true });
    if (result.success) {
      (content[name] as unknown[]).push({ id, file, data: result.data, body: source.body });
      continue;
    }
    for (const issue of result.error.issues) {
      for (const { path: field, what, remedy } of sayIssue(issue, schema)) {
        report('fields-fit-the-schema', source.lineOf(field), what, remedy, field);
      }
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

function placesOfFiles(): string {
  return Object.values(collections)
    .map(({ base, pattern }) => join(base, pattern))
    .join(', ');
}
