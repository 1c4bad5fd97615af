import { collections, type CollectionName } from '../schema/collections.ts';
import { dateField } from '../schema/date-field.ts';
import { describeSchema, describeFields, type Field } from '../schema/fields.ts';
import { id, locator, statementId } from '../schema/ids.ts';
import { names } from '../schema/names.ts';
import { citedSentence } from '../schema/text.ts';
import { voice } from '../schema/statement.ts';

/** A documented field: its path in the file and its meaning. */
export interface FieldDescription {
  /** `source.published`, `actors[].role` */
  path: string;
  type: string;
  required: boolean;
  values: string[];
  description: string;
}

/** A group of fields: a collection, or a schema that several collections share. */
export interface FieldGroup {
  id: string;
  title: string;
  about: string;
  /** Pattern of its files; undefined for a shared schema. */
  files?: string;
  fields: FieldDescription[];
}

/** Returns the documentation of every field, by collection and shared schema. */
export function fieldsPage(): { collections: FieldGroup[]; shapes: FieldGroup[] } {
  return {
    collections: (Object.keys(collections) as CollectionName[]).map((name) => {
      const { base, pattern, schema } = collections[name];
      return {
        id: name,
        title: TITLES[name] ?? name[0]!.toUpperCase() + name.slice(1),
        about: describeSchema(schema),
        files: `content/${base === '.' ? '' : `${base}/`}${pattern}`,
        fields: flattenFields(describeFields(schema)),
      };
    }),
    shapes: Object.entries({ date: dateField, names, sentence: citedSentence(), voice, id, 'statement id': statementId, locator }).map(
      ([title, schema]) => ({
        id: title.replace(' ', '-'),
        title: title[0]!.toUpperCase() + title.slice(1),
        about: describeSchema(schema),
        fields: flattenFields(describeFields(schema)),
      }),
    ),
  };
}

/** Titles of collections whose name is not a good title. */
const TITLES: Partial<Record<CollectionName, string>> = {
  entries: 'Entry',
  ledgers: 'Ledger',
  events: 'Event',
  actors: 'Actor',
  themes: 'Theme',
  places: 'Place',
  terms: 'Term',
};

/** Returns a flat list of fields. Fields of a shared schema are documented with that schema. */
function flattenFields(fields: readonly Field[], above = ''): FieldDescription[] {
  return fields.flatMap(({ name, type, required, values, description, list, shared, fields: below }) => {
    const path = above + name;
    return [{ path, type, required, values, description }, ...(shared ? [] : flattenFields(below, `${path}${list ? '[]' : ''}.`))];
  });
}
