import type { z } from 'zod';
import { parseFile } from '../../src/loader/parse-file.ts';
import { formatFieldPath } from '../../src/loader/reporters.ts';
import { formatUserError, UserError } from '../../src/loader/user-error.ts';
import { formatZodIssue } from '../../src/loader/zod-messages.ts';
import type { Field } from '../../src/schema/fields.ts';
import { id as idSchema } from '../../src/schema/ids.ts';
import type { OptionValues } from './stub.ts';

/** A field with a single value that a command takes as an option. */
export interface CliField {
  /** `status`, `name` (of `names.en`), `date` (of `date.edtf`), `part-of` */
  option: string;
  path: string[];
  field: Field;
  /** Whether the field and all fields above it are required. */
  required: boolean;
}

/** Returns the single-value fields of a schema. Fields in lists are left out. */
export function cliFields(fields: readonly Field[], above: string[] = [], required = true): CliField[] {
  return fields.flatMap((field): CliField[] => {
    const path = [...above, field.name];
    const isRequired = required && field.required;
    if (field.list) return [];
    if (field.fields.length > 0) return cliFields(field.fields, path, isRequired);
    return [{ option: optionName(path), path, field, required: isRequired }];
  });
}

/** Parses the values of options into the data of a file. */
export function parseOptionValues(fields: readonly CliField[], values: Readonly<Record<string, string | undefined>>): OptionValues {
  const data: OptionValues = {};
  for (const { option, path, field } of fields) {
    const value = values[option];
    if (value === undefined) continue;
    const parent = path.slice(0, -1).reduce<OptionValues>((object, name) => (object[name] ??= {}) as OptionValues, data);
    parent[path.at(-1)!] = /number/.test(field.type) && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return data;
}

/**
 * Throws if values break the schema of their fields. Empty fields are reported later, by the lint.
 *
 * @param values path of a field, such as `date.edtf` → its value and where it is given, such as `--date`
 * @throws {UserError} with all values that do not fit
 */
export function assertValuesFit(
  file: string,
  text: string,
  schema: z.ZodType,
  values: ReadonlyMap<string, { at: string; value: string }>,
): void {
  const issues = schema.safeParse(parseFile(file, text).data, { reportInput: true }).error?.issues ?? [];
  const problems = issues
    .flatMap((issue) => formatZodIssue(issue, schema))
    .flatMap(({ path, message, hint }) => {
      const given = values.get(formatFieldPath(path));
      if (!given) return [];
      const remedy = given.at.startsWith('--') ? `${hint}; or leave ${given.at} out and fill it in later` : hint;
      return [new UserError(`${given.at} "${given.value}": ${message}`, remedy)];
    });
  throwAll(problems);
}

/** @throws {UserError} that joins several, if there are any */
export function throwAll(problems: readonly UserError[]): void {
  const [first, ...others] = problems;
  if (first) throw others.length === 0 ? first : new UserError(problems.map(formatUserError).join('\n'));
}

/** @throws {UserError} if a text is not an id */
export function assertId(text: string): void {
  const { error } = idSchema.safeParse(text);
  if (error)
    throw new UserError(`invalid id "${text}": it ${error.issues[0]!.message}`, 'choose another one: it becomes part of a permanent URL');
}

/** Returns an option name that is unique among the fields of a schema. */
function optionName(path: readonly string[]): string {
  const [name = '', parent = ''] = [...path].reverse();
  if (name === 'en') return 'name';
  if (name === 'edtf') return toKebabCase(parent);
  if (['basis', 'wording', 'ground'].includes(name) && parent !== 'date') return toKebabCase(`${parent}-${name}`);
  return toKebabCase(name);
}

const toKebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
