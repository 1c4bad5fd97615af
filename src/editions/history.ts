import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** The comparison with git, or the reason why it failed. */
export type History = { known: false; why: string } | { known: true; editions: number; changes: string[] };

/**
 * Compares the files of each edition in the first commit that has it as published with the files in the working tree.
 *
 * @param root of the project, inside its repository
 */
export function compareWithHistory(root: string): History {
  const git = gitIn(root);
  const lines = (...args: string[]) =>
    git(...args)
      .stdout.split('\n')
      .filter(Boolean);
  const why = whyUnknown(root);
  if (why) return { known: false, why };
  const commits = new Map<string, string>();
  for (const commit of lines('log', '--reverse', '--format=%H', '--', 'content/editions')) {
    for (const found of lines('grep', '-lE', '^status: *["\']?published', commit, '--', 'content/editions/*/edition.yaml')) {
      const folder = dirname(found.slice(`${commit}:`.length));
      if (!commits.has(folder)) commits.set(folder, commit);
    }
  }
  const changes = [...commits].flatMap(([folder, commit]) =>
    lines('diff', '--name-status', '--no-renames', '--relative', '--diff-filter=MD', commit, '--', folder).map((line) => {
      const [status, file] = line.split('\t');
      return `${file}, published in commit ${commit.slice(0, 12)}, ${status === 'D' ? 'is missing' : 'has changed'}`;
    }),
  );
  return { known: true, editions: commits.size, changes };
}

/**
 * Returns why git has no history of the project; undefined if it has one. A project without its own repository may be inside another
 * repository, which has no commit of its content.
 */
export function whyUnknown(root: string): string | undefined {
  const { error, stdout, stderr } = gitIn(root)('log', '-1', '--format=%H', '--', 'content');
  if (error) return 'git is not installed';
  if (stdout.trim()) return undefined;
  if (!/dubious ownership/.test(stderr)) return 'git found no repository';
  return `git does not read the repository of another user: allow it with git config --global --add safe.directory "${root}"`;
}

/** Returns the current commit, with ` with changes` if sources differ from it; null without a repository of the project. */
export function getCommit(root: string): string | null {
  const git = gitIn(root);
  if (whyUnknown(root)) return null;
  const head = git('rev-parse', 'HEAD');
  const changes = git('status', '--porcelain', '--', 'content', ...PROJECT_FILES).stdout.trim();
  return `${head.stdout.trim()}${changes ? ' with changes' : ''}`;
}

/** Paths of everything that a site is built from, except its content and packages. */
export const PROJECT_FILES = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];

/** Returns a function that runs git in a folder, with messages in English. */
const gitIn =
  (cwd: string) =>
  (...args: string[]) =>
    spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C' } });
