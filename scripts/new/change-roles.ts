import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Scalar } from 'yaml';
import { UserError } from '../../src/loader/user-error.ts';
import { hashPassage } from '../sources/article.ts';
import { throwAll } from './cli-fields.ts';
import { locatorsOf, passagesOf, type Block, type Role } from './draft.ts';
import { formatFingerprints, formatStub } from './entry-files.ts';
import { formatPassages } from './entry.ts';

const ROLES: Record<string, Role> = { p: 'body', c: 'caption', n: 'note', r: 'related' };

/** A change of the roles of blocks after their entry was written. */
export interface RoleChange {
  blocks: Block[];
  /** Path from the project's root → new text. */
  files: Map<string, string>;
  /** Old locator → new locator, for those that change. */
  renumbered: Map<string, string>;
}

/**
 * Changes roles of the blocks of an article whose entry exists. Fingerprints are written again. Locators in statements, in the entry
 * and in terms are renumbered, so that they still refer to the same passages.
 *
 * @param article the blocks of the article; their roles are those that the fingerprints show
 * @param chosen roles by number of the block
 * @param texts path of the file of passages outside the project
 * @throws {UserError} if the article is not that of the entry, or a statement refers to a passage that would vanish
 */
export function changeRoles(
  root: string,
  id: string,
  article: readonly Block[],
  chosen: ReadonlyMap<number, Role>,
  texts?: string,
): RoleChange {
  const folder = `content/entries/${id}`;
  const passagesPath = `${folder}/passages.yaml`;
  if (!existsSync(join(root, passagesPath))) throw new UserError(`no entry "${id}"`, 'name the folder of an entry in content/entries');
  const source = readFileSync(join(root, passagesPath), 'utf8');
  if (
    source
      .split('\n')
      .slice(1)
      .some((line) => line.trimStart().startsWith('#'))
  )
    throw new UserError(`${passagesPath} contains comments, which would be lost`, 'move them to statements.yaml');
  const blocks = restoreRoles(article, (parseDocument(source).toJS() as { passages: Record<string, { sha256: string }> }).passages, id);
  const changed = blocks.map((block, index): Block => ({ text: block.text, role: chosen.get(index + 1) ?? block.role }));
  const [before, after] = [locatorsOf(blocks), locatorsOf(changed)];
  const moved = new Map(before.flatMap((locator, index) => (locator ? [[locator, after[index]] as const] : [])));
  const files = new Map([[passagesPath, formatFingerprints(passagesPath, passagesOf(changed))]]);
  if (texts && existsSync(texts) && readFileSync(texts, 'utf8') !== formatPassages(passagesOf(blocks)))
    throw new UserError(`"${texts}" was edited`, 'move it away, or omit --texts');
  if (texts) files.set(texts, formatPassages(passagesOf(changed)));

  const problems: UserError[] = [];
  const added = changed.flatMap(({ text }, index) => (after[index] && !before[index] ? [formatStub(after[index], text, '')] : []));
  for (const path of [`${folder}/statements.yaml`, `${folder}/index.mdx`, ...globSync('content/terms/*.mdx', { cwd: root }).toSorted()]) {
    const text = readFileSync(join(root, path), 'utf8');
    const isTerm = path.startsWith('content/terms/');
    const renumbered = renumber(text, path, moved, problems, isTerm ? id : undefined);
    const result = path.endsWith('statements.yaml') ? renumberStubs(renumbered, moved) + added.join('') : renumbered;
    if (result !== text) files.set(path, result);
  }
  throwAll(problems);
  const renumbered = new Map([...moved].flatMap(([from, to]) => (to && to !== from ? [[from, to]] : [])));
  return { blocks: changed, files, renumbered };
}

/** Returns blocks with the roles that fingerprints show. Blocks without a fingerprint are furniture. */
function restoreRoles(article: readonly Block[], passages: Readonly<Record<string, { sha256: string }>>, id: string): Block[] {
  const blocks = article.map(({ text }): Block => ({ text, role: 'furniture' }));
  let next = 0;
  for (const [locator, { sha256 }] of Object.entries(passages).filter(([key]) => key !== 'p0')) {
    const find = (from: number) =>
      blocks.findIndex(({ role, text }, index) => index >= from && role === 'furniture' && hashPassage(text) === sha256);
    const at = find(next) >= 0 ? find(next) : find(0);
    if (at < 0) throw new UserError(`${locator} of "${id}" is not a block of this file`, 'name the file from which the entry was created');
    blocks[at]!.role = ROLES[locator[0]!]!;
    next = at + 1;
  }
  // Adjacent standfirsts are one passage.
  const { sha256 } = passages['p0'] ?? {};
  for (const start of sha256 ? blocks.keys() : [])
    for (let end = start + 1; end <= Math.min(start + 4, blocks.length); end++)
      if (
        hashPassage(
          blocks
            .slice(start, end)
            .map(({ text }) => text)
            .join(' '),
        ) === sha256
      ) {
        for (const block of blocks.slice(start, end)) block.role = 'standfirst';
        return blocks;
      }
  if (sha256) throw new UserError(`p0 of "${id}" is not a block of this file`, 'name the file from which the entry was created');
  return blocks;
}

/** Replaces the locators in the fields `at` of a YAML or MDX file. @param entry only in items with this field `entry` */
function renumber(
  text: string,
  path: string,
  moved: ReadonlyMap<string, string | undefined>,
  problems: UserError[],
  entry?: string,
): string {
  const start = path.endsWith('.mdx') ? (/^---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0) : 0;
  const end = path.endsWith('.mdx') ? text.indexOf('\n---', start) + 1 : text.length;
  const lines = new LineCounter();
  const document = parseDocument(text.slice(start, end), { lineCounter: lines });
  if (document.errors.length > 0) throw new UserError(`${path} is not valid YAML`, 'correct it first: npm run lint');
  const found: Scalar[] = [];
  visit(document, {
    Pair(_, { key, value }, parents) {
      const parent = parents.at(-1);
      if (!isScalar(key) || key.value !== 'at' || (entry !== undefined && !(isMap(parent) && parent.get('entry') === entry))) return;
      found.push(...(isSeq(value) ? value.items : [value]).filter(isScalar));
    },
  });
  let result = text;
  for (const { value, range } of found.toReversed()) {
    const locator = String(value);
    if (!range || !moved.has(locator)) continue;
    const to = moved.get(locator);
    const line = lines.linePos(range[0]).line + (start > 0 ? 1 : 0);
    if (!to)
      problems.unshift(
        new UserError(
          `${path}:${line}: "${locator}" would no longer be a passage`,
          'withdraw or change what refers to it, then run the command again',
        ),
      );
    else result = result.slice(0, start + range[0]) + to + result.slice(start + range[1]);
  }
  return result;
}

/** Renumbers the commented stubs of statements. Removes untouched stubs of passages that vanish. */
function renumberStubs(text: string, moved: ReadonlyMap<string, string | undefined>): string {
  const withoutVanished = [...moved].reduce((kept, [locator, to]) => {
    const lines = [
      '',
      `# ${locator} · \\d+ words?`,
      '#   - n:',
      `#     at: \\[${locator}\\]`,
      '#     kind:',
      '#     speakers: .*',
      '#     text: >-',
      '#     date: .*',
      '#     themes: \\[\\]',
      '',
    ];
    return to ? kept : kept.replace(new RegExp(lines.join('\\r?\\n')), '');
  }, text);
  return withoutVanished.replace(
    /^(# )([pcnr]\d+)(?= · \d+ words?\r?$)|^(# {5}at: \[)([pcnr]\d+)(?=\])/gm,
    (line, mark: string, locator: string, field: string, at: string) =>
      locator ? mark + (moved.get(locator) ?? locator) : at ? field + (moved.get(at) ?? at) : line,
  );
}
