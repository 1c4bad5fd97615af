import { parseArgs } from 'node:util';
import { resolveReferences } from '../src/record/resolve-references.ts';
import { readFromGit } from '../src/loader/read-from-git.ts';
import { readContent } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters/text.ts';
import { assertKnownOptions } from './options.ts';
import { findReports, suggestIds } from './show/find.ts';
import { printReport } from './show/print-report.ts';

/**
 * Prints all that the Record knows of a thing: `npm run show -- shinzo-abe`, `-- tass-2026.s11`, `-- energy/meaning-for-japan`,
 * `-- place/japan` where two things share an id. Exit code 1 where nothing goes by the id, with those that are like it.
 */
const USAGE =
  'usage: npm run show -- <id, or a name in quotation marks>   (an entry, statement, actor, event, theme, question, place or term)';

const asked = assertKnownOptions(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length !== 1) throw new Error('name one id');
  return positionals[0]!;
});
if (asked !== undefined) show(asked);

function show(id: string) {
  const reading = readContent(process.cwd());
  // While something is being written, what was there before can still be asked for.
  const whole = reading.diagnostics.length === 0 ? reading : readFromGit(process.cwd());
  if (!whole || whole.diagnostics.length > 0) {
    console.error(formatDiagnostics(reading.diagnostics));
    process.exitCode = 1;
    return;
  }
  if (whole !== reading) console.error('The content breaks rules (npm run lint): this is as it was last committed.\n');
  const record = resolveReferences(whole.content);
  const sheets = findReports(record, id);
  if (sheets.length === 0) {
    const like = suggestIds(record, id);
    console.error(`Nothing goes by “${id}”.${like.length > 0 ? ` Did you mean ${like.join(', ')}?` : ''}`);
    process.exitCode = 1;
    return;
  }
  const setting = { width: Math.min(process.stdout.columns ?? 100, 120), colour: coloured() };
  // A reader such as `head` or `less` may leave before the end.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  process.stdout.write(sheets.map((sheet) => printReport(sheet, setting)).join('\n'));
}

/** Colour only on a terminal, and not where NO_COLOR (no-color.org) is set. */
function coloured(): boolean {
  return process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
