import { readContent } from './content/read.ts';
import { sayProblems } from './content/report.ts';

/** Checks the content against all rules; exit code 1 where one is broken. */
const { content, problems } = readContent(process.cwd());
if (problems.length > 0) {
  console.error(sayProblems(problems));
  // No process.exit: it would cut a long report off where a pipe reads it slowly.
  process.exitCode = 1;
} else {
  const statements = content.ledgers.reduce((sum, { data }) => sum + data.statements.length, 0);
  console.log(`The content keeps all rules: ${content.entries.length} entries, ${statements} statements.`);
}
