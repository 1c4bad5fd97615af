import { collections, type CollectionName } from '../schema/collections.ts';
import { dateField } from '../schema/date-field.ts';
import { describeSchema, describeFields, type Field } from '../schema/fields.ts';
import { id, locator, statementId } from '../schema/ids.ts';
import { names } from '../schema/names.ts';
import { citedSentence } from '../schema/cited-sentence.ts';
import { voice } from '../schema/statement.ts';

/** A field as a line: its path in the file, and what it means. */
export interface FieldDescription {
  /** `source.published`, `actors[].role` */
  path: string;
  type: string;
  required: boolean;
  values: string[];
  description: string;
}

/** A group of fields: a collection, or a shape that several share. */
export interface FieldGroup {
  id: string;
  title: string;
  about: string;
  /** Which files have it; absent for a shape. */
  files?: string;
  fields: FieldDescription[];
}

/** Every field of every collection, and the shapes that they share. */
export function fieldsPage(): { collections: FieldGroup[]; shapes: FieldGroup[] } {
  return {
    collections: (Object.keys(collections) as CollectionName[]).map((name) => {
      const { base, pattern, schema } = collections[name];
      return {
        id: name,
        title: TITLES[name] ?? name[0]!.toUpperCase() + name.slice(1),
        about: describeSchema(schema),
        files: `content/${base === '.' ? '' : `${base}/`}${pattern}`,
        fields: linesOf(describeFields(schema)),
      };
    }),
    shapes: Object.entries({ date: dateField, names, sentence: citedSentence(), voice, id, 'statement id': statementId, locator }).map(
      ([title, schema]) => ({
        id: title.replace(' ', '-'),
        title: title[0]!.toUpperCase() + title.slice(1),
        about: describeSchema(schema),
        fields: linesOf(describeFields(schema)),
      }),
    ),
  };
}

/** What a file of a collection is called, where the collection's own name does not say it. */
const TITLES: Partial<Record<CollectionName, string>> = {
  entries: 'Entry',
  ledgers: 'Ledger',
  events: 'Event',
  actors: 'Actor',
  themes: 'Theme',
  places: 'Place',
  terms: 'Term',
};

/** Fields one below another; those of a shared shape are told where the shape is. */
function linesOf(fields: readonly Field[], above = ''): FieldDescription[] {
  return fields.flatMap(({ name, type, required, values, description, list, shared, fields: below }) => {
    const path = above + name;
    return [{ path, type, required, values, description }, ...(shared ? [] : linesOf(below, `${path}${list ? '[]' : ''}.`))];
  });
}
