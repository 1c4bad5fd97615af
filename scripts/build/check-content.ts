import { readContent } from '../../src/loader/read-content.ts';
import { sayProblems } from '../../src/loader/reporters/text.ts';
import { sealProblems } from '../../src/editions/checksums.ts';
import { SAID } from './run-step.ts';

/** Checks the content as the first step of a build, in a process of its own: nothing of it stays in memory while the site is made. */
const { content, problems } = readContent(process.cwd());
if (problems.length === 0) problems.push(...sealProblems(process.cwd(), content));
if (problems.length > 0) {
  console.error(sayProblems(problems));
  process.exitCode = SAID;
}
