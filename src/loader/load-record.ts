import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob, posix, relative, sep } from 'node:path';
import type { Content, ContentFile } from '../record/content.ts';
import { deepFreeze } from '../record/frozen.ts';
import type { TheRecord } from '../record/model.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import { findAdvice, findUnknownIds, validateContent } from '../rules/index.ts';
import type { Diagnostic, FileRule } from '../rules/rule.ts';
import { type CollectionName, collections, fileId, idSchemas } from '../schema/collections.ts';
import { checksummedFiles } from '../schema/edition.ts';
import { id as plainId } from '../schema/field-types.ts';
import { formatDiagnostics, formatZodIssue, type LocatedDiagnostic, UserError } from './errors.ts';
import { type ParsedFile, parseFile } from './parse-file.ts';

// Vite evaluates pages in another module graph than the configuration and its integrations. The symbol lets both share one cache.
const KEY = Symbol.for('japan-russia-record: content');
const cache = ((globalThis as { [KEY]?: { loaded?: LoadResult; record?: TheRecord } })[KEY] ??= {});

/** Returns the content of the working directory, with all its problems. Reads it once in a process. */
export const loadContent = (): LoadResult => (cache.loaded ??= readContent(process.cwd()));

/** Reads the content again, after a change. */
export function reloadContent(): LoadResult {
  delete cache.loaded;
  delete cache.record;
  return loadContent();
}

/**
 * Returns the Record of the working directory. Links it once in a process, or once after each `reloadContent`.
 *
 * @throws {UserError} if the content breaks a rule
 */
export function loadRecord(): TheRecord {
  return (cache.record ??= resolveReferences(assertValid(loadContent())));
}

/** Returns loaded content. @throws {UserError} if it breaks a rule; its message lists all problems */
export function assertValid({ content, diagnostics }: LoadResult): Content {
  if (diagnostics.length > 0) throw new UserError(formatDiagnostics(diagnostics));
  return content;
}

type Collection = 'actors' | 'entries' | 'events' | 'places' | 'statements' | 'terms' | 'themes' | 'withdrawn';

/**
 * Returns the current version of an item that `getStaticPaths` passed to a page. The development server lists paths only when a page is
 * added or removed, so the item may be older than the Record.
 */
export function refreshInDev<Node extends { id: string }>(node: Node, ...collections: Collection[]): Node {
  const record = loadRecord();
  return (collections.flatMap((name): readonly { id: string }[] => record[name]).find(({ id }) => id === node.id) as Node) ?? node;
}

/** Content as read from disk, with all its problems. */
export interface LoadResult {
  /** What could be read. Complete only if there are no problems. */
  content: Content;
  diagnostics: LocatedDiagnostic[];
}

/** Maximum size of a content file in bytes: twenty times the largest entry so far. A larger file is a mistake. */
const MAX_FILE_BYTES = 1_000_000;

/**
 * Reads and validates a content folder: the form of each file and its schema. If all files fit, it then checks the rules across files;
 * otherwise it only checks whether each file that others name exists.
 * A file that is unchanged since this process last read it is not parsed again.
 *
 * @param root the project's root, which contains `content/`
 */
export function readContent(root: string): LoadResult {
  const content = Object.fromEntries(Object.keys(collections).map((name) => [name, []])) as unknown as Content;
  const diagnostics: LocatedDiagnostic[] = [];
  const folder = join(root, 'content');
  for (const path of existsSync(folder) ? listFiles(folder) : []) {
    const file = relative(root, path).split(sep).join('/');
    if (checksummedFiles.some((pattern) => matchesGlob(file, join('content', pattern)))) continue;
    const { item, problems } = readFile(file, path);
    diagnostics.push(...problems);
    if (item) (content[item.collection] as unknown[]).push(item.file);
  }
  if (!diagnostics.some(({ file }) => isEntry(file)) && content.entries.length === 0)
    diagnostics.unshift(
      fileDiagnostic(
        'content-holds-entries',
        'content',
        'contains no entry',
        'run the command in the project’s root, or restore the folder',
      ),
    );
  const invalid = diagnostics.flatMap(({ file }) => {
    const collection = collectionOf(file);
    return collection ? [{ collection, id: idOf(collection, file) }] : [];
  });
  const lineOf = createLineFinder(root);
  for (const problem of diagnostics.length === 0 ? validateContent(content) : findUnknownIds(content, invalid))
    diagnostics.push({ ...problem, line: lineOf(problem) });
  return { content, diagnostics };
}

/** Returns advice on valid content. It does not stop a build. */
export function findWarnings(root: string, content: Content): LocatedDiagnostic[] {
  const lineOf = createLineFinder(root);
  return findAdvice(content).map((problem) => ({ ...problem, line: lineOf(problem) }));
}

/**
 * Reads the content of the last commit, whatever the working tree contains.
 *
 * @returns undefined without a repository or commit, or if the commit has no content
 */
export function readFromGit(root: string): LoadResult | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'record-committed-'));
  try {
    const archive = spawnSync('git', ['archive', '--format=tar', 'HEAD', 'content'], { cwd: root, maxBuffer: 1e9 });
    if (archive.status !== 0) return undefined;
    const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
    return unpacked.status === 0 ? readContent(folder) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file read and validated on its own. */
interface FileResult {
  /** Deeply frozen; undefined if the file does not fit its schema. */
  item?: { collection: CollectionName; file: ContentFile<CollectionName> };
  problems: LocatedDiagnostic[];
}

/** Files that this process has parsed, by path, with the state of the file at that time. */
const parsedFiles = new Map<string, { state: string; result: FileResult }>();

/**
 * @param file from the project's root, with slashes
 * @param path on disk
 */
function readFile(file: string, path: string): FileResult {
  const fail = (rule: FileRule, message: string, hint: string) => ({ problems: [fileDiagnostic(rule, file, message, hint)] });
  const collection = collectionOf(file);
  if (!collection) return fail('file-has-its-place', 'belongs to no collection', `use one of the paths ${listPatterns()}`);
  const id = idOf(collection, file);
  if (!(idSchemas[collection] ?? plainId).safeParse(id).success) {
    const hint = idSchemas[collection]
      ? 'name the folder by year and number, such as 2026.1'
      : 'name the file in lower-case ASCII words joined by hyphens, 64 characters at most';
    return fail('id-is-plain', `“${id}” is not an id`, hint);
  }
  const stat = lstatSync(path, { bigint: true });
  if (!stat.isFile()) return fail('file-is-a-file', 'is not a regular file', 'replace the link by the file itself');
  if (stat.size > MAX_FILE_BYTES)
    return fail('file-is-of-sane-size', `has ${stat.size} bytes; the maximum is ${MAX_FILE_BYTES}`, 'split or shorten it');

  const state = [file, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join();
  const cached = parsedFiles.get(path);
  if (cached?.state === state) return cached.result;
  const result = parseItem(collection, id, file, readFileSync(path, 'utf8'));
  parsedFiles.set(path, { state, result });
  return result;
}

function parseItem(collection: CollectionName, id: string, file: string, text: string): FileResult {
  const { schema } = collections[collection];
  const source = parseFile(file, text);
  if (source.problems.length > 0)
    return { problems: source.problems.map(({ line, message, hint }) => fileDiagnostic('file-is-well-formed', file, message, hint, line)) };
  const result = schema.safeParse(source.data, { reportInput: true });
  if (result.success) {
    const item = { id, file, data: result.data, body: source.body } as ContentFile<CollectionName>;
    return { item: { collection, file: deepFreeze(item) }, problems: [] };
  }
  const issues = result.error.issues.flatMap((issue) => formatZodIssue(issue, schema));
  return {
    problems: issues.map(({ path, message, hint }) =>
      fileDiagnostic('fields-fit-the-schema', file, message, hint, source.lineOf(path), path),
    ),
  };
}

const fileDiagnostic = (
  rule: FileRule,
  file: string,
  message: string,
  hint: string,
  line = 1,
  path: Diagnostic['path'] = [],
): LocatedDiagnostic => ({ rule, file, path, line, message, hint });

/** Returns a function that finds the line of a problem. It parses the file again, since valid files are cached without their lines. */
function createLineFinder(root: string): (problem: Diagnostic) => number {
  const parsed = new Map<string, ParsedFile>();
  return ({ file, path, bodyLine }) => {
    if (!existsSync(join(root, file))) return 1;
    let source = parsed.get(file);
    if (!source) parsed.set(file, (source = parseFile(file, readFileSync(join(root, file), 'utf8'))));
    return bodyLine !== undefined ? source.lineOfBody(bodyLine) : source.lineOf(path);
  };
}

/** Lists all files below a folder, sorted by path, without those of editors and systems (`.DS_Store`, `x~`). */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => (item.isDirectory() ? listFiles(join(folder, item.name)) : [join(folder, item.name)]));
}

const names = Object.keys(collections) as CollectionName[];

const patternOf = (name: CollectionName) => posix.join(collections[name].base, collections[name].pattern);

const collectionOf = (file: string) => names.find((name) => matchesGlob(file, posix.join('content', patternOf(name))));

/** @param file from the project's root */
const idOf = (collection: CollectionName, file: string) =>
  fileId(collection, posix.relative(posix.join('content', collections[collection].base), file));

const isEntry = (file: string) => collectionOf(file) === 'entries';

const listPatterns = () => names.map(patternOf).join(', ');
