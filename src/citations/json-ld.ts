import { formatPath, mediaType, pageFormats } from '../config/formats.ts';
import { formatDate } from '../dates/format.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import { dataPath, termsPath, themesPath } from '../paths/paths.ts';
import type { CitableItem } from './citable.ts';
import { toIsoDate, toIsoInterval } from './csl-date.ts';
import { joinGraphs, node, type GraphDocument, type GraphNode } from './graph.ts';
import { ACTOR_TYPES, alternateNames, nodeIds, nodeReference, sourceType } from './graph-nodes.ts';
import type { SiteMetadata } from '../config/site.ts';

/** The graph of a citable thing's page (JSON-LD 1.1, schema.org 30): the page, the thing it tells of, and the Record they belong to. */
export const pageGraph = (citable: CitableItem, site: SiteMetadata): GraphDocument =>
  document([...thingGraph(citable, site), ...recordGraph(site)]);

/** The graph of everything: nodes that pages share are there once. */
export const wholeGraph = (citables: readonly CitableItem[], site: SiteMetadata): GraphDocument =>
  document(joinGraphs([...citables.map((citable) => thingGraph(citable, site)), recordGraph(site)]));

const document = (graph: GraphNode[]): GraphDocument => ({ '@context': 'https://schema.org', '@graph': graph });

function recordGraph(site: SiteMetadata): GraphNode[] {
  const { site: website, record } = nodeIds(site);
  return [
    node({
      '@type': 'WebSite',
      '@id': website,
      name: site.name,
      url: site.url('/'),
      description: site.description,
      inLanguage: 'en',
      publisher: { '@id': record },
      license: site.license,
      version: site.edition,
      datePublished: site.issued,
    }),
    node({ '@type': 'Organization', '@id': record, name: site.name, url: site.url('/') }),
  ];
}

function thingGraph(citable: CitableItem, site: SiteMetadata): GraphNode[] {
  const { subject } = citable;
  switch (subject.kind) {
    case 'entry':
      return [entryNode(citable, subject.node, site)];
    case 'source':
      return [aboutPage(citable, site, nodeIds(site).source(subject.node)), sourceNode(citable, subject.node, site)];
    case 'statement':
      return [aboutPage(citable, site, nodeIds(site).statement(subject.node)), claimNode(citable, subject.node, site)];
    case 'event':
      return [aboutPage(citable, site, nodeIds(site).event(subject.node)), eventNode(citable, subject.node, site)];
    case 'actor':
      return [aboutPage(citable, site, nodeIds(site).actor(subject.node)), actorNode(citable, subject.node, site)];
    case 'theme':
      return [
        aboutPage(citable, site, nodeIds(site).theme(subject.node)),
        termNode(citable, nodeIds(site).theme(subject.node), nodeIds(site).themes),
        node({ '@type': 'DefinedTermSet', '@id': nodeIds(site).themes, name: `Themes of ${site.name}`, url: site.url(themesPath) }),
      ];
    case 'term':
      return [
        aboutPage(citable, site, nodeIds(site).term(subject.node)),
        termNode(citable, nodeIds(site).term(subject.node), nodeIds(site).terms),
        node({ '@type': 'DefinedTermSet', '@id': nodeIds(site).terms, name: `Terms of ${site.name}`, url: site.url(termsPath) }),
      ];
    case 'place':
      return [aboutPage(citable, site, nodeIds(site).place(subject.node)), placeNode(citable, subject.node, site)];
    case 'withdrawn':
      return [
        node({
          '@type': 'WebPage',
          '@id': citable.url,
          name: citable.csl.title,
          abstract: citable.csl.abstract,
          ...pageTerms(citable, site),
          creativeWorkStatus: 'Withdrawn',
        }),
      ];
    case 'data':
      return [dataNode(citable, subject.node, site)];
  }
}

type NodeOf<Kind extends CitableItem['subject']['kind']> = Extract<CitableItem['subject'], { kind: Kind }>['node'];

/** What every page of the Record says of itself. */
const pageTerms = ({ csl, url, modified, subject }: CitableItem, site: SiteMetadata) => ({
  url,
  author: { '@id': nodeIds(site).record },
  publisher: { '@id': nodeIds(site).record },
  // A source's date is the article's: its page came out with the edition.
  datePublished: subject.kind === 'source' ? site.issued : toIsoDate(csl.issued),
  dateModified: modified,
  version: site.edition,
  license: site.license,
  inLanguage: 'en',
  isPartOf: { '@id': nodeIds(site).site },
});

const aboutPage = (citable: CitableItem, site: SiteMetadata, about: string): GraphNode =>
  node({ '@type': 'AboutPage', '@id': citable.url, name: citable.csl.title, ...pageTerms(citable, site), mainEntity: { '@id': about } });

function entryNode(citable: CitableItem, entry: NodeOf<'entry'>, site: SiteMetadata): GraphNode {
  const named = nodeReference(site);
  return node({
    '@type': 'Article',
    '@id': nodeIds(site).entry(entry),
    headline: citable.csl.title,
    abstract: citable.csl.abstract,
    ...pageTerms(citable, site),
    mainEntityOfPage: citable.url,
    about: [named.source(entry), ...entry.themes.map(named.theme)],
    mentions: entry.actors.map(({ actor }) => named.actor(actor)),
    citation: named.source(entry),
    encoding: encodings(citable, site),
  });
}

function sourceNode({ csl, keywords }: CitableItem, entry: NodeOf<'source'>, site: SiteMetadata): GraphNode {
  const named = nodeReference(site);
  const { published } = entry.data.source;
  return node({
    '@type': sourceType(entry),
    '@id': nodeIds(site).source(entry),
    headline: csl.title,
    url: csl.URL,
    sameAs: entry.data.source.addresses.slice(1).map(({ url }) => url),
    author: entry.authors.map(named.actor),
    publisher: { ...named.actor(entry.publisher), ownershipFundingInfo: entry.data.standpoint.owner },
    datePublished: toIsoDate(csl.issued),
    // What a schema.org date cannot say.
    ...(published.basis !== 'printed' && { creditText: csl.note }),
    inLanguage: csl.language,
    keywords: keywords.join(', '),
    subjectOf: named.entry(entry),
    provider: entry.archivedBy && named.actor(entry.archivedBy),
  });
}

function claimNode(citable: CitableItem, statement: NodeOf<'statement'>, site: SiteMetadata): GraphNode {
  const named = nodeReference(site);
  const { data, entry } = statement;
  return node({
    '@type': 'Claim',
    '@id': nodeIds(site).statement(statement),
    name: citable.csl.title,
    text: data.text,
    url: citable.url,
    author: statement.speakers.map(named.voice),
    appearance: named.source(entry),
    // The paragraph belongs to this appearance, not to the article.
    citation: citable.csl.note,
    position: data.n,
    creativeWorkStatus: citable.withdrawn && 'Withdrawn',
    isPartOf: named.entry(entry),
    about: [...statement.themes.map(named.theme), ...statement.events.map(named.event)],
    mentions: statement.actors.map(named.actor),
    spatialCoverage: statement.places.map(named.place),
    temporal: data.date.edtf ?? undefined,
    inLanguage: 'en',
    encoding: encodings(citable, site),
  });
}

function eventNode(citable: CitableItem, event: NodeOf<'event'>, site: SiteMetadata): GraphNode {
  const named = nodeReference(site);
  const { date, title } = event.data;
  const { start, end } = toIsoInterval(date.edtf);
  return node({
    '@type': 'Event',
    '@id': nodeIds(site).event(event),
    name: title,
    description: `${formatDate(date.edtf, date.basis)}. ${citable.csl.abstract}`,
    url: citable.url,
    startDate: start,
    endDate: end,
    location: event.places.map(named.place),
    about: event.actors.map(({ actor }) => named.actor(actor)),
    subjectOf: event.statements.map(named.statement),
  });
}

function actorNode(citable: CitableItem, actor: NodeOf<'actor'>, site: SiteMetadata): GraphNode {
  const { names, kind, person, identifiers } = actor.data;
  return node({
    '@type': ACTOR_TYPES[kind],
    '@id': nodeIds(site).actor(actor),
    name: names.en,
    alternateName: alternateNames(names),
    familyName: person?.family,
    givenName: person?.given,
    url: citable.url,
    sameAs: identifiers?.wikidata && `https://www.wikidata.org/entity/${identifiers.wikidata}`,
  });
}

const termNode = ({ csl, url }: CitableItem, id: string, set: string): GraphNode =>
  node({ '@type': 'DefinedTerm', '@id': id, name: csl.title, description: csl.abstract, url, inDefinedTermSet: { '@id': set } });

function placeNode(citable: CitableItem, place: NodeOf<'place'>, site: SiteMetadata): GraphNode {
  const { names, coordinates } = place.data;
  return node({
    '@type': 'Place',
    '@id': nodeIds(site).place(place),
    name: names.en,
    alternateName: alternateNames(names),
    description: citable.csl.abstract,
    url: citable.url,
    geo: { '@type': 'GeoCoordinates', latitude: coordinates.lat, longitude: coordinates.lon },
    containedInPlace: place.parent && nodeReference(site).place(place.parent),
  });
}

function dataNode(citable: CitableItem, record: NodeOf<'data'>, site: SiteMetadata): GraphNode {
  const { firstYear, lastYear } = corpusSummary(record);
  return node({
    '@type': 'Dataset',
    '@id': nodeIds(site).data,
    name: citable.csl.title,
    description: citable.csl.abstract,
    ...pageTerms(citable, site),
    creator: { '@id': nodeIds(site).record },
    keywords: citable.keywords,
    isAccessibleForFree: true,
    temporalCoverage: `${firstYear}/${lastYear}`,
    distribution: DISTRIBUTIONS.map((name) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: mediaType(name),
      contentUrl: site.url(`${dataPath}${name}`),
    })),
    encoding: encodings(citable, site),
  });
}

/** The other forms of a page, as downloads. */
const encodings = (citable: CitableItem, site: SiteMetadata): GraphNode[] =>
  pageFormats.map(({ extension, type, label }) => ({
    '@type': 'MediaObject',
    name: label,
    encodingFormat: type,
    contentUrl: site.url(formatPath(citable.address, extension)),
  }));

/** Files of the data that hold the whole Record. */
const DISTRIBUTIONS = ['record.json', 'record.jsonld', 'record.bib', 'record.ris', 'record.csl.json', 'datapackage.json'];
