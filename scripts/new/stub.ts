import { stringify, type SchemaOptions, type ToStringOptions } from 'yaml';
import type { Field } from '../../src/schema/fields.ts';

/** What is known of a file before it is written: its data, as far as it goes. */
export type OptionValues = { [field: string]: unknown };

const WIDTH = 120;

/** A day is quoted: bare, it would be read as a moment. */
const YAML = { lineWidth: 0, customTags: ['timestamp'] } satisfies ToStringOptions & SchemaOptions;

/**
 * A YAML file to be filled in: every field of a schema with what it means above it. What is given stands there; a field that is
 * needed stands empty; one that may be left out is a comment.
 */
export function createStub(fields: readonly Field[], given: OptionValues = {}): string {
  return fields.flatMap((field) => linesOf(field, given[field.name], '')).join('\n') + '\n';
}

function linesOf(field: Field, given: unknown, indent: string): string[] {
  const { name, required, shared, list, fields } = field;
  const comment = commentOf(field).map((line) => `${indent}# ${line}`);
  if (given === undefined && !required) return [...comment, `${indent}# ${name}:`];
  if (fields.length === 0 || (list && given !== undefined)) return [...comment, `${indent}${name}:${valueOf(given, indent)}`];
  const own = (given ?? {}) as OptionValues;
  const inner = indent + (list ? '    ' : '  ');
  // The fields of a shape that many share are explained once, in the documentation: here stands only what is needed or given.
  const lines = shared
    ? fields
        .filter((each) => each.required || own[each.name] !== undefined)
        .map((each) => `${inner}${each.name}:${valueOf(own[each.name], inner)}`)
    : fields.flatMap((each) => linesOf(each, own[each.name], inner));
  if (!list) return [...comment, `${indent}${name}:`, ...lines];
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return [...comment, `${indent}${name}:`, ...lines.map((line, index) => (index === first ? line.replace(inner, `${indent}  - `) : line))];
}

/** What a field means, its values, and which fields of a shared shape may be added. */
function commentOf({ description, values, shared, fields, list }: Field): string[] {
  const more = shared ? fields.filter(({ required }) => !required).map(({ name }) => name) : [];
  const parts = [
    description,
    values.length > 0 && `One of: ${values.join(', ')}.`,
    more.length > 0 && `May also have: ${more.join(', ')}.`,
    list && fields.length > 0 && !shared && `Each: ${fields.map(({ name, required }) => (required ? name : `${name}?`)).join(', ')}.`,
  ];
  return wrapped(parts.filter(Boolean).join(' '));
}

/** A value after its colon: on the same line where it is short, below it otherwise; nothing where none is known. */
function valueOf(value: unknown, indent: string): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return ` ${stringify(value, YAML).trimEnd()}`;
  const flow = stringify(value, { ...YAML, collectionStyle: 'flow', flowCollectionPadding: true }).trimEnd();
  if (flow.length < WIDTH && !flow.includes('\n')) return ` ${tight(flow)}`;
  const block = stringify(value, YAML).trimEnd();
  return `\n${block.replace(/^/gm, `${indent}  `)}`;
}

/** Brackets without padding, as the Record writes them, where no text has such brackets of its own. */
const tight = (flow: string) => (/["']/.test(flow) ? flow.replace('[ ]', '[]') : flow.replaceAll('[ ', '[').replaceAll(' ]', ']'));

function wrapped(text: string): string[] {
  return text ? (text.match(new RegExp(`.{1,${WIDTH - 6}}(?:\\s|$)`, 'g')) ?? [text]).map((line) => line.trim()) : [];
}
