import { readContent } from '../../src/loader/read-content.ts';
import { formatDiagnostics } from '../../src/loader/reporters/text.ts';
import { verifyChecksums } from '../../src/editions/checksums.ts';
import { EXIT_REPORTED } from './run-step.ts';

/** Checks the content as the first step of a build, in a process of its own: nothing of it stays in memory while the site is made. */
const { content, diagnostics } = readContent(process.cwd());
if (diagnostics.length === 0) diagnostics.push(...verifyChecksums(process.cwd(), content));
if (diagnostics.length > 0) {
  console.error(formatDiagnostics(diagnostics));
  process.exitCode = EXIT_REPORTED;
}
