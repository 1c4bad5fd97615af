import { z } from 'zod';
import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import { closestMatch } from '../text/edit-distance.ts';

/** What does not fit the schema, in words, at its field. */
export interface FormattedIssue {
  path: (string | number)[];
  message: string;
  hint: string;
}

/**
 * An issue of Zod in words: what is wrong and how to mend it. Messages of the schema have the form `message: hint`.
 *
 * @param issue with its input (`reportInput`)
 * @param schema of the whole file: it knows the names of fields
 */
export function formatZodIssue(issue: $ZodIssue, schema: $ZodType): FormattedIssue[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const field = String(path.at(-1) ?? 'the file');
  const { input } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `no such field: ${key}`,
      ...hintFor(
        key,
        known,
        /\s/.test(key)
          ? 'correct its name; or, within { }, where a comma begins a new field, put the text that has it in quotation marks'
          : 'correct its name, or take it out',
      ),
    }));
  }
  if (input === null && (issue.code === 'invalid_value' || issue.code === 'invalid_type')) {
    const values = issue.code === 'invalid_value' ? `use one of ${issue.values.map(String).join(', ')}` : 'write it';
    return [{ path, message: `${field} is empty`, hint: `${values}${meaning(schema, path)}` }];
  }
  if (issue.code === 'invalid_key') return [{ path, ...splitMessage(issue.issues[0]?.message ?? issue.message) }];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const remedy = `use one of ${values.join(', ')}`;
    if (input === undefined) return [{ path, message: `${field} is missing`, hint: remedy }];
    return [{ path, message: `“${formatValue(input)}” is none of the values of ${field}`, ...hintFor(formatValue(input), values, remedy) }];
  }
  if (issue.code === 'invalid_type') {
    if (input === undefined)
      return [{ path, message: `${field} is missing`, hint: `add ${field} (${issue.expected})${meaning(schema, path)}` }];
    const what = issue.message.replace(/^Invalid input: /, '');
    const bare = issue.expected === 'string' && (input instanceof Date || ['number', 'boolean'].includes(typeof input));
    const colon = issue.expected === 'string' && typeof input === 'object';
    const remedy = bare
      ? 'put the value in quotation marks'
      : colon
        ? 'a text with a colon or brackets stands in quotation marks, or on the line below >-'
        : `write a value of type ${issue.expected}${meaning(schema, path)}`;
    return [{ path, message: what, hint: remedy }];
  }
  return [{ path, ...splitMessage(issue.message) }];
}

function splitMessage(message: string): { message: string; hint: string } {
  const [what = '', remedy = 'correct the value'] = message.split(/: (.+)/s);
  return { message: what, hint: remedy };
}

function hintFor(word: string, known: readonly string[], otherwise: string): { hint: string } {
  const near = closestMatch(word, known);
  return { hint: near ? `did you mean “${near}”? Otherwise ${otherwise}` : otherwise };
}

const formatValue = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));

/** The names of the fields that a schema has at a path; none where it has no object there. */
function fieldsAt(schema: $ZodType, path: readonly (string | number)[]): string[] {
  const here = bare(schemaAt(schema, path));
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

/** What the schema says of a field, to be added to a remedy; empty where it says nothing. */
function meaning(schema: $ZodType, path: readonly (string | number)[]): string {
  const says = z.globalRegistry.get(schemaAt(schema, path) as z.ZodType)?.description;
  return says ? `: ${says}` : '';
}

/** The schema of what stands at a path; undefined where it has none. */
function schemaAt(schema: $ZodType, path: readonly (string | number)[]): $ZodType | undefined {
  let here: $ZodType | undefined = schema;
  for (const key of path) {
    const whole = bare(here);
    if (whole instanceof z.ZodObject) here = whole.shape[key] as $ZodType | undefined;
    else if (whole instanceof z.ZodArray) here = whole.element;
    else if (whole instanceof z.ZodRecord) here = whole.valueType;
    else return undefined;
  }
  return here;
}

/** A schema without `optional`, `nullable` and `default` around it. */
function bare(schema: $ZodType | undefined): $ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? bare(schema.unwrap())
    : schema;
}
