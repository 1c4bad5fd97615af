import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkPublishedEditions } from '../src/editions/published-editions.ts';
import { findWarnings, readContent } from '../src/loader/load-record.ts';
import { formatAnnotations, formatDiagnostics, formatJson, UserError } from '../src/loader/errors.ts';
import { summarizeReview } from '../src/rules/review.ts';
import { runCommand } from './command.ts';

const USAGE = `usage: npm run lint [-- --watch] [--strict] [--all] [--json | --annotations]

Validates the content against all rules. Exit code 1 if one is broken. Then gives advice on its English, as warnings.
  --watch         validate again after every change
  --strict        treat warnings as errors
  --all           name each text and sentence that new statements may have made false or incomplete, not only their number
  --json          print the report as JSON
  --annotations   also print GitHub workflow commands; default if GITHUB_ACTIONS is set`;

/** Delay in milliseconds before changed files are read: one save can write several files. */
const DEBOUNCE_MS = 100;

await runCommand(USAGE, () => {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean' },
      strict: { type: 'boolean' },
      all: { type: 'boolean' },
      json: { type: 'boolean' },
      annotations: { type: 'boolean' },
    },
  });
  const { json = false, annotations = !json && process.env.GITHUB_ACTIONS === 'true' } = values;
  if (json && annotations) throw new UserError('--json and --annotations cannot be used together', 'use only one of them');
  if (json && values.watch) throw new UserError('--json and --watch cannot be used together', 'use only one of them');
  const run = () => lint(json, annotations, values.strict, values.all);
  run();
  if (values.watch) onContentChange(run);
});

function lint(json: boolean, annotations: boolean, strict = false, all = false) {
  const { content, diagnostics } = readContent(process.cwd());
  const problems = diagnostics.length > 0 ? diagnostics : checkPublishedEditions(process.cwd(), content);
  const warnings = problems.length === 0 ? findWarnings(process.cwd(), content) : [];
  const counts = {
    entries: content.entries.length,
    statements: content.ledgers.reduce((sum, { data }) => sum + data.statements.length, 0),
  };
  // process.exit would cut off a long report if standard output is a slow pipe.
  process.exitCode = problems.length > 0 || (strict && warnings.length > 0) ? 1 : 0;
  if (json) console.log(formatJson(counts, problems, warnings));
  else {
    if (problems.length === 0) console.log(`The content has no errors: ${counts.entries} entries, ${counts.statements} statements.`);
    else console.error(formatDiagnostics(problems));
    if (warnings.length > 0) console.error(formatDiagnostics(all ? warnings : summarizeReview(warnings), 'warning'));
    if (annotations) {
      const lines = [formatAnnotations(problems), formatAnnotations(warnings, 'warning')].filter(Boolean);
      if (lines.length > 0) console.log(lines.join('\n'));
    }
  }
}

function onContentChange(callback: () => void) {
  let timer: NodeJS.Timeout | undefined;
  watch('content', { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`\n— ${new Date().toLocaleTimeString('en-GB')}`);
      callback();
    }, DEBOUNCE_MS);
  });
  console.log('\nWatching content/. Press Ctrl-C to stop.');
}
