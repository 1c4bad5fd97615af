import { z } from 'zod';

/** A field of a schema, for documentation, templates and editors. */
export interface Field {
  name: string;
  /** Type in words: `text of at most 30 characters`, `list of ids`, `date`. */
  type: string;
  required: boolean;
  /** Allowed values of an enumeration; otherwise empty. */
  values: string[];
  /** Description in the schema. */
  description: string;
  list: boolean;
  /** Title of a schema that other fields share, such as `date`. */
  shared?: string;
  /** Fields of the value, or of each item of a list. */
  fields: Field[];
}

type Schema = z.core.JSONSchema.BaseSchema;

/** Returns the JSON Schema (draft 2020-12) of a content file. Fields with a default are optional. */
export const toJsonSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input' });

/** Returns the fields of an object schema, in its order. */
export const describeFields = (schema: z.ZodType): Field[] => ownFields(toJsonSchema(schema));

/** Returns the description of a schema, or an empty string. */
export const describeSchema = (schema: z.ZodType): string => z.globalRegistry.get(schema)?.description ?? '';

function ownFields(schema: Schema): Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => fieldOf(name, property as Schema, required.has(name)));
}

function fieldOf(name: string, schema: Schema, required: boolean): Field {
  const item = (schema.items ?? (schema.propertyNames && schema.additionalProperties) ?? schema) as Schema;
  return {
    name,
    type: typeOf(schema),
    required,
    values: (item.enum ?? []).map(String),
    description: schema.description ?? '',
    list: schema.type === 'array',
    ...(item.type === 'object' && item.title && { shared: item.title }),
    fields: item.type === 'object' ? ownFields(item) : [],
  };
}

function typeOf(schema: Schema): string {
  if (schema.anyOf && !schema.title) {
    const kinds = schema.anyOf.map(typeOf);
    return kinds.join(' or ');
  }
  if (schema.type === 'array') return listOf(schema.items as Schema);
  if (schema.propertyNames) return `group, by ${typeOf(schema.propertyNames as Schema)}`;
  if (schema.title) return schema.title;
  if (schema.enum) return 'one of its values';
  if (schema.const !== undefined) return String(schema.const);
  if (schema.type === 'object') return 'group';
  if (schema.type === 'integer') return 'whole number';
  if (schema.format === 'uri') return 'web address';
  if (schema.format === 'date') return 'day, YYYY-MM-DD';
  if (schema.type === 'string') return schema.maxLength ? `text of at most ${schema.maxLength} characters` : 'text';
  return String(schema.type);
}

function listOf(item: Schema): string {
  if (item.title === 'names') return 'list of names';
  if (item.title) return `list of ${item.title}s`;
  return item.type === 'object' ? 'list of groups' : `list, each: ${typeOf(item)}`;
}
