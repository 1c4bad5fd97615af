import type { SiteMetadata } from '../config/site.ts';
import { actorPath, entryPath, eventPath, placePath, sourcePath, statementPath, themePath } from '../paths/paths.ts';
import type { ActorNode, EntryNode, EventNode, PlaceNode, SpeakerNode, StatementNode, ThemeNode } from '../record/model.ts';
import type { ActorKind } from '../schema/items.ts';
import type { Genre } from '../schema/entry.ts';
import type { CitableKind, Subject } from './citable.ts';

/** A node of JSON-LD 1.1 in the vocabulary of schema.org (release 30). Its `@id` is absolute. */
export interface GraphNode {
  '@type'?: string | string[];
  '@id'?: string;
  [term: string]: GraphValue | undefined;
}

type GraphValue = string | number | boolean | GraphNode | readonly GraphValue[];
/** Terms of a node; those without a value are left out of it. */
export type Terms = { [term: string]: GraphValue | undefined };

/** Returns a node without the terms that have no value. */
export function node(type: string | undefined, id: string | undefined, terms: Terms): GraphNode {
  const all: Terms = { '@type': type, '@id': id, ...terms };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Returns the type of schema.org of what a page is about. */
export function schemaType({ kind, node }: Subject): string {
  if (kind === 'event') return eventType(node);
  if (kind === 'source') return SOURCE_TYPES[node.data.source.genre];
  return kind === 'actor' ? ACTOR_TYPES[node.data.kind] : TYPES[kind];
}

const TYPES: Record<Exclude<CitableKind, 'source' | 'actor' | 'event'>, string> = {
  entry: 'Article',
  statement: 'Claim',
  theme: 'DefinedTerm',
  question: 'Question',
  place: 'Place',
  term: 'DefinedTerm',
  withdrawn: 'WebPage',
  data: 'Dataset',
};

const ACTOR_TYPES: Record<ActorKind, string> = {
  person: 'Person',
  state: 'Country',
  'government-body': 'GovernmentOrganization',
  party: 'PoliticalParty',
  company: 'Organization',
  outlet: 'NewsMediaOrganization',
  'think-tank': 'Organization',
  grouping: 'Organization',
};

const SOURCE_TYPES: Record<Genre, string> = {
  commentary: 'Article',
  'news-analysis': 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  'news-report': 'ReportageNewsArticle',
  'wire-report': 'ReportageNewsArticle',
};

/** Returns functions that return things as other nodes name them: by type, `@id` and name. */
export function references({ url }: SiteMetadata) {
  const actor = (each: ActorNode) => node(ACTOR_TYPES[each.data.kind], url(`${actorPath(each.id)}#actor`), { name: each.data.names.en });
  return {
    actor,
    entry: ({ id, data }: EntryNode) => node('Article', url(`${entryPath(id)}#entry`), { headline: data.source.title }),
    source: ({ id, data: { source } }: EntryNode) =>
      node(SOURCE_TYPES[source.genre], url(`${sourcePath(id)}#article`), { headline: source.title }),
    statement: ({ id }: StatementNode) => node('Claim', url(`${statementPath(id)}#claim`), {}),
    event: (event: EventNode) => node(eventType(event), url(`${eventPath(event.id)}#event`), { name: event.data.title }),
    theme: ({ id, data }: ThemeNode) => node('DefinedTerm', url(`${themePath(id)}#theme`), { name: data.title }),
    place: ({ id, data }: PlaceNode) => node('Place', url(`${placePath(id)}#place`), { name: data.names.en }),
    // A speaker without a name in the article may be a person, several people or an organization, so the node has no type.
    speaker: (speaker: SpeakerNode): GraphNode => (speaker.actor ? actor(speaker.actor) : { name: speaker.unnamed }),
  };
}

/** Returns the type of an event. An `Event` of schema.org must have a start. */
const eventType = ({ data }: EventNode) => (data.date.edtf === null ? 'Thing' : 'Event');
