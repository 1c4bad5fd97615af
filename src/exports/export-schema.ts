import { z } from 'zod';
import { siteName } from '../config/site.ts';
import { actor, event, place, term, theme } from '../schema/items.ts';
import { entry, passages } from '../schema/entry.ts';
import { id, statementId } from '../schema/field-types.ts';
import { relations, statement } from '../schema/statement.ts';

/** Fields that every exported thing has in addition to its schema. */
const own = {
  id,
  /** URL of its page. */
  url: z.url(),
};

/** Text of a page as MDX: `<Cite s="…" />` names the statements that a sentence cites. */
const body = z.string();

/** Schemas of the exported things by collection: those of the content, with ids, URLs and texts. */
export const exportSchemas = {
  entries: entry.extend({ ...own, passages: passages.shape.passages, body }),
  statements: statement.extend({ ...own, id: statementId, entry: id }),
  events: event.extend(own),
  actors: actor.extend({ ...own, body }),
  themes: theme.extend({ ...own, body }),
  places: place.extend(own),
  terms: term.extend({ ...own, body }),
  relations: relations.shape.relations.element,
} as const;

export type ExportName = keyof typeof exportSchemas;

/** Schema of `/data/record.json`. */
export const exportSchema = z.strictObject({
  $schema: z.url(),
  name: z.string(),
  edition: z.string(),
  issued: z.iso.date(),
  url: z.url(),
  license: z.url(),
  entries: z.array(exportSchemas.entries),
  statements: z.array(exportSchemas.statements),
  events: z.array(exportSchemas.events),
  actors: z.array(exportSchemas.actors),
  themes: z.array(exportSchemas.themes),
  places: z.array(exportSchemas.places),
  terms: z.array(exportSchemas.terms),
  relations: z.array(exportSchemas.relations),
});

export type RecordData = z.infer<typeof exportSchema>;

/** Returns the JSON Schema (draft 2020-12) of `record.json`. */
export const jsonSchema = (address: string) => ({ ...z.toJSONSchema(exportSchema), $id: address, title: siteName });
