import { parseArgs } from 'node:util';
import { readContent, readFromGit } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters.ts';
import { UserError } from '../src/loader/user-error.ts';
import { resolveReferences } from '../src/record/resolve-references.ts';
import { runCommand } from './run.ts';
import { findItems, formatItem, listItems, suggestIds } from './show/record-items.ts';

const USAGE = `usage: npm run show -- <id or "name">

Prints an entry, statement, actor, event, theme, question, place or term as YAML, with the ids of everything linked to it.
Examples: shinzo-abe · tass-2026.s11 · energy/meaning-for-japan · place/japan · "Shinzo Abe".
If the content has errors, the last commit is shown.`;

await runCommand(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [query] = positionals;
  if (!query || positionals.length > 1) throw new UserError('expected one id or name', USAGE);

  let result = readContent(process.cwd());
  if (result.diagnostics.length > 0) {
    const report = formatDiagnostics(result.diagnostics);
    const committed = readFromGit(process.cwd());
    if (!committed || committed.diagnostics.length > 0) throw new UserError(report);
    console.error('The content has errors (see npm run lint). This is the last commit.\n');
    result = committed;
  }

  const items = listItems(resolveReferences(result.content));
  const found = findItems(items, query);
  const suggestions = suggestIds(items, query).map((id) => `"${id}"`);
  if (found.length === 0)
    throw new UserError(`unknown id or name "${query}"`, suggestions.length > 0 ? `did you mean ${suggestions.join(' or ')}?` : undefined);
  // A reader such as `head` may close the pipe early.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  process.stdout.write(found.map((item) => formatItem(items, item)).join('---\n'));
});
