import { readContent } from '../content/read.ts';
import { sayProblems } from '../content/report.ts';
import { sealProblems } from '../editions/seals.ts';
import { SAID } from './step.ts';

/** Checks the content as the first step of a build, in a process of its own: nothing of it stays in memory while the site is made. */
const { content, problems } = readContent(process.cwd());
if (problems.length === 0) problems.push(...sealProblems(process.cwd(), content));
if (problems.length > 0) {
  console.error(sayProblems(problems));
  process.exitCode = SAID;
}
