import { mediaType } from '../config/formats.ts';
import { license, siteSlug, type SiteMetadata } from '../config/site.ts';
import type { Table } from './tables.ts';

/** A file of the data, as the package describes it. */
export interface PackagedFile {
  name: string;
  bytes: number;
  sha256: string;
  table?: Table<never>;
}

/** Returns `datapackage.json` of the data (Frictionless Data Package 1.0, with Table Schema). */
export function dataPackage(files: readonly PackagedFile[], site: SiteMetadata): object {
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
    resources: files.map(resource),
  };
}

function resource({ name, bytes, sha256, table }: PackagedFile): object {
  const dot = name.indexOf('.');
  const common = {
    name: table ? name.slice(0, dot) : name.replaceAll('.', '-').toLowerCase(),
    path: name,
    format: name.slice(dot + 1),
    mediatype: mediaType(name),
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
