import { z } from 'zod';
import type { Diagnostic } from '../rules/rule.ts';
import { escapeInvisible } from '../schema/field-types.ts';
import { pluralize } from '../text/english.ts';

/** An expected failure of a command, such as a missing file. `runCommand` prints message and hint without a stack trace. */
export class UserError extends Error {
  override name = 'UserError';
  /** What to do about it, as an imperative. Astro prints it below the message. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Formats a failure as its message and, on an indented line, the hint. */
export const formatUserError = ({ message, hint }: UserError) => (hint === undefined ? message : `${message}\n    → ${hint}`);

/** A problem with its line in the file, counted from 1. */
export type LocatedDiagnostic = Diagnostic & { line: number };

/** Formats problems or warnings as text: `file:line field: message (rule)` and the hint on an indented line, then the counts. */
export function formatDiagnostics(problems: readonly LocatedDiagnostic[], what: 'problem' | 'warning' = 'problem'): string {
  const lines = problems.map(({ file, line, path, message, rule, hint }) => {
    const field = path.length > 0 ? ` ${escapeInvisible(truncate(formatFieldPath(path)))}` : '';
    return `${escapeInvisible(file)}:${line}${field}: ${escapeInvisible(truncate(message))} (${rule})\n    → ${escapeInvisible(truncate(hint))}`;
  });
  const files = new Set(problems.map(({ file }) => file)).size;
  const effect = what === 'problem' ? '; nothing was built.' : '.';
  return [...lines, '', `${pluralize(problems.length, what)} in ${pluralize(files, 'file')}${effect}`].join('\n');
}

/** `['statements', 3, 'date', 'edtf']` → `statements[3].date.edtf` */
export function formatFieldPath(path: readonly (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** Maximum length of a message or hint in characters: a longer one repeats a value from the content. */
const MAX_LENGTH = 300;

const truncate = (text: string) => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);

/**
 * Formats problems as GitHub workflow commands, which GitHub shows as annotations: `::<level> file=…,line=…,title=…::message → hint`.
 * Escapes values as actions/toolkit does, so that content cannot contain a command.
 */
export function formatAnnotations(problems: readonly LocatedDiagnostic[], level: 'error' | 'warning' = 'error'): string {
  return problems
    .map(({ rule, file, line, path, message, hint }) => {
      const field = formatFieldPath(path);
      const text = `${field && `${field}: `}${message} → ${hint}`;
      return `::${level} file=${property(file)},line=${line},title=${property(rule)}::${data(text)}`;
    })
    .join('\n');
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

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
