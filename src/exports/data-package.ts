import { mediaType } from '../paths/paths.ts';
import { license, siteSlug, type SiteMetadata } from '../config/site.ts';
import type { Column, Table } from './columns.ts';

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

/** Returns the description of a column. Says what replaces it if it is deprecated. */
export const describeColumn = ({ description, deprecated }: Column<never>) =>
  deprecated ? `${description}. Deprecated: use ${deprecated}; the next edition drops this column.` : `${description}.`;
