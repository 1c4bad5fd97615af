import { aboutPath, dataPath, formatPath, frozenPath, pageFormats } from '../paths/paths.ts';
import type { CitableItem } from './citable.ts';
import { formatInvertedName, formatNameWithComma, formatMappings, toIsoDate } from './csl.ts';
import { schemaType } from './graph.ts';
import type { SiteMetadata } from '../config/site.ts';

/** A tag of the head: `<meta>` by name or property, or `<link>`. */
export type HeadTag =
  | { tag: 'meta'; name: string; content: string }
  | { tag: 'meta'; property: string; content: string }
  | { tag: 'link'; rel: string; href: string; type?: string };

/**
 * Returns the tags of a citable page, in order: Highwire Press tags (as Google Scholar lists them), Dublin Core (DC-HTML), PRISM, Open
 * Graph, and Signposting with the page's other formats. The layout writes `canonical`.
 *
 * @param description what previews show of a page whose citation has no abstract
 */
export function headTags(citable: CitableItem, site: SiteMetadata, description = ''): HeadTag[] {
  const { csl, url, modified, keywords } = citable;
  const issued = toIsoDate(csl.issued);
  const container = csl['container-title'];
  const isOwn = citable.subject.kind !== 'source';
  return [
    meta('citation_title', csl.title),
    ...(csl.author ?? []).map((name) => meta('citation_author', formatNameWithComma(name))),
    ...(issued ? [meta('citation_publication_date', issued)] : []),
    meta('citation_public_url', csl.URL),
    ...(csl.DOI ? [meta('citation_doi', csl.DOI)] : []),
    meta('citation_language', csl.language),
    ...(csl.abstract ? [meta('citation_abstract', csl.abstract)] : []),
    ...(csl.publisher ? [meta('citation_publisher', csl.publisher)] : []),
    ...keywords.map((keyword) => meta('citation_keywords', keyword)),
    { tag: 'link', rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' },
    { tag: 'link', rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
    meta('DC.type', formatMappings[csl.type].zotero),
    ...(container ? [meta('DC.source', container)] : []),
    ...(isOwn ? [meta('prism.edition', site.edition)] : []),
    meta('DC.title', csl.title),
    ...(csl.author ?? []).map((name) => meta('DC.creator', formatInvertedName(name))),
    ...(csl.publisher ? [meta('DC.publisher', csl.publisher)] : []),
    meta('DC.language', csl.language),
    meta('DC.identifier', csl.URL),
    ...(isOwn ? [meta('DC.rights', site.license)] : []),
    ...(issued ? [meta('DCTERMS.issued', issued)] : []),
    ...(isOwn ? [meta('DCTERMS.modified', modified)] : []),
    property('og:type', 'article'),
    property('og:title', csl.title),
    property('og:url', url),
    property('og:site_name', site.name),
    property('og:description', csl.abstract ?? description),
    ...signpostingLinks(citable, site),
  ];
}

/** Returns the links of Signposting (level 1), as tags since static hosts set no headers. Each other format is an `alternate` too. */
function signpostingLinks(citable: CitableItem, site: SiteMetadata): HeadTag[] {
  const { kind } = citable.subject;
  return [
    link('cite-as', citedAs(citable, site)),
    ...pageFormats.map(({ extension, type }) => link('alternate describedby', site.url(formatPath(citable.address, extension)), type)),
    ...(kind === 'source' ? [] : [link('author', site.editor?.orcid ?? site.url(aboutPath)), link('license', site.license)]),
    link('type', 'https://schema.org/AboutPage'),
    link('type', `https://schema.org/${schemaType(citable.subject)}`),
    ...(kind === 'data' ? [] : [link('collection', site.url(dataPath))]),
  ];
}

/** Returns what a page asks to be cited as: a statement of a published edition as it is there, the data by their DOI. */
function citedAs({ subject, url, csl, withdrawn }: CitableItem, site: SiteMetadata): string {
  if (csl.DOI) return `https://doi.org/${csl.DOI}`;
  return subject.kind === 'statement' && !site.inPreparation && !withdrawn ? site.url(frozenPath(site.edition, subject.node.id)) : url;
}

const meta = (name: string, content: string): HeadTag => ({ tag: 'meta', name, content });
const property = (name: string, content: string): HeadTag => ({ tag: 'meta', property: name, content });
const link = (rel: string, href: string, type?: string): HeadTag => ({ tag: 'link', rel, href, ...(type && { type }) });
