import { z } from 'zod';
import type { LocatedDiagnostic } from '../read-content.ts';
import { formatFieldPath } from './text.ts';

const problemList = z.array(
  z.strictObject({
    rule: z.string().describe('The rule that is broken, by its id.'),
    file: z.string().describe('The file, from the project’s root.'),
    line: z.int().describe('The line, from 1.'),
    field: z.string().describe('The field, such as `statements[3].date.edtf`; empty for the file as a whole.'),
    message: z.string().describe('What is wrong.'),
    hint: z.string().describe('How to fix it.'),
  }),
);

/** The JSON report of `npm run lint -- --json`. */
export const lintReport = z.strictObject({
  ok: z.boolean().describe('Whether the content has no errors.'),
  entries: z.int().describe('How many entries were read.'),
  statements: z.int().describe('How many statements were read.'),
  problems: problemList.describe('All problems, in the order of the text report.'),
  warnings: problemList.describe('Advice on English, if there are no problems.'),
});

export type LintReport = z.infer<typeof lintReport>;

/** Formats problems, warnings and counts as a JSON report. */
export function formatJson(
  counts: { entries: number; statements: number },
  problems: readonly LocatedDiagnostic[],
  warnings: readonly LocatedDiagnostic[],
): string {
  const report: LintReport = { ok: problems.length === 0, ...counts, problems: problems.map(toItem), warnings: warnings.map(toItem) };
  return JSON.stringify(report, null, 2);
}

const toItem = ({ rule, file, line, path, message, hint }: LocatedDiagnostic) => ({
  rule,
  file,
  line,
  field: formatFieldPath(path),
  message,
  hint,
});
