import type { ActorNode, EntryNode, EventNode, PlaceNode, StatementNode, TermNode, ThemeNode, SpeakerNode } from '../record/model.ts';
import type { ActorKind } from '../schema/actor.ts';
import { localizedNames, type Names } from '../schema/names.ts';
import {
  actorPath,
  entryPath,
  eventPath,
  placePath,
  sourcePath,
  statementPath,
  termPath,
  termsPath,
  themePath,
  themesPath,
} from '../paths/paths.ts';
import { node, type GraphNode } from './graph.ts';
import type { SiteMetadata } from '../config/site.ts';

/** Absolute `@id`s of the things that pages tell of: the page's address with a fragment, the same wherever the thing is named. */
export const nodeIds = (site: SiteMetadata) => ({
  site: site.url('/#site'),
  record: site.url('/#record'),
  data: site.url('/data/#data'),
  themes: site.url(`${themesPath}#themes`),
  terms: site.url(`${termsPath}#terms`),
  entry: ({ id }: EntryNode) => site.url(`${entryPath(id)}#entry`),
  source: ({ id }: EntryNode) => site.url(`${sourcePath(id)}#article`),
  statement: ({ id }: StatementNode) => site.url(`${statementPath(id)}#claim`),
  event: ({ id }: EventNode) => site.url(`${eventPath(id)}#event`),
  actor: ({ id }: ActorNode) => site.url(`${actorPath(id)}#actor`),
  theme: ({ id }: ThemeNode) => site.url(`${themePath(id)}#theme`),
  place: ({ id }: PlaceNode) => site.url(`${placePath(id)}#place`),
  term: ({ id }: TermNode) => site.url(`${termPath(id)}#term`),
});

/** What schema.org calls an actor of a kind. */
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

/** Things as others name them: type, `@id` and name, no more. */
export const nodeReference = (site: SiteMetadata) => ({
  entry: (entry: EntryNode) => node({ '@type': 'Article', '@id': nodeIds(site).entry(entry), headline: entry.data.source.title }),
  source: (entry: EntryNode) => node({ '@type': sourceType(entry), '@id': nodeIds(site).source(entry), headline: entry.data.source.title }),
  statement: (statement: StatementNode) => node({ '@type': 'Claim', '@id': nodeIds(site).statement(statement) }),
  event: (event: EventNode) => node({ '@type': 'Event', '@id': nodeIds(site).event(event), name: event.data.title }),
  actor: (actor: ActorNode) =>
    node({ '@type': ACTOR_TYPES[actor.data.kind], '@id': nodeIds(site).actor(actor), name: actor.data.names.en }),
  theme: (theme: ThemeNode) => node({ '@type': 'DefinedTerm', '@id': nodeIds(site).theme(theme), name: theme.data.title }),
  place: (place: PlaceNode) => node({ '@type': 'Place', '@id': nodeIds(site).place(place), name: place.data.names.en }),
  // A voice that the article does not name may be a person, several or a body: it gets no type.
  voice: (voice: SpeakerNode): GraphNode => (voice.actor ? nodeReference(site).actor(voice.actor) : { name: voice.unnamed }),
});

/** What schema.org calls an article, by its genre. */
export function sourceType({ data }: EntryNode): string {
  return {
    commentary: 'Article',
    'news-analysis': 'AnalysisNewsArticle',
    opinion: 'OpinionNewsArticle',
    'news-report': 'ReportageNewsArticle',
    'wire-report': 'ReportageNewsArticle',
  }[data.source.genre];
}

/** Names in other languages and spellings, as JSON-LD language-tagged values where the language is known. */
export const alternateNames = (names: Names) => [
  ...localizedNames(names).flatMap(({ lang, name, reading }) =>
    [name, reading].filter((form) => form !== undefined).map((form) => ({ '@value': form, '@language': lang })),
  ),
  ...names.variants,
];
