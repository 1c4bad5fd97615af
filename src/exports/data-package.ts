import type { SiteMetadata } from '../citations/site-metadata.ts';
import type { Table } from './tables.ts';

/** A file of the data folder as the package describes it. */
export interface PackagedFile {
  name: string;
  bytes: number;
  sha256: string;
  table?: Table<never>;
}

/** `datapackage.json` of the data folder (Frictionless Data Package 1, Table Schema for the tables). */
export function dataPackage(files: readonly PackagedFile[], site: SiteMetadata): object {
  return {
    profile: 'data-package',
    name: 'japan-russia-record',
    id: site.url('/data/'),
    title: site.name,
    description: site.description,
    homepage: site.url('/data/'),
    version: site.edition,
    created: `${site.issued}T00:00:00Z`,
    licenses: [{ name: 'CC-BY-4.0', path: site.license, title: 'Creative Commons Attribution 4.0' }],
    contributors: [{ title: site.name, role: 'publisher' }],
    resources: files.map(resource),
  };
}

function resource({ name, bytes, sha256, table }: PackagedFile): object {
  const dot = name.indexOf('.');
  const common = {
    name: table ? name.slice(0, dot) : name.replaceAll('.', '-').toLowerCase(),
    path: name,
    format: name.slice(dot + 1),
    mediatype: MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)],
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
  };
  if (!table) return common;
  const references = table.columns.filter(({ foreignKey }) => foreignKey);
  return {
    ...common,
    title: table.title,
    profile: 'tabular-data-resource',
    dialect: { lineTerminator: '\r\n', header: true },
    schema: {
      fields: table.columns.map(({ name: field, description, type = 'string' }) => ({
        name: field,
        type,
        description,
        ...(field === 'id' && { constraints: { required: true, unique: true } }),
      })),
      missingValues: [''],
      ...(table.columns.some(({ name: field }) => field === 'id') && { primaryKey: 'id' }),
      ...(references.length > 0 && {
        foreignKeys: references.map(({ name: field, foreignKey }) => ({
          fields: field,
          reference: { resource: foreignKey === table.name ? '' : foreignKey, fields: 'id' },
        })),
      }),
    },
  };
}

const MEDIA_TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonld: 'application/ld+json',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  txt: 'text/plain',
};
