import type { SiteMetadata } from '../config/site.ts';
import type {
  ActorNode,
  EntryNode,
  EventNode,
  PlaceNode,
  QuestionNode,
  SpeakerNode,
  StatementNode,
  TermNode,
  ThemeNode,
} from '../record/model.ts';
import type { ActorKind } from '../schema/actor.ts';
import {
  actorPath,
  dataPath,
  entryPath,
  eventPath,
  placePath,
  questionPath,
  sourcePath,
  statementPath,
  termPath,
  termsPath,
  themePath,
  themesPath,
} from '../paths/paths.ts';

/** A node of JSON-LD 1.1 in the vocabulary of schema.org (release 30). Its `@id` is absolute. */
export interface GraphNode {
  '@type'?: string | string[];
  '@id'?: string;
  [term: string]: GraphValue | undefined;
}

type GraphValue = string | number | boolean | GraphNode | readonly GraphValue[];

/** A JSON-LD document: one graph in the context of schema.org. */
export interface GraphDocument {
  '@context': 'https://schema.org';
  '@graph': GraphNode[];
}

/** Returns a node without the terms that have no value. */
export function node(terms: { [term: string]: GraphValue | undefined }): GraphNode {
  return Object.fromEntries(
    Object.entries(terms).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Joins graphs. Nodes with the same `@id` become one, with the terms of all of them. */
export function joinGraphs(graphs: readonly GraphNode[][]): GraphNode[] {
  const nodes = new Map<string, GraphNode>();
  for (const each of graphs.flat()) nodes.set(each['@id']!, { ...nodes.get(each['@id']!), ...each });
  return [...nodes.values()];
}

/** Returns the absolute `@id`s of things: the URL of the page with a fragment, the same wherever the thing is named. */
export const nodeIds = (site: SiteMetadata) => ({
  site: site.url('/#site'),
  record: site.url('/#record'),
  data: site.url(`${dataPath}#data`),
  themes: site.url(`${themesPath}#themes`),
  terms: site.url(`${termsPath}#terms`),
  entry: ({ id }: EntryNode) => site.url(`${entryPath(id)}#entry`),
  source: ({ id }: EntryNode) => site.url(`${sourcePath(id)}#article`),
  statement: ({ id }: StatementNode) => site.url(`${statementPath(id)}#claim`),
  event: ({ id }: EventNode) => site.url(`${eventPath(id)}#event`),
  actor: ({ id }: ActorNode) => site.url(`${actorPath(id)}#actor`),
  theme: ({ id }: ThemeNode) => site.url(`${themePath(id)}#theme`),
  question: ({ id, theme }: QuestionNode) => site.url(`${questionPath(theme.id, id)}#question`),
  place: ({ id }: PlaceNode) => site.url(`${placePath(id)}#place`),
  term: ({ id }: TermNode) => site.url(`${termPath(id)}#term`),
});

/** Returns things as other nodes name them: by type, `@id` and name. */
export function nodeReference(site: SiteMetadata) {
  const ids = nodeIds(site);
  const actor = (each: ActorNode) => node({ '@type': ACTOR_TYPES[each.data.kind], '@id': ids.actor(each), name: each.data.names.en });
  return {
    actor,
    entry: (entry: EntryNode) => node({ '@type': 'Article', '@id': ids.entry(entry), headline: entry.data.source.title }),
    source: (entry: EntryNode) => node({ '@type': sourceType(entry), '@id': ids.source(entry), headline: entry.data.source.title }),
    statement: (statement: StatementNode) => node({ '@type': 'Claim', '@id': ids.statement(statement) }),
    event: (event: EventNode) => node({ '@type': 'Event', '@id': ids.event(event), name: event.data.title }),
    theme: (theme: ThemeNode) => node({ '@type': 'DefinedTerm', '@id': ids.theme(theme), name: theme.data.title }),
    place: (place: PlaceNode) => node({ '@type': 'Place', '@id': ids.place(place), name: place.data.names.en }),
    // A speaker without a name in the article may be a person, several people or an organization, so the node has no type.
    speaker: (speaker: SpeakerNode): GraphNode => (speaker.actor ? actor(speaker.actor) : { name: speaker.unnamed }),
  };
}

/** Types of schema.org by kind of actor. */
export const ACTOR_TYPES: Record<ActorKind, string> = {
  person: 'Person',
  state: 'Country',
  'government-body': 'GovernmentOrganization',
  party: 'PoliticalParty',
  company: 'Organization',
  outlet: 'NewsMediaOrganization',
  'think-tank': 'Organization',
  grouping: 'Organization',
};

/** Returns the type of schema.org of an article, by its genre. */
export function sourceType({ data }: EntryNode): string {
  return {
    commentary: 'Article',
    'news-analysis': 'AnalysisNewsArticle',
    opinion: 'OpinionNewsArticle',
    'news-report': 'ReportageNewsArticle',
    'wire-report': 'ReportageNewsArticle',
  }[data.source.genre];
}
