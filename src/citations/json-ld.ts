import { formatPath, mediaType, pageFormats } from '../config/formats.ts';
import { formatDate } from '../dates/format.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import { dataPath, termsPath, themesPath } from '../paths/paths.ts';
import { localizedNames, type Names } from '../schema/names.ts';
import type { CitableItem, CitableKind, CitableNodes } from './citable.ts';
import { toIsoDate, toIsoInterval } from './csl-date.ts';
import { ACTOR_TYPES, joinGraphs, node, nodeIds, nodeReference, sourceType, type GraphDocument, type GraphNode } from './graph.ts';
import type { SiteMetadata } from '../config/site.ts';

/**
 * Returns the graph of a citable page (JSON-LD 1.1, schema.org 30): the page, what it is about, the site, and the trail to the page.
 *
 * @param trail names and paths of the pages from the section to this page
 */
export const pageGraph = (
  citable: CitableItem,
  site: SiteMetadata,
  trail: readonly { name: string; address: string }[] = [],
): GraphDocument => document([...thingGraph(citable, site), ...recordGraph(site), ...(trail.length > 1 ? [breadcrumbs(trail, site)] : [])]);

const breadcrumbs = (trail: readonly { name: string; address: string }[], site: SiteMetadata): GraphNode =>
  node({
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, address }, index) =>
      node({ '@type': 'ListItem', position: index + 1, name, item: site.url(address) }),
    ),
  });

/** Returns the graph of the whole Record. A node that several pages share is there once. */
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

/** Returns the nodes of a thing: its page, the thing, and the set of terms that it belongs to. */
function thingGraph(citable: CitableItem, site: SiteMetadata): GraphNode[] {
  const { kind } = citable.subject;
  const thing = thingNode(citable.subject, citable, site);
  if (kind === 'entry' || kind === 'withdrawn' || kind === 'data') return [thing];
  const page = node({
    '@type': 'AboutPage',
    '@id': citable.url,
    name: citable.csl.title,
    ...pageTerms(citable, site),
    mainEntity: { '@id': thing['@id']! },
  });
  if (kind !== 'theme' && kind !== 'term') return [page, thing];
  const { themes, terms } = nodeIds(site);
  const [id, name, path] = kind === 'theme' ? [themes, 'Themes', themesPath] : [terms, 'Terms', termsPath];
  return [page, thing, node({ '@type': 'DefinedTermSet', '@id': id, name: `${name} of ${site.name}`, url: site.url(path) })];
}

const thingNodes: { [Kind in CitableKind]: (citable: CitableItem, node: CitableNodes[Kind], site: SiteMetadata) => GraphNode } = {
  entry: entryNode,
  source: sourceNode,
  statement: claimNode,
  event: eventNode,
  actor: actorNode,
  theme: (citable, theme, site) => termNode(citable, nodeIds(site).theme(theme), nodeIds(site).themes),
  question: questionNode,
  place: placeNode,
  term: (citable, term, site) => termNode(citable, nodeIds(site).term(term), nodeIds(site).terms),
  withdrawn: withdrawnNode,
  data: dataNode,
};

const thingNode = <Kind extends CitableKind>(
  subject: { kind: Kind; node: CitableNodes[Kind] },
  citable: CitableItem,
  site: SiteMetadata,
): GraphNode => thingNodes[subject.kind](citable, subject.node, site);

/** Returns the terms of every page of the Record. */
const pageTerms = ({ csl, url, modified, subject }: CitableItem, site: SiteMetadata) => ({
  url,
  author: { '@id': nodeIds(site).record },
  publisher: { '@id': nodeIds(site).record },
  // The date of a source is the article's. Its page was published with the edition.
  datePublished: subject.kind === 'source' ? site.issued : toIsoDate(csl.issued),
  dateModified: modified,
  version: site.edition,
  license: site.license,
  inLanguage: 'en',
  isPartOf: { '@id': nodeIds(site).site },
});

function questionNode(citable: CitableItem, question: CitableNodes['question'], site: SiteMetadata): GraphNode {
  return node({
    '@type': 'Question',
    '@id': nodeIds(site).question(question),
    name: citable.csl.title,
    url: citable.url,
    about: nodeReference(site).theme(question.theme),
    answerCount: question.positions.filter(({ text }) => text).length,
  });
}

function entryNode(citable: CitableItem, entry: CitableNodes['entry'], site: SiteMetadata): GraphNode {
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

function sourceNode({ csl, keywords }: CitableItem, entry: CitableNodes['source'], site: SiteMetadata): GraphNode {
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
    // A date of schema.org cannot be marked as inferred, so the note says it.
    ...(published.basis !== 'printed' && { creditText: csl.note }),
    inLanguage: csl.language,
    keywords: keywords.join(', '),
    subjectOf: named.entry(entry),
    provider: entry.archivedBy && named.actor(entry.archivedBy),
  });
}

function claimNode(citable: CitableItem, statement: CitableNodes['statement'], site: SiteMetadata): GraphNode {
  const named = nodeReference(site);
  const { data, entry } = statement;
  return node({
    '@type': 'Claim',
    '@id': nodeIds(site).statement(statement),
    name: citable.csl.title,
    text: data.text,
    url: citable.url,
    author: statement.speakers.map(named.speaker),
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

function eventNode(citable: CitableItem, event: CitableNodes['event'], site: SiteMetadata): GraphNode {
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

function actorNode(citable: CitableItem, actor: CitableNodes['actor'], site: SiteMetadata): GraphNode {
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

function placeNode(citable: CitableItem, place: CitableNodes['place'], site: SiteMetadata): GraphNode {
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

function withdrawnNode(citable: CitableItem, _: CitableNodes['withdrawn'], site: SiteMetadata): GraphNode {
  return node({
    '@type': 'WebPage',
    '@id': citable.url,
    name: citable.csl.title,
    abstract: citable.csl.abstract,
    ...pageTerms(citable, site),
    creativeWorkStatus: 'Withdrawn',
  });
}

function dataNode(citable: CitableItem, record: CitableNodes['data'], site: SiteMetadata): GraphNode {
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

/** Returns the other formats of a page as downloads. */
const encodings = (citable: CitableItem, site: SiteMetadata): GraphNode[] =>
  pageFormats.map(({ extension, type, label }) => ({
    '@type': 'MediaObject',
    name: label,
    encodingFormat: type,
    contentUrl: site.url(formatPath(citable.address, extension)),
  }));

/** Files of the data that hold the whole Record. */
const DISTRIBUTIONS = ['record.json', 'record.jsonld', 'record.bib', 'record.ris', 'record.csl.json', 'datapackage.json'];

/** Returns names in other languages as language-tagged values, then spellings whose language is not known. */
const alternateNames = (names: Names) => [
  ...localizedNames(names).flatMap(({ lang, name, reading }) =>
    [name, reading].filter((form) => form !== undefined).map((form) => ({ '@value': form, '@language': lang })),
  ),
  ...names.variants,
];
