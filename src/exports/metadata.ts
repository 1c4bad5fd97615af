import { stringify } from 'yaml';
import type { CitableItem } from '../citations/citable.ts';
import { toIsoDate } from '../citations/csl.ts';
import { aboutPath, dataPath, formatPath, mediaType, pageFormats } from '../paths/paths.ts';
import { license, siteSlug, type SiteMetadata } from '../config/site.ts';
import type { Column, Table } from './columns.ts';

/** A file of the data, as metadata describe it. */
export interface DescribedFile {
  name: string;
  description: string;
  bytes: number;
}

/** What metadata describe: the data, the articles that they are about, and the files. */
export interface Described {
  data: CitableItem;
  sources: readonly CitableItem[];
  files: readonly DescribedFile[];
}

/** Files that are made from the list of the others. */
const LATER_FILES = ['linkset.json', 'ro-crate-metadata.json', 'datapackage.json', 'SHA256SUMS'];

/** Media type of link sets (RFC 9264). */
export const LINKSET_TYPE = 'application/linkset+json';

/** Formats `CITATION.cff` (Citation File Format 1.2.0). */
export const citationFile = ({ data, sources }: Described, site: SiteMetadata): string =>
  stringify({
    'cff-version': '1.2.0',
    message: 'Cite the data as below. Cite a statement by its own page.',
    type: 'dataset',
    title: data.csl.title,
    abstract: data.csl.abstract,
    authors: [{ name: site.name, website: site.url('/') }],
    ...(site.editor && { contact: [site.editor] }),
    version: site.edition,
    'date-released': site.issued,
    license: license.id,
    url: data.url,
    ...(site.doi && { doi: site.doi }),
    keywords: data.keywords,
    references: sources.map(({ csl }) => ({
      type: csl.type === 'webpage' ? 'website' : 'newspaper-article',
      title: csl.title,
      authors: csl.author!.map((name) =>
        name.literal === undefined ? { 'family-names': name.family, 'given-names': name.given } : { name: name.literal },
      ),
      publisher: { name: csl.publisher },
      year: Number(toIsoDate(csl.issued)?.slice(0, 4)) || undefined,
      url: csl.URL,
    })),
  });

/** Returns `codemeta.json` (CodeMeta 3.0): the program that makes the data and the site. */
export const codemeta = (site: SiteMetadata): object => ({
  '@context': 'https://w3id.org/codemeta/3.0',
  type: 'SoftwareSourceCode',
  name: siteSlug,
  description: `The program that makes the pages and data of ${site.name}.`,
  url: site.url('/'),
  version: site.edition,
  license: 'https://spdx.org/licenses/MIT',
  programmingLanguage: 'TypeScript',
  runtimePlatform: 'Node.js',
  author: [{ type: 'Organization', name: site.name, url: site.url('/') }],
  ...(site.editor && { maintainer: { type: 'Person', name: site.editor.name, ...(site.editor.orcid && { id: site.editor.orcid }) } }),
});

/** Returns the data in the JSON of DataCite (Metadata Schema 4.5). It has a DOI once the edition has one. */
export const datacite = ({ data, sources, files }: Described, site: SiteMetadata): object => ({
  schemaVersion: 'http://datacite.org/schema/kernel-4',
  ...(site.doi && { doi: site.doi }),
  types: { resourceTypeGeneral: 'Dataset', resourceType: 'Documentary edition' },
  creators: [{ name: site.name, nameType: 'Organizational' }],
  ...(site.editor && {
    contributors: [
      {
        name: site.editor.name,
        nameType: 'Personal',
        contributorType: 'Editor',
        ...(site.editor.orcid && {
          nameIdentifiers: [{ nameIdentifier: site.editor.orcid, nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org' }],
        }),
      },
    ],
  }),
  titles: [{ title: data.csl.title, lang: 'en' }],
  publisher: { name: site.name },
  publicationYear: site.issued.slice(0, 4),
  dates: [{ date: site.issued, dateType: 'Issued' }],
  language: 'en',
  version: site.edition,
  alternateIdentifiers: [{ alternateIdentifier: data.url, alternateIdentifierType: 'URL' }],
  subjects: data.keywords.map((subject) => ({ subject })),
  descriptions: [{ description: data.csl.abstract, descriptionType: 'Abstract', lang: 'en' }],
  rightsList: [
    {
      rights: license.title,
      rightsUri: license.url,
      rightsIdentifier: license.id,
      rightsIdentifierScheme: 'SPDX',
      schemeUri: 'https://spdx.org/licenses/',
    },
  ],
  formats: [...new Set(files.flatMap(({ name }) => mediaType(name) ?? []))],
  relatedIdentifiers: sources.map(({ csl }) => ({
    relatedIdentifier: csl.URL,
    relatedIdentifierType: 'URL',
    relationType: 'IsDerivedFrom',
  })),
});

/** Returns `ro-crate-metadata.json` (RO-Crate 1.2): the data with licence, author, articles and files. */
export function roCrate({ data, sources, files }: Described, site: SiteMetadata): object {
  const record = site.url('/#record');
  const editor = site.editor && { '@id': site.editor.orcid ?? site.url(`${aboutPath}#editor`), '@type': 'Person', name: site.editor.name };
  const idsOf = (nodes: readonly { '@id': string }[]) => nodes.map(({ '@id': id }) => ({ '@id': id }));
  const parts = files.map(({ name, description, bytes }) => ({
    '@id': name,
    '@type': 'File',
    name,
    description,
    contentSize: String(bytes),
    encodingFormat: mediaType(name) ?? 'text/plain',
  }));
  const articles = sources.map(({ csl }) => ({ '@id': csl.URL, '@type': 'CreativeWork', name: csl.title }));
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: data.csl.title,
        description: data.csl.abstract,
        identifier: identifier(data, site),
        url: data.url,
        datePublished: site.issued,
        version: site.edition,
        license: { '@id': license.url },
        author: { '@id': record },
        publisher: { '@id': record },
        ...(editor && { editor: { '@id': editor['@id'] } }),
        isBasedOn: idsOf(articles),
        hasPart: idsOf(parts),
      },
      { '@id': license.url, '@type': 'CreativeWork', name: license.title, identifier: license.id },
      { '@id': record, '@type': 'Organization', name: site.name, url: site.url('/') },
      ...(editor ? [editor] : []),
      ...articles,
      ...parts,
    ],
  };
}

/** Returns `linkset.json` (RFC 9264, FAIR Signposting level 2): the links of the data and of each file. */
export function linkset({ data, files }: Described, site: SiteMetadata): object {
  const names = [...files.map(({ name }) => name), ...LATER_FILES];
  const fileUrl = (name: string) => site.url(`${dataPath}${name}`);
  const types = ['AboutPage', 'Dataset'].map((type) => ({ href: `https://schema.org/${type}` }));
  return {
    linkset: [
      {
        anchor: data.url,
        'cite-as': [{ href: identifier(data, site) }],
        type: types,
        author: [{ href: site.editor?.orcid ?? site.url(aboutPath) }],
        license: [{ href: license.url }],
        describedby: [
          ...pageFormats.map(({ extension, type }) => ({ href: site.url(formatPath(dataPath, extension)), type })),
          { href: fileUrl('ro-crate-metadata.json'), type: 'application/ld+json' },
          { href: fileUrl('datacite.json'), type: 'application/vnd.datacite.datacite+json' },
        ],
        item: names.map((name) => ({ href: fileUrl(name), type: mediaType(name) ?? 'text/plain' })),
      },
      ...names.map((name) => ({ anchor: fileUrl(name), collection: [{ href: data.url, type: 'text/html' }] })),
    ],
  };
}

/** A data file, with the facts that `datapackage.json` states about it. */
export interface PackagedFile {
  name: string;
  bytes: number;
  sha256: string;
  /** Any table; its rows are not used here. */
  table?: Table<never>;
}

/** Returns `datapackage.json` of the data (Frictionless Data Package 1.0, with Table Schema). */
export function createDataPackage(
  files: readonly PackagedFile[],
  sources: readonly { title: string; path: string }[],
  site: SiteMetadata,
): object {
  return {
    profile: 'data-package',
    name: siteSlug,
    id: site.url('/data/'),
    title: site.name,
    description: site.description,
    homepage: site.url('/data/'),
    version: site.edition,
    created: `${site.issued}T00:00:00Z`,
    licenses: [{ name: license.id, path: license.url, title: license.title }],
    contributors: [{ title: site.name, role: 'publisher' }],
    sources,
    // Frictionless takes `schema.json` for a Table Schema, and profile 2.0 has no type for it: record.json names it instead.
    resources: files.filter(({ name }) => name !== 'schema.json').map(toResource),
  };
}

/** Returns the description of a column. Says what replaces it if it is deprecated. */
export const describeColumn = ({ description, deprecated }: Column<never>) =>
  deprecated ? `${description}. Deprecated: use ${deprecated}; the next edition drops this column.` : `${description}.`;

/** Returns the URL at which the data are identified: that of their DOI if they have one. */
const identifier = ({ url }: CitableItem, { doi }: SiteMetadata) => (doi ? `https://doi.org/${doi}` : url);

function toResource({ name, bytes, sha256, table }: PackagedFile): object {
  const dotIndex = name.indexOf('.');
  const common = {
    // Foreign keys refer to a table by its name, so that has no extension. Names of other files include it: several are called "record".
    name: table ? name.slice(0, dotIndex) : name.replaceAll('.', '-').toLowerCase(),
    path: name,
    format: name.slice(dotIndex + 1),
    mediatype: mediaType(name),
    ...(!name.endsWith('.sqlite') && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
  };
  if (!table) return common;
  const foreignKeyColumns = table.columns.filter(({ foreignKey }) => foreignKey);
  return {
    ...common,
    title: table.title,
    profile: 'tabular-data-resource',
    dialect: { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: {
      fields: table.columns.map((column) => toField(column, table.key)),
      missingValues: [''],
      primaryKey: table.key,
      ...(foreignKeyColumns.length > 0 && {
        foreignKeys: foreignKeyColumns.map(({ name: field, foreignKey }) => ({
          fields: field,
          // '' means the same table.
          reference: { resource: foreignKey === table.name ? '' : foreignKey, fields: 'id' },
        })),
      }),
    },
  };
}

function toField(column: Column<never>, key: readonly string[]): object {
  const { name, type = 'string', values } = column;
  const constraints = {
    ...(key.includes(name) && { required: true }),
    ...(key.length === 1 && key[0] === name && { unique: true }),
    ...(values && { enum: values }),
  };
  return {
    name,
    type,
    description: describeColumn(column),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
