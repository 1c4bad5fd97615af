import type { z } from 'zod';
import { parseFile } from '../../src/loader/parse-file.ts';
import { formatFieldPath } from '../../src/loader/reporters/text.ts';
import { UserError } from '../../src/loader/user-error.ts';
import { formatZodIssue } from '../../src/loader/zod-messages.ts';
import type { Field } from '../../src/schema/fields.ts';
import { id as idSchema } from '../../src/schema/ids.ts';
import type { OptionValues } from './stub.ts';

/** A field with a single value that a command takes as an option or prompts for. */
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
 * Throws if an option breaks the schema of its field. Empty fields are reported later, by the lint.
 *
 * @param options path of a field, such as `date.edtf` → its option and value
 * @throws {UserError} if a value does not fit
 */
export function assertOptionsFit(
  file: string,
  text: string,
  schema: z.ZodType,
  options: ReadonlyMap<string, { option: string; value: string }>,
): void {
  const issues = schema.safeParse(parseFile(file, text).data, { reportInput: true }).error?.issues ?? [];
  for (const { path, message, hint } of issues.flatMap((issue) => formatZodIssue(issue, schema))) {
    const given = options.get(formatFieldPath(path));
    if (given) throw new UserError(`--${given.option} "${given.value}": ${message}`, hint);
  }
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
