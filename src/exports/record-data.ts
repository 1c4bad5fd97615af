import { z } from 'zod';
import { siteName, type SiteMetadata } from '../config/site.ts';
import type { ActorNode, EntryNode, EventNode, PlaceNode, StatementNode, TermNode, TheRecord, ThemeNode } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { actorPath, entryPath, eventPath, placePath, statementPath, termPath, themePath } from '../paths/paths.ts';
import { actor, event, place, term, theme } from '../schema/items.ts';
import { entry, passages } from '../schema/entry.ts';
import { id, statementId } from '../schema/field-types.ts';
import { relations, statement } from '../schema/statement.ts';

/** Returns functions that convert nodes to plain data: the fields of their schemas, with id, URL and text. */
export const serializers = (site: SiteMetadata) => ({
  entry: ({ id, data, actors, themes, passages, body }: EntryNode): RecordData['entries'][number] => ({
    id,
    url: site.url(entryPath(id)),
    ...data,
    actors: actors.map(({ actor, role, rests }) => ({ actor: actor.id, ...(role && { role }), rests: rests.map((each) => each.id) })),
    themes: themes.map((theme) => theme.id),
    passages,
    body,
  }),
  statement: ({ id, entry, data }: StatementNode): RecordData['statements'][number] => ({
    id,
    url: site.url(statementPath(id)),
    entry: entry.id,
    ...data,
  }),
  event: ({ id, data }: EventNode): RecordData['events'][number] => ({ id, url: site.url(eventPath(id)), ...data }),
  actor: ({ id, data, body }: ActorNode): RecordData['actors'][number] => ({ id, url: site.url(actorPath(id)), ...data, body }),
  theme: ({ id, data, body }: ThemeNode): RecordData['themes'][number] => ({ id, url: site.url(themePath(id)), ...data, body }),
  place: ({ id, data }: PlaceNode): RecordData['places'][number] => ({ id, url: site.url(placePath(id)), ...data }),
  term: ({ id, data, body }: TermNode): RecordData['terms'][number] => ({ id, url: site.url(termPath(id)), ...data, body }),
});

/** Formats a value as indented JSON that ends with a line break. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the whole Record as plain data, in its order. Withdrawn statements keep their position. */
export function recordData(record: TheRecord, site: SiteMetadata): RecordData {
  const serialize = serializers(site);
  return {
    $schema: site.url('/data/schema.json'),
    name: site.name,
    edition: site.edition,
    issued: site.issued,
    url: site.url('/'),
    license: site.license,
    entries: record.entries.map(serialize.entry),
    statements: [...record.statements, ...record.withdrawn].toSorted(byEntryThenNumber).map(serialize.statement),
    events: record.events.map(serialize.event),
    actors: record.actors.map(serialize.actor),
    themes: record.themes.map(serialize.theme),
    places: record.places.map(serialize.place),
    terms: record.terms.map(serialize.term),
    relations: record.relations.map(({ data }) => data),
  };
}

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
  entries: entry.extend({
    ...own,
    actors: z
      .array(entry.shape.actors.unwrap().element.partial({ role: true }))
      .describe('Actors of its statements, those with a role first.'),
    themes: z.array(id).min(1).describe('Themes, most important first.'),
    passages: passages.shape.passages,
    body,
  }),
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
