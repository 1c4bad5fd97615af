import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/read-content.ts';
import { formatAnnotations } from '../src/loader/reporters/github.ts';
import { formatJson } from '../src/loader/reporters/json.ts';
import { formatDiagnostics } from '../src/loader/reporters/text.ts';
import { verifyChecksums } from '../src/editions/checksums.ts';
import { assertKnownOptions } from './options.ts';

/**
 * Checks the content against all rules; exit code 1 where one is broken.
 * `--watch` checks again after every change; `--json` writes the report for programs on standard output;
 * `--annotations` writes GitHub workflow commands, as it does by itself where `GITHUB_ACTIONS` is set.
 */
const USAGE = 'usage: npm run lint [-- --watch] [--json | --annotations]';

const options = assertKnownOptions(USAGE, () => {
  const { values } = parseArgs({
    options: { watch: { type: 'boolean' }, json: { type: 'boolean' }, annotations: { type: 'boolean' } },
  });
  if (values.json && values.annotations) throw new Error('--json and --annotations cannot both be');
  if (values.json && values.watch) throw new Error('--json is one report: leave --watch out');
  return values;
});

if (options) {
  const annotated = options.annotations ?? (!options.json && process.env.GITHUB_ACTIONS === 'true');
  const lint = () => {
    const { content, diagnostics } = readContent(process.cwd());
    const problems = diagnostics.length > 0 ? diagnostics : verifyChecksums(process.cwd(), content);
    const counts = {
      entries: content.entries.length,
      statements: content.ledgers.reduce((sum, { data }) => sum + data.statements.length, 0),
    };
    // No process.exit: it would cut a long report off where a pipe reads it slowly.
    process.exitCode = problems.length > 0 ? 1 : 0;
    if (options.json) console.log(formatJson(counts, problems));
    else if (problems.length === 0) console.log(`The content keeps all rules: ${counts.entries} entries, ${counts.statements} statements.`);
    else {
      console.error(formatDiagnostics(problems));
      if (annotated) console.log(formatAnnotations(problems));
    }
  };
  lint();
  if (options.watch) again(lint);
}

/** Calls after every change below `content/`, a little later, so that a save in several steps is one change. */
function again(lint: () => void) {
  console.log('\nWatching content/. Ctrl-C stops it.');
  let timer: NodeJS.Timeout | undefined;
  watch('content', { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`\n— ${new Date().toLocaleTimeString('en-GB')}`);
      lint();
    }, 100);
  });
}
