import { stringify, type SchemaOptions, type ToStringOptions } from 'yaml';
import type { Field } from '../../src/schema/fields.ts';

/** The data of a file, as far as it is known. */
export type StubValues = { [field: string]: unknown };

/** Maximum length of a line, in characters: the width that Prettier uses for comments. */
const MAX_WIDTH = 120;

/** Days are quoted: YAML parses an unquoted day as a timestamp. */
const YAML = { lineWidth: 0, customTags: ['timestamp'] } satisfies ToStringOptions & SchemaOptions;

/**
 * Creates a YAML file to fill in. A comment above each field explains it. Known values are filled in, required fields are empty,
 * optional fields are commented out.
 */
export function createStub(fields: readonly Field[], values: StubValues = {}): string {
  return fields.flatMap((field) => formatField(field, values[field.name], '')).join('\n') + '\n';
}

function formatField(field: Field, value: unknown, indent: string): string[] {
  const { name, required, shared, list, fields } = field;
  const comment = describeField(field).map((line) => `${indent}# ${line}`);
  if (value === undefined && !required) return [...comment, `${indent}# ${name}:`];
  if (fields.length === 0 || (list && value !== undefined)) return [...comment, `${indent}${name}:${formatValue(value, indent)}`];
  const values = (value ?? {}) as StubValues;
  const inner = indent + (list ? '    ' : '  ');
  // The fields of a shared schema are documented once, so only required and known ones are listed.
  const lines = shared
    ? fields
        .filter((each) => each.required || values[each.name] !== undefined)
        .map((each) => `${inner}${each.name}:${formatValue(values[each.name], inner)}`)
    : fields.flatMap((each) => formatField(each, values[each.name], inner));
  if (!list) return [...comment, `${indent}${name}:`, ...lines];
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return [...comment, `${indent}${name}:`, ...lines.map((line, index) => (index === first ? line.replace(inner, `${indent}  - `) : line))];
}

/** Returns the description of a field, its values, and the optional fields of its shared schema. */
function describeField({ description, values, shared, fields, list }: Field): string[] {
  const optional = shared ? fields.filter(({ required }) => !required).map(({ name }) => name) : [];
  const parts = [
    description,
    values.length > 0 && `One of: ${values.join(', ')}.`,
    optional.length > 0 && `May also have: ${optional.join(', ')}.`,
    list && fields.length > 0 && !shared && `Each: ${fields.map(({ name, required }) => (required ? name : `${name}?`)).join(', ')}.`,
  ];
  return wrapText(parts.filter(Boolean).join(' '));
}

/** Formats a value after its colon: on the same line if it is short, else below. */
function formatValue(value: unknown, indent: string): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return ` ${stringify(value, YAML).trimEnd()}`;
  const flow = stringify(value, { ...YAML, collectionStyle: 'flow', flowCollectionPadding: true }).trimEnd();
  // A text that is still to be written needs a line.
  if (flow.length < MAX_WIDTH && !flow.includes('\n') && !flow.includes('text: ""')) return ` ${removePadding(flow)}`;
  return `\n${stringify(value, YAML).trimEnd().replace(/^/gm, `${indent}  `)}`;
}

/** Removes the spaces inside brackets, unless a text may contain brackets. */
const removePadding = (flow: string) => (/["']/.test(flow) ? flow.replace('[ ]', '[]') : flow.replaceAll('[ ', '[').replaceAll(' ]', ']'));

const wrapText = (text: string) => (text.match(new RegExp(`.{1,${MAX_WIDTH - 6}}(?:\\s|$)`, 'g')) ?? []).map((line) => line.trim());
