import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What git has to say: unknown where there is no git or no repository. */
export type History = { known: false; why: string } | { known: true; editions: number; breaches: string[] };

/**
 * Compares every edition that some commit held as published with the files as they are: none may have changed or gone.
 *
 * @param root of the project and of its repository
 */
export function editionHistory(root: string): History {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const top = git('rev-parse', '--show-prefix');
  if (top.error || top.status !== 0) return { known: false, why: 'there is no git repository' };
  const prefix = top.stdout.trim();
  const commits = git('log', '--reverse', '--format=%H', '--', 'content/editions').stdout.split('\n').filter(Boolean);
  const sealed = new Map<string, { commit: string; text: string }>();
  for (const commit of commits) {
    const files = git('ls-tree', '-r', '--name-only', '--full-tree', commit, `${prefix}content/editions`)
      .stdout.split('\n')
      .filter(Boolean);
    for (const file of files.filter((each) => each.endsWith('/edition.yaml'))) {
      const show = (path: string) => git('show', `${commit}:${path}`).stdout;
      if (!/^status: *["']?published/m.test(show(file))) continue;
      const folder = file.slice(0, -'edition.yaml'.length);
      for (const path of files.filter((each) => each.startsWith(folder)))
        if (!sealed.has(path)) sealed.set(path, { commit, text: show(path) });
    }
  }
  const breaches = [...sealed].flatMap(([path, { commit, text }]) => {
    const file = path.slice(prefix.length);
    const here = join(root, file);
    const seen = `as published in commit ${commit.slice(0, 12)}`;
    if (!existsSync(here)) return [`${file} is gone, ${seen} it was there`];
    const now = readFileSync(here, 'utf8');
    if (now === text) return [];
    const lines = new Set(now.split('\n'));
    const lost = text.split('\n').find((line) => !lines.has(line));
    return [`${file} is not ${seen}${lost === undefined ? '' : `: it lacks “${lost.slice(0, 100)}”`}`];
  });
  return { known: true, editions: new Set([...sealed.keys()].map((path) => path.split('/').at(-2))).size, breaches };
}

/** The commit of the work tree, marked where files of the build differ from it; null where there is no repository. */
export function getCommit(root: string): string | null {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const head = git('rev-parse', 'HEAD');
  if (head.error || head.status !== 0) return null;
  const changes = git('status', '--porcelain', '--', 'content', ...PROJECT_FILES).stdout.trim();
  return `${head.stdout.trim()}${changes ? ' with changes' : ''}`;
}

/** Paths that a site is built from, apart from its content and packages. */
export const PROJECT_FILES = [
  'src',
  'public',
  'scripts',
  'tests/cases',
  'tests/fixtures',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];
