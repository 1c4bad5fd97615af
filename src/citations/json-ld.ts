import { sayDate } from '../dates/format.ts';
import { dataAddress, termsAddress, themesAddress } from '../paths/paths.ts';
import type { Citable } from './citable.ts';
import { forms, formAddress } from './head.ts';
import { isoDate, isoSpan } from './csl-date.ts';
import { joinGraphs, node, type GraphDocument, type GraphNode } from './graph.ts';
import { ACTOR_TYPES, alternateNames, ids, mention, sourceType } from './graph-nodes.ts';
import type { CitedSite } from './site-metadata.ts';

/** The graph of a citable thing's page (JSON-LD 1.1, schema.org 30): the page, the thing it tells of, and the Record they belong to. */
export const pageGraph = (citable: Citable, site: CitedSite): GraphDocument =>
  document([...thingGraph(citable, site), ...recordGraph(site)]);

/** The graph of everything: nodes that pages share are there once. */
export const wholeGraph = (citables: readonly Citable[], site: CitedSite): GraphDocument =>
  document(joinGraphs([...citables.map((citable) => thingGraph(citable, site)), recordGraph(site)]));

const document = (graph: GraphNode[]): GraphDocument => ({ '@context': 'https://schema.org', '@graph': graph });

function recordGraph(site: CitedSite): GraphNode[] {
  const { site: website, record } = ids(site);
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

function thingGraph(citable: Citable, site: CitedSite): GraphNode[] {
  const { subject } = citable;
  switch (subject.kind) {
    case 'entry':
      return [entryNode(citable, subject.node, site)];
    case 'source':
      return [aboutPage(citable, site, ids(site).source(subject.node)), sourceNode(citable, subject.node, site)];
    case 'statement':
      return [aboutPage(citable, site, ids(site).statement(subject.node)), claimNode(citable, subject.node, site)];
    case 'event':
      return [aboutPage(citable, site, ids(site).event(subject.node)), eventNode(citable, subject.node, site)];
    case 'actor':
      return [aboutPage(citable, site, ids(site).actor(subject.node)), actorNode(citable, subject.node, site)];
    case 'theme':
      return [
        aboutPage(citable, site, ids(site).theme(subject.node)),
        termNode(citable, ids(site).theme(subject.node), ids(site).themes),
        node({ '@type': 'DefinedTermSet', '@id': ids(site).themes, name: `Themes of ${site.name}`, url: site.url(themesAddress) }),
      ];
    case 'term':
      return [
        aboutPage(citable, site, ids(site).term(subject.node)),
        termNode(citable, ids(site).term(subject.node), ids(site).terms),
        node({ '@type': 'DefinedTermSet', '@id': ids(site).terms, name: `Terms of ${site.name}`, url: site.url(termsAddress) }),
      ];
    case 'place':
      return [aboutPage(citable, site, ids(site).place(subject.node)), placeNode(citable, subject.node, site)];
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
      return [dataNode(citable, site)];
  }
}

type NodeOf<Kind extends Citable['subject']['kind']> = Extract<Citable['subject'], { kind: Kind }>['node'];

/** What every page of the Record says of itself. */
const pageTerms = ({ csl, url, modified, subject }: Citable, site: CitedSite) => ({
  url,
  author: { '@id': ids(site).record },
  publisher: { '@id': ids(site).record },
  // A source's date is the article's: its page came out with the edition.
  datePublished: subject.kind === 'source' ? site.issued : isoDate(csl.issued),
  dateModified: modified,
  version: site.edition,
  license: site.license,
  inLanguage: 'en',
  isPartOf: { '@id': ids(site).site },
});

const aboutPage = (citable: Citable, site: CitedSite, about: string): GraphNode =>
  node({ '@type': 'AboutPage', '@id': citable.url, name: citable.csl.title, ...pageTerms(citable, site), mainEntity: { '@id': about } });

function entryNode(citable: Citable, entry: NodeOf<'entry'>, site: CitedSite): GraphNode {
  const named = mention(site);
  return node({
    '@type': 'Article',
    '@id': ids(site).entry(entry),
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

function sourceNode({ csl, keywords }: Citable, entry: NodeOf<'source'>, site: CitedSite): GraphNode {
  const named = mention(site);
  const { published } = entry.data.source;
  return node({
    '@type': sourceType(entry),
    '@id': ids(site).source(entry),
    headline: csl.title,
    url: csl.URL,
    sameAs: entry.data.source.addresses.slice(1).map(({ url }) => url),
    author: entry.authors.map(named.actor),
    publisher: { ...named.actor(entry.publisher), ownershipFundingInfo: entry.data.standpoint.owner },
    datePublished: isoDate(csl.issued),
    // What a schema.org date cannot say.
    ...(published.basis !== 'printed' && { creditText: csl.note }),
    inLanguage: csl.language,
    keywords: keywords.join(', '),
    subjectOf: named.entry(entry),
    provider: entry.copyAt && named.actor(entry.copyAt),
  });
}

function claimNode(citable: Citable, statement: NodeOf<'statement'>, site: CitedSite): GraphNode {
  const named = mention(site);
  const { data, entry } = statement;
  return node({
    '@type': 'Claim',
    '@id': ids(site).statement(statement),
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

function eventNode(citable: Citable, event: NodeOf<'event'>, site: CitedSite): GraphNode {
  const named = mention(site);
  const { date, title } = event.data;
  const { start, end } = isoSpan(date.edtf);
  return node({
    '@type': 'Event',
    '@id': ids(site).event(event),
    name: title,
    description: `${sayDate(date.edtf, date.basis)}. ${citable.csl.abstract}`,
    url: citable.url,
    startDate: start,
    endDate: end,
    location: event.places.map(named.place),
    about: event.actors.map(({ actor }) => named.actor(actor)),
    subjectOf: event.statements.map(named.statement),
  });
}

function actorNode(citable: Citable, actor: NodeOf<'actor'>, site: CitedSite): GraphNode {
  const { names, kind, person, identifiers } = actor.data;
  return node({
    '@type': ACTOR_TYPES[kind],
    '@id': ids(site).actor(actor),
    name: names.en,
    alternateName: alternateNames(names),
    familyName: person?.family,
    givenName: person?.given,
    url: citable.url,
    sameAs: identifiers?.wikidata && `https://www.wikidata.org/entity/${identifiers.wikidata}`,
  });
}

const termNode = ({ csl, url }: Citable, id: string, set: string): GraphNode =>
  node({ '@type': 'DefinedTerm', '@id': id, name: csl.title, description: csl.abstract, url, inDefinedTermSet: { '@id': set } });

function placeNode(citable: Citable, place: NodeOf<'place'>, site: CitedSite): GraphNode {
  const { names, coordinates } = place.data;
  return node({
    '@type': 'Place',
    '@id': ids(site).place(place),
    name: names.en,
    alternateName: alternateNames(names),
    description: citable.csl.abstract,
    url: citable.url,
    geo: { '@type': 'GeoCoordinates', latitude: coordinates.lat, longitude: coordinates.lon },
    containedInPlace: place.within && mention(site).place(place.within),
  });
}

function dataNode(citable: Citable, site: CitedSite): GraphNode {
  return node({
    '@type': 'Dataset',
    '@id': ids(site).data,
    name: citable.csl.title,
    description: citable.csl.abstract,
    ...pageTerms(citable, site),
    creator: { '@id': ids(site).record },
    keywords: citable.keywords,
    isAccessibleForFree: true,
    temporalCoverage: '2015/2026',
    distribution: DISTRIBUTIONS.map(([name, type]) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: type,
      contentUrl: site.url(`${dataAddress}${name}`),
    })),
    encoding: encodings(citable, site),
  });
}

/** The other forms of a page, as downloads. */
const encodings = (citable: Citable, site: CitedSite): GraphNode[] =>
  forms.map(({ ending, type, label }) => ({
    '@type': 'MediaObject',
    name: label,
    encodingFormat: type,
    contentUrl: site.url(formAddress(citable.address, ending)),
  }));

const DISTRIBUTIONS = [
  ['record.json', 'application/json'],
  ['record.jsonld', 'application/ld+json'],
  ['record.bib', 'application/x-bibtex'],
  ['record.ris', 'application/x-research-info-systems'],
  ['record.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['datapackage.json', 'application/json'],
] as const;
