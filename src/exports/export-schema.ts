import { z } from 'zod';
import { siteName } from '../config/site.ts';
import { actor } from '../schema/actor.ts';
import { entry } from '../schema/entry.ts';
import { event } from '../schema/event.ts';
import { id, statementId } from '../schema/ids.ts';
import { passages } from '../schema/passages.ts';
import { place } from '../schema/place.ts';
import { relations } from '../schema/relations.ts';
import { statement } from '../schema/statement.ts';
import { term } from '../schema/term.ts';
import { theme } from '../schema/theme.ts';

/** What every thing of the export has besides the data of its schema. */
const own = {
  /** Its id. */
  id,
  /** Its page. */
  url: z.url(),
};

/** The text of a page as MDX: `<Cite s="…" />` names the statements that a sentence rests on. */
const body = z.string();

/** The things of the export, by collection: the schemas of the content with ids, pages and texts. */
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

/** The whole Record as `/data/record.json` has it. */
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

/** JSON Schema (draft 2020-12) of `record.json`, made from the schemas of the content. */
export const jsonSchema = (address: string) => ({ ...z.toJSONSchema(exportSchema), $id: address, title: siteName });
