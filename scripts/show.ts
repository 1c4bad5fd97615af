import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContent, readFromGit } from '../src/loader/load-record.ts';
import { formatDiagnostics, UserError } from '../src/loader/errors.ts';
import { resolveReferences } from '../src/record/resolve-references.ts';
import { articlePath, readArticle } from './article-texts.ts';
import { readLedger } from './new/items.ts';
import { runCommand } from './command.ts';
import { formatCandidates, formatReview } from './related-statements.ts';
import { formatTermUses } from './term-uses.ts';
import { findItems, formatItem, formatLine, listItems, suggestIds } from './record-items.ts';

const USAGE = `usage: npm run show -- <id, name or words>
       npm run show -- <entry> --candidates
       npm run show -- <entry> --terms <folder of texts>
       npm run show -- --to-review [--all]

Prints an entry, statement, actor, event, theme, question, place or term as YAML, with the ids of everything linked to it.
If several fit, prints one line for each. Examples: shinzo-abe · tass-2026.s11 · energy/meaning-for-japan · place/japan · "Shinzo Abe" ·
kunashiri · "energy bridge". If the content has errors, the last commit is shown.
  --candidates   statements of other articles that may contradict or confirm those of an entry, as relations to complete
  --terms        known wordings of terms in the text of an entry, <folder>/<entry>/paragraphs.tsv, as uses to complete
  --to-review    sentences that new statements may have made false, with the nearest of these; --all also prints unlikely ones.
                 Then texts that could be fuller`;

await runCommand(USAGE, () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'to-review': { type: 'boolean' }, all: { type: 'boolean' }, candidates: { type: 'boolean' }, terms: { type: 'string' } },
  });
  // A reader such as `head` may close the pipe early.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  const query = positionals.join(' ');
  if (Boolean(query) === Boolean(values['to-review'])) throw new UserError('expected an id or a name', USAGE);
  const loaded = readContent(process.cwd());
  if (values['to-review']) return void process.stdout.write(formatReview(loaded.content, values.all));
  if (values.candidates) {
    const others = loaded.content.ledgers.filter(({ id }) => id !== query).flatMap(({ id }) => readLedger(loaded, id));
    const known = loaded.content.relations.flatMap(({ data }) => data.relations.map(({ from, to }) => `${from} ${to}`));
    return void process.stdout.write(formatCandidates(readLedger(loaded, query), others, new Set(known), loaded.content.themes));
  }
  if (values.terms) {
    const statements = readLedger(loaded, query);
    if (!existsSync(articlePath(values.terms, query)))
      throw new UserError(`no file "${articlePath(values.terms, query)}"`, 'name the folder of --texts in npm run new');
    return void process.stdout.write(formatTermUses(loaded.content, query, statements, readArticle(values.terms, query)));
  }
  let { content } = loaded;
  if (loaded.diagnostics.length > 0) {
    const committed = readFromGit(process.cwd());
    if (!committed || committed.diagnostics.length > 0) throw new UserError(formatDiagnostics(loaded.diagnostics));
    console.error('The content has errors (see npm run lint). This is the last commit.\n');
    content = committed.content;
  }

  const items = listItems(resolveReferences(content));
  const { found, exact } = findItems(items, query);
  const suggestions = suggestIds(items, query).map((id) => `"${id}"`);
  if (found.length === 0)
    throw new UserError(`unknown id or name "${query}"`, suggestions.length > 0 ? `did you mean ${suggestions.join(' or ')}?` : undefined);
  process.stdout.write(
    exact || found.length === 1 ? found.map((item) => formatItem(items, item)).join('---\n') : found.map(formatLine).join(''),
  );
});
