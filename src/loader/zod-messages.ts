import { z } from 'zod';
import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import { closestMatch } from '../text/matching.ts';

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
