import { formatPath, mediaType, pageFormats, termsPath, themesPath } from '../paths/paths.ts';
import type { SiteMetadata } from '../config/site.ts';
import { formatDate } from '../dates/format.ts';
import { corpusSummary } from '../record/model.ts';
import { localizedNames, type Names } from '../schema/field-types.ts';
import type { CitableItem, CitableKind, CitableNodes, Dataset } from './citable.ts';
import { toIsoDate, toIsoInterval } from './csl.ts';
import { node, references, schemaType, type GraphNode, type Terms } from './graph.ts';

/** A JSON-LD document: one graph in the context of schema.org. */
export interface GraphDocument {
  '@context': 'https://schema.org';
  '@graph': GraphNode[];
}

/**
 * Returns the graph of a citable page (JSON-LD 1.1, schema.org 30): the page, what it is about, the site, and the trail to the page.
 * It leaves out what the page has elsewhere: its other formats, which are links, and the people in an article. `wholeGraph` has both.
 *
 * @param trail names and paths of the pages from the section to this page
 */
export const pageGraph = (
  citable: CitableItem,
  site: SiteMetadata,
  trail: readonly { name: string; address: string }[] = [],
): GraphDocument => {
  const isEntry = citable.subject.kind === 'entry';
  const things = thingGraph(citable, site).map(({ encoding: _, mentions, ...thing }) => (isEntry ? thing : { ...thing, mentions }));
  return document([...things, ...recordGraph(site), ...(trail.length > 1 ? [breadcrumbs(trail, site)] : [])]);
};

/** Returns the graph of the whole Record. A node that several pages share is there once, with the terms of all of them. */
export function wholeGraph(citables: readonly CitableItem[], site: SiteMetadata, dataset?: Dataset): GraphDocument {
  const nodes = new Map<string, GraphNode>();
  const all = citables.map((citable) => (citable.subject.kind === 'data' && dataset ? { ...citable, dataset } : citable));
  for (const each of [...all.flatMap((citable) => thingGraph(citable, site)), ...recordGraph(site)])
    nodes.set(each['@id']!, { ...nodes.get(each['@id']!), ...each });
  return document([...nodes.values()]);
}

const breadcrumbs = (trail: readonly { name: string; address: string }[], site: SiteMetadata): GraphNode =>
  node('BreadcrumbList', undefined, {
    itemListElement: trail.map(({ name, address }, index) =>
      node('ListItem', undefined, { position: index + 1, name, item: site.url(address) }),
    ),
  });

const document = (graph: GraphNode[]): GraphDocument => ({ '@context': 'https://schema.org', '@graph': graph });

const recordGraph = (site: SiteMetadata): GraphNode[] => [
  node('WebSite', site.url('/#site'), {
    name: site.name,
    url: site.url('/'),
    inLanguage: 'en',
    publisher: { '@id': site.url('/#record') },
    license: site.license,
    version: site.edition,
    datePublished: site.issued,
    editor: site.editor && node('Person', undefined, { name: site.editor.name, sameAs: site.editor.orcid }),
  }),
  node('Organization', site.url('/#record'), { name: site.name, url: site.url('/') }),
];

/** Returns the nodes of a thing: its page, the thing, and the set of terms that it belongs to. */
function thingGraph(citable: CitableItem, site: SiteMetadata): GraphNode[] {
  const { kind } = citable.subject;
  const id = citable.url + FRAGMENTS[kind];
  const thing = node(schemaType(citable.subject), id, thingTerms(citable.subject, citable, site));
  if (kind === 'entry' || kind === 'withdrawn' || kind === 'data') return [thing];
  const page = node('AboutPage', citable.url, { name: citable.csl.title, ...pageTerms(citable, site), mainEntity: { '@id': id } });
  if (kind !== 'theme' && kind !== 'term') return [page, thing];
  const set = TERM_SETS[kind];
  return [page, thing, node('DefinedTermSet', site.url(set.id), { name: `${set.name} of ${site.name}`, url: site.url(set.path) })];
}

/** Fragments of the `@id` of things: the same wherever a thing is named. */
const FRAGMENTS: Record<CitableKind, string> = {
  entry: '#entry',
  source: '#article',
  statement: '#claim',
  event: '#event',
  actor: '#actor',
  theme: '#theme',
  question: '#question',
  place: '#place',
  term: '#term',
  withdrawn: '',
  data: '#data',
};

const TERM_SETS = {
  theme: { id: `${themesPath}#themes`, name: 'Themes', path: themesPath },
  term: { id: `${termsPath}#terms`, name: 'Terms', path: termsPath },
};

/** Returns the terms of every page of the Record. */
const pageTerms = ({ csl, url, modified, subject }: CitableItem, site: SiteMetadata): Terms => ({
  url,
  author: { '@id': site.url('/#record') },
  publisher: { '@id': site.url('/#record') },
  // The date of a source is the article's. Its page was published with the edition.
  datePublished: subject.kind === 'source' ? site.issued : toIsoDate(csl.issued),
  dateModified: modified,
  version: site.edition,
  license: site.license,
  inLanguage: 'en',
  isPartOf: { '@id': site.url('/#site') },
});

type TermsOf = { [Kind in CitableKind]: (node: CitableNodes[Kind], citable: CitableItem, site: SiteMetadata) => Terms };

const thingTerms = <Kind extends CitableKind>(
  { kind, node }: { kind: Kind; node: CitableNodes[Kind] },
  citable: CitableItem,
  site: SiteMetadata,
): Terms => termsOf[kind](node, citable, site);

const termsOf: TermsOf = {
  entry(entry, citable, site) {
    const named = references(site);
    return {
      headline: citable.csl.title,
      abstract: citable.csl.abstract,
      ...pageTerms(citable, site),
      about: [named.source(entry), ...entry.themes.map(named.theme)],
      mentions: entry.actors.map(({ actor }) => named.actor(actor)),
      citation: { '@id': named.source(entry)['@id'] },
      encoding: encodings(citable, site),
    };
  },
  source(entry, { csl, keywords }, site) {
    const named = references(site);
    const { published, addresses } = entry.data.source;
    return {
      headline: csl.title,
      url: csl.URL,
      sameAs: addresses.slice(1).map(({ url }) => url),
      author: (entry.authors.length > 0 ? entry.authors : [entry.publisher]).map(named.actor),
      publisher: { ...named.actor(entry.publisher), ownershipFundingInfo: entry.data.standpoint.owner },
      datePublished: toIsoDate(csl.issued),
      // A date of schema.org cannot be marked as inferred, so the note says it.
      ...(published.basis !== 'printed' && { creditText: csl.note }),
      inLanguage: csl.language,
      keywords: keywords.join(', '),
      subjectOf: named.entry(entry),
      provider: entry.archivedBy && named.actor(entry.archivedBy),
    };
  },
  statement(statement, citable, site) {
    const named = references(site);
    const { data, entry } = statement;
    return {
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
      license: site.license,
      publisher: { '@id': site.url('/#record') },
      encoding: encodings(citable, site),
    };
  },
  event(event, { csl, url }, site) {
    const named = references(site);
    const { date, title } = event.data;
    const { start, end } = toIsoInterval(date.edtf);
    return {
      name: title,
      description: `${formatDate(date.edtf, date.basis)}. ${csl.abstract}`,
      url,
      subjectOf: event.statements.map(named.statement),
      ...(date.edtf !== null && {
        startDate: start,
        endDate: end,
        location: event.places.map(named.place),
        about: event.actors.map(({ actor }) => named.actor(actor)),
      }),
    };
  },
  actor: ({ data: { names, person, identifiers } }, { url }) => ({
    name: names.en,
    alternateName: alternateNames(names),
    familyName: person?.family,
    givenName: person?.given,
    url,
    sameAs: identifiers?.wikidata && `https://www.wikidata.org/entity/${identifiers.wikidata}`,
  }),
  theme: (_, citable, site) => definedTerm(citable, site.url(TERM_SETS.theme.id)),
  term: (_, citable, site) => definedTerm(citable, site.url(TERM_SETS.term.id)),
  question: ({ theme, positions }, { name, url }, site) => ({
    name,
    url,
    about: references(site).theme(theme),
    answerCount: positions.filter(({ text }) => text).length,
  }),
  place: ({ data: { names, coordinates }, parent }, { csl, url }, site) => ({
    name: names.en,
    alternateName: alternateNames(names),
    description: csl.abstract,
    url,
    geo: { '@type': 'GeoCoordinates', latitude: coordinates.lat, longitude: coordinates.lon },
    containedInPlace: parent && references(site).place(parent),
  }),
  withdrawn: (_, citable, site) => ({
    name: citable.csl.title,
    abstract: citable.csl.abstract,
    ...pageTerms(citable, site),
    creativeWorkStatus: 'Withdrawn',
  }),
  data(record, citable, site) {
    const { firstYear, lastYear } = corpusSummary(record);
    return {
      name: citable.csl.title,
      description: citable.csl.abstract,
      ...pageTerms(citable, site),
      creator: { '@id': site.url('/#record') },
      keywords: citable.keywords,
      isAccessibleForFree: true,
      temporalCoverage: `${firstYear}/${lastYear}`,
      isBasedOn: record.entries.map(references(site).source),
      variableMeasured: citable.dataset?.variables,
      distribution: citable.dataset?.files.map(({ name, path, bytes, sha256 }) =>
        node('DataDownload', undefined, {
          name,
          encodingFormat: mediaType(name) ?? 'text/plain',
          contentUrl: site.url(path),
          contentSize: `${bytes} B`,
          sha256,
        }),
      ),
      encoding: encodings(citable, site),
    };
  },
};

const definedTerm = ({ name, csl, url }: CitableItem, set: string): Terms => ({
  name,
  description: csl.abstract,
  url,
  inDefinedTermSet: { '@id': set },
});

/** Returns the other formats of a page as downloads. */
const encodings = (citable: CitableItem, site: SiteMetadata): GraphNode[] =>
  pageFormats.map(({ extension, type }) => ({
    '@type': 'MediaObject',
    encodingFormat: type,
    contentUrl: site.url(formatPath(citable.address, extension)),
  }));

/** Returns names in other languages as language-tagged values, then spellings whose language is not known. */
const alternateNames = (names: Names) => [
  ...localizedNames(names).flatMap(({ lang, name, reading }) =>
    [name, reading].filter((form) => form !== undefined).map((form) => ({ '@value': form, '@language': lang })),
  ),
  ...names.variants,
];
