import type { SiteMetadata } from '../config/site.ts';
import { actorPath, sourcePath, statementPath } from '../paths/paths.ts';
import type { SpeakerNode, StatementNode, TheRecord } from '../record/model.ts';

/**
 * Returns each statement as an annotation of the original article (W3C Web Annotation Data Model). It selects the words that the statement
 * quotes, else the opening of the passage.
 */
export const annotations = (record: TheRecord, site: SiteMetadata): object => {
  const id = site.url('/data/annotations.jsonld');
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: `Statements of ${site.name}, edition ${site.edition}`,
    creator: { id: site.url('/#record'), type: 'Organization', name: site.name },
    rights: site.license,
    total: record.statements.length,
    first: {
      id: `${id}#page`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: record.statements.map((statement) => annotation(statement, site)),
    },
  };
};

/**
 * Returns the chain of voices of each statement in terms of PROV-O: what the speaker said, each passing on, the article, and the statement
 * of the Record that is derived from them.
 */
export const provenance = (record: TheRecord, site: SiteMetadata): object => ({
  '@context': { prov: 'http://www.w3.org/ns/prov#', name: 'http://schema.org/name' },
  '@graph': [
    ...record.actors.map(({ id, data }) => ({
      '@id': actorId(id, site),
      '@type': ['prov:Agent', data.person ? 'prov:Person' : 'prov:Organization'],
      name: data.names.en,
    })),
    ...record.entries.map((entry) => ({
      '@id': articleId(entry.id, site),
      '@type': 'prov:Entity',
      name: entry.data.source.title,
      'prov:wasAttributedTo': (entry.authors.length > 0 ? entry.authors : [entry.publisher]).map(({ id }) => ({
        '@id': actorId(id, site),
      })),
      'prov:alternateOf': { '@id': entry.data.source.addresses[0]!.url },
    })),
    ...record.statements.flatMap((statement) => chain(statement, site)),
  ],
});

const annotation = (statement: StatementNode, site: SiteMetadata) => ({
  id: `${site.url(statementPath(statement.id))}#annotation`,
  type: 'Annotation',
  motivation: 'describing',
  body: {
    type: 'TextualBody',
    value: statement.data.text,
    format: 'text/plain',
    language: 'en',
    purpose: 'describing',
  },
  target: targets(statement),
  rights: site.license,
  'dcterms:isPartOf': { id: site.url(statementPath(statement.id)) },
});

function targets({ data: { at, quotes }, entry }: StatementNode): object[] {
  const source = entry.data.source.addresses[0]!.url;
  const selected = at.flatMap((locator) => {
    const words = quotes.filter((quote) => quote.at === locator).map((quote) => quote.words);
    return words.length > 0 ? words : [entry.passages[locator]!.opening];
  });
  return selected.map((exact) => ({ type: 'SpecificResource', source, selector: { type: 'TextQuoteSelector', exact } }));
}

function chain({ id, speakers, via, entry }: StatementNode, site: SiteMetadata): object[] {
  const url = site.url(statementPath(id));
  const utterances = [speakers, ...via].map((voices, index) => ({
    '@id': `${url}#voice-${index}`,
    '@type': 'prov:Entity',
    'prov:wasAttributedTo': voices.map((voice) => agent(voice, site)),
    ...(index > 0 && { 'prov:wasDerivedFrom': { '@id': `${url}#voice-${index - 1}` } }),
  }));
  return [
    ...utterances,
    {
      '@id': `${url}#claim`,
      '@type': 'prov:Entity',
      'prov:wasDerivedFrom': { '@id': utterances.at(-1)!['@id'] },
      'prov:hadPrimarySource': { '@id': articleId(entry.id, site) },
    },
  ];
}

const agent = ({ actor, unnamed }: SpeakerNode, site: SiteMetadata) =>
  actor ? { '@id': actorId(actor.id, site) } : { '@type': 'prov:Agent', name: unnamed };

const actorId = (id: string, site: SiteMetadata) => site.url(`${actorPath(id)}#actor`);
const articleId = (entry: string, site: SiteMetadata) => site.url(`${sourcePath(entry)}#article`);
