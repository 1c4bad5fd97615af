import { mediaType } from '../config/formats.ts';
import { license, siteSlug, type SiteMetadata } from '../config/site.ts';
import type { Table } from './tables.ts';

/** A data file, with the facts that `datapackage.json` states about it. */
export interface PackagedFile {
  name: string;
  bytes: number;
  sha256: string;
  /** Any table; its rows are not used here. */
  table?: Table<never>;
}

/** Returns `datapackage.json` of the data (Frictionless Data Package 1.0, with Table Schema). */
export function createDataPackage(files: readonly PackagedFile[], site: SiteMetadata): object {
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
    resources: files.map(toResource),
  };
}

function toResource({ name, bytes, sha256, table }: PackagedFile): object {
  const dotIndex = name.indexOf('.');
  const common = {
    // Foreign keys refer to a table by its name, so that has no extension. Names of other files include it: several are called "record".
    name: table ? name.slice(0, dotIndex) : name.replaceAll('.', '-').toLowerCase(),
    path: name,
    format: name.slice(dotIndex + 1),
    mediatype: mediaType(name),
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
  };
  if (!table) return common;
  const foreignKeyColumns = table.columns.filter(({ foreignKey }) => foreignKey);
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
