import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix, relative, sep } from 'node:path';
import { validateContent } from '../rules/index.ts';
import type { Content } from '../record/content.ts';
import type { Diagnostic, FileRule } from '../rules/rule.ts';
import { collections, fileId, idSchemas, type CollectionName } from '../schema/collections.ts';
import { checksummedFiles } from '../schema/edition.ts';
import { id as plainId } from '../schema/ids.ts';
import { parseFile, type ParsedFile } from './parse-file.ts';
import { readFile } from './read-file.ts';

/** A problem with the line on which it stands, counted from 1. */
export type LocatedDiagnostic = Diagnostic & { line: number };

/** Content as read from disk, with everything that is wrong with it. */
export interface LoadResult {
  /** What could be read. Complete only where there is no problem. */
  content: Content;
  diagnostics: LocatedDiagnostic[];
  /** How many of them, the first, are those of files by themselves. */
  ofFiles: number;
}

/** No content file is larger, in bytes: a larger one is a mistake. */
const MAX_FILE_BYTES = 1_000_000;

/**
 * Reads and checks a content folder: form of every file, fit with its schema, and, where all files fit, the rules across files.
 *
 * A file that has not changed since this process last read it is not read again.
 *
 * @param root the project's root; `content/` lies in it
 * @param last an earlier reading, which is given again where nothing has changed since
 */
export function readContent(root: string, last?: LoadResult): LoadResult {
  const content = Object.fromEntries(Object.keys(collections).map((name) => [name, []])) as unknown as Content;
  const problems: LocatedDiagnostic[] = [];

  const folder = join(root, 'content');
  const files = existsSync(folder) ? filesBelow(folder).map((path) => ({ path, file: relative(root, path).split(sep).join('/') })) : [];
  if (!files.some(({ file }) => placeOf(file).name === 'entries')) {
    const rule: FileRule = 'content-holds-entries';
    problems.push({
      rule,
      file: 'content',
      path: [],
      line: 1,
      message: 'holds no entry',
      hint: 'run this in the project’s root, or restore the folder',
    });
  }
  for (const { path, file } of files) {
    const report = (rule: FileRule, line: number, what: string, remedy: string, field: Diagnostic['path'] = []) =>
      problems.push({ rule, file, path: field, line, message: what, hint: remedy });

    const { sealed, name } = placeOf(file);
    if (sealed) continue;
    if (!name) {
      report('file-has-its-place', 1, 'belongs to no collection', `content holds ${placesOfFiles()} and nothing else`);
      continue;
    }
    const id = fileId(name, posix.relative(posix.join('content', collections[name].base), file));
    if (!(idSchemas[name] ?? plainId).safeParse(id).success) {
      const remedy = idSchemas[name]
        ? 'name the folder by year and number, such as 2026.1'
        : 'name the file in lower-case ASCII words joined by hyphens, 64 characters at most';
      report('id-is-plain', 1, `“${id}” cannot be part of an address`, remedy);
      continue;
    }
    const status = lstatSync(path, { bigint: true });
    if (!status.isFile()) {
      report('file-is-a-file', 1, 'is a link or something else that is no file', 'put the file itself there');
      continue;
    }
    if (status.size > MAX_FILE_BYTES) {
      report('file-is-of-sane-size', 1, `has ${status.size} bytes, more than ${MAX_FILE_BYTES}`, 'split or shorten it');
      continue;
    }
    const reading = readFile({ name, id, file, path, status });
    problems.push(...reading.problems);
    if (reading.item) (content[name] as unknown[]).push(reading.item);
  }
  if (last && sameContent(content, last.content) && sameProblems(problems, last)) return last;

  const ofFiles = problems.length;
  if (problems.length === 0) {
    const lineOf = linesIn(root);
    for (const problem of validateContent(content)) {
      problems.push({ ...problem, line: lineOf(problem) });
    }
  }
  return { content, diagnostics: problems, ofFiles };
}

/** Files that have not changed are the same objects. */
const sameContent = (a: Content, b: Content) =>
  (Object.keys(collections) as CollectionName[]).every(
    (name) => a[name].length === b[name].length && a[name].every((file, index) => file === b[name][index]),
  );

const sameProblems = (problems: readonly LocatedDiagnostic[], { diagnostics: before, ofFiles }: LoadResult) =>
  JSON.stringify(problems) === JSON.stringify(before.slice(0, ofFiles));

/** The lines on which problems stand: a file is parsed again for it, since those that are in order need no lines. */
function linesIn(root: string): (problem: Diagnostic) => number {
  const parsed = new Map<string, ParsedFile>();
  return ({ file, path, bodyLine }) => {
    if (!existsSync(join(root, file))) return 1;
    let source = parsed.get(file);
    if (!source) parsed.set(file, (source = parseFile(file, readFileSync(join(root, file), 'utf8'))));
    return bodyLine !== undefined ? source.lineOfBody(bodyLine) : source.lineOf(path);
  };
}

/** All files below a folder, sorted by path; what an editor or system leaves behind (`.DS_Store`, `x~`) is passed over. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => (item.isDirectory() ? filesBelow(join(folder, item.name)) : [join(folder, item.name)]));
}

/** Where a file belongs by its path: to a collection, to what a published edition has sealed, or nowhere. */
interface FilePlace {
  name?: CollectionName;
  sealed: boolean;
}

const places = new Map<string, FilePlace>();

/** Found once for each path: while authors work, all files are looked at again after every change. */
function placeOf(file: string): FilePlace {
  let place = places.get(file);
  if (!place) {
    const name = (Object.keys(collections) as CollectionName[]).find((each) => {
      const { base, pattern } = collections[each];
      return matchesGlob(file, join('content', base, pattern));
    });
    place = { ...(name && { name }), sealed: checksummedFiles.some((pattern) => matchesGlob(file, join('content', pattern))) };
    places.set(file, place);
  }
  return place;
}

function placesOfFiles(): string {
  return Object.values(collections)
    .map(({ base, pattern }) => join(base, pattern))
    .join(', ');
}
