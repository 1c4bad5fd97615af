import { z } from 'zod';
import type { LocatedDiagnostic } from '../read-content.ts';
import { formatFieldPath } from './text.ts';

/** What `npm run lint -- --json` writes: one object on standard output, whatever the content is like. */
export const lintReport = z.strictObject({
  ok: z.boolean().describe('Whether the content keeps all rules.'),
  entries: z.int().describe('How many entries were read.'),
  statements: z.int().describe('How many statements were read.'),
  problems: z
    .array(
      z.strictObject({
        rule: z.string().describe('The rule that is broken, by its id.'),
        file: z.string().describe('The file, from the project’s root.'),
        line: z.int().describe('The line, from 1.'),
        field: z.string().describe('The field, such as `statements[3].date.edtf`; empty for the file as a whole.'),
        what: z.string().describe('What is wrong.'),
        remedy: z.string().describe('How to mend it.'),
      }),
    )
    .describe('Everything that is wrong, in the order of the report in words.'),
});

export type LintReport = z.infer<typeof lintReport>;

/** The report of one reading, for programs. */
export function formatJson(counts: { entries: number; statements: number }, problems: readonly LocatedDiagnostic[]): string {
  const report: LintReport = {
    ok: problems.length === 0,
    ...counts,
    problems: problems.map(({ rule, file, line, path, message, hint }) => ({
      rule,
      file,
      line,
      field: formatFieldPath(path),
      what: message,
      remedy: hint,
    })),
  };
  return JSON.stringify(report, null, 2);
}
