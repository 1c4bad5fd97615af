import { z } from 'zod';
import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import type { Diagnostic } from '../rules/rule.ts';
import { escapeInvisible } from '../schema/field-types.ts';
import { pluralize } from '../text/english.ts';
import { closestMatch } from '../text/matching.ts';

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

/** Formats the path of a field: `['statements', 3, 'date', 'edtf']` → `statements[3].date.edtf` */
export function formatFieldPath(path: readonly (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** Maximum length of a message or hint in characters: a longer one repeats a value from the content. */
const MAX_LENGTH = 300;

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

/** A schema error and the field where it occurs. */
export interface FormattedIssue {
  path: (string | number)[];
  message: string;
  hint: string;
}

/**
 * Formats a Zod issue as message and hint. Messages in the schemas have the form `message: hint`.
 *
 * @param issue of a schema that was parsed with `reportInput: true`, so that it has `input`
 * @param schema of the whole file, for the names and descriptions of fields
 */
export function formatZodIssue(issue: $ZodIssue, schema: $ZodType): FormattedIssue[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const field = String(path.at(-1) ?? 'the file');
  const { input } = issue;
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(schema, path);
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown field “${key}”`, hint: hintForField(key, fields) }));
  }
  if (issue.code === 'invalid_key') return [{ path, ...splitMessage(issue.issues[0]?.message ?? issue.message) }];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const hint = `use one of ${values.join(', ')}`;
    if (input === undefined) return [{ path, message: `${field} is missing`, hint }];
    if (input === null) return [{ path, message: `${field} is empty`, hint: `${hint}${descriptionAt(schema, path)}` }];
    const value = formatValue(input);
    return [{ path, message: `invalid value “${value}” for ${field}`, hint: suggest(value, values, hint) }];
  }
  if (issue.code === 'invalid_type') {
    const { expected } = issue;
    const description = descriptionAt(schema, path);
    if (input === undefined) return [{ path, message: `${field} is missing`, hint: `add ${field} (${expected})${description}` }];
    if (input === null) return [{ path, message: `${field} is empty`, hint: `write a value${description}` }];
    const message = issue.message.replace(/^Invalid input: /, '');
    if (expected === 'string' && (input instanceof Date || typeof input !== 'object'))
      return [{ path, message, hint: 'put the value in quotation marks' }];
    if (expected === 'string')
      return [{ path, message, hint: 'put a text with a colon or brackets in quotation marks, or after >- on the next line' }];
    return [{ path, message, hint: `write a value of type ${expected}${description}` }];
  }
  return [{ path, ...splitMessage(issue.message) }];
}

const truncate = (text: string) => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const toItem = ({ rule, file, line, path, message, hint }: LocatedDiagnostic) => ({
  rule,
  file,
  line,
  field: formatFieldPath(path),
  message,
  hint,
});

function splitMessage(text: string): { message: string; hint: string } {
  const [message = '', hint = 'correct the value'] = text.split(/: (.+)/s);
  return { message, hint };
}

const hintForField = (key: string, fields: readonly string[]) =>
  suggest(
    key,
    fields,
    // Within { }, a comma in a text without quotation marks begins a new field.
    /\s/.test(key)
      ? 'correct its name; or, if it is part of a text with a comma, put that text in quotation marks'
      : 'correct or remove it',
  );

function suggest(word: string, words: readonly string[], otherwise: string): string {
  const match = closestMatch(word, words);
  return match ? `did you mean “${match}”? If not, ${otherwise}` : otherwise;
}

const formatValue = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));

/** Returns the names of the fields at a path; an empty list if there is no object at the path. */
function fieldsAt(schema: $ZodType, path: readonly (string | number)[]): string[] {
  const object = unwrap(schemaAt(schema, path));
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

/** Returns a field's description, to be appended to a hint; an empty text if the field has no description. */
function descriptionAt(schema: $ZodType, path: readonly (string | number)[]): string {
  const description = z.globalRegistry.get(schemaAt(schema, path) as z.ZodType)?.description;
  return description ? `: ${description}` : '';
}

/** Returns the schema at a path; undefined for an unknown path. */
function schemaAt(schema: $ZodType, path: readonly (string | number)[]): $ZodType | undefined {
  let current: $ZodType | undefined = schema;
  for (const key of path) {
    const parent = unwrap(current);
    if (parent instanceof z.ZodObject) current = parent.shape[key] as $ZodType | undefined;
    else if (parent instanceof z.ZodArray) current = parent.element;
    else if (parent instanceof z.ZodRecord) current = parent.valueType;
    else return undefined;
  }
  return current;
}

/** Removes `optional`, `nullable` and `default` from a schema. */
function unwrap(schema: $ZodType | undefined): $ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap())
    : schema;
}
