import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import { UserError } from '../../src/loader/errors.ts';
import { replaceFile } from '../run.ts';

/** What must be undone to remove an entry. */
export interface Removal {
  /** Path → its text before the entry was added; undefined if the file is new. */
  files: Map<string, Buffer | undefined>;
  /** Uncommitted files that are not of the entry. They stay. */
  others: string[];
}

/**
 * Finds all files of `content/` that belong to an entry that was never published: those that name it, those that its commits changed,
 * and new ones whose ids it names.
 *
 * @throws {UserError} if the entry is unknown or published, or another commit changed one of these files since
 */
export function findRemoval(root: string, entry: string): Removal {
  const folder = `content/entries/${entry}`;
  if (!existsSync(join(root, folder))) throw new UserError(`no entry "${entry}"`, 'name a folder of content/entries');
  const named = new RegExp(`(?<![\\w-])${entry}(?![\\w-])`);
  const files = globSync('content/**/*', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(root, path)).isFile());
  const naming = files.filter((path) => path.startsWith(`${folder}/`) || named.test(readFileSync(join(root, path), 'utf8')));
  const [published] = naming.filter((path) => /\/record\.ndjson$/.test(path));
  if (published)
    throw new UserError(
      `"${entry}" is published in edition ${published.split('/')[2]}`,
      'withdraw its statements instead: withdrawn: { date, reason }',
    );
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, maxBuffer: 1e9 });
    if (status !== 0)
      throw new UserError('the project is not a git repository', `delete ${folder} and what names it: ${naming.join(', ')}`);
    return stdout;
  };
  const lines = (...args: string[]) =>
    git(...args)
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
  const own = new Set([...lines('log', '--format=%H', '--', folder), ...lines('log', '--format=%H', `-G${entry}`, '--', 'content')]);
  const commits = lines('rev-list', 'HEAD').filter((commit) => own.has(commit));
  const base = commits.length > 0 ? `${commits.at(-1)}^` : 'HEAD';
  const uncommitted = lines('status', '--porcelain', '-uall', '--', 'content').map((line) => line.slice(3));
  const committed = commits.flatMap((commit) => lines('diff-tree', '--no-commit-id', '--name-only', '-r', commit, '--', 'content'));
  const before = new Set(lines('ls-tree', '-r', '--name-only', base, 'content'));
  const words = new Set(
    naming.filter((path) => path.startsWith(folder)).flatMap((path) => readFileSync(join(root, path), 'utf8').match(/[\w-]+/g)),
  );
  const created = uncommitted.filter((path) => !before.has(path) && words.has(parse(path).name));
  const related = new Set([...naming, ...committed, ...created].toSorted());
  const foreign = [...related].flatMap((path) => {
    const others = lines('log', '--format=%H', `${base}..HEAD`, '--', path).filter((commit) => !own.has(commit));
    return others.map((commit) => `"${path}" was also changed by commit ${commit.slice(0, 8)}`);
  });
  if (foreign.length > 0) throw new UserError(foreign.join('\n'), `remove what names "${entry}" by hand, or revert its commits with git`);
  return {
    files: new Map([...related].map((path) => [path, before.has(path) ? git('show', `${base}:${path}`) : undefined])),
    others: uncommitted.filter((path) => !related.has(path)),
  };
}

/** Restores the files of a removal and deletes the new ones. */
export function removeEntry(root: string, { files }: Removal): void {
  for (const [path, text] of files) {
    if (text) replaceFile(join(root, path), text);
    else rmSync(join(root, path), { force: true });
  }
  // Git has no empty folders.
  const folders = globSync('content/**/', { cwd: root }).toSorted((a, b) => b.length - a.length);
  for (const folder of folders)
    if (globSync('*', { cwd: join(root, folder) }).length === 0) rmSync(join(root, folder), { recursive: true });
}
