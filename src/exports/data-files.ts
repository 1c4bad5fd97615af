import { stringify } from 'csv-stringify/sync';
import { bibtex, ris } from '../citations/bibtex-ris.ts';
import type { CitableItem, Dataset } from '../citations/citable.ts';
import { wholeGraph } from '../citations/json-ld.ts';
import { sha256 } from '../editions/manifest.ts';
import { annotations, provenance } from './annotations.ts';
import type { Table } from './columns.ts';
import { citationFile, codemeta, createDataPackage, datacite, describeColumn, linkset, roCrate, type Described } from './metadata.ts';
import { jsonSchema, recordData, toJson } from './record-data.ts';
import { createDatabase } from './sqlite.ts';
import { tables } from './tables.ts';
import type { SiteMetadata } from '../config/site.ts';
import { corpusSummary, type TheRecord } from '../record/model.ts';

/** A file that is published along with the pages. */
export interface ExportFile {
  /** From the site's root: `/entries/tass-2026.bib`. */
  path: string;
  body: string | Uint8Array;
}

/** Path of the archive with all files of `/data/`. */
export const DATA_ZIP = '/data/record.zip';

/** Returns the path of the same archive by edition. It is a download for readers: only `DATA_ZIP` and `/editions/` are permanent. */
export const editionZip = (edition: string) => `/data/record-${edition}.zip`;

/** A file of `/data/`. */
export interface DataFile extends ExportFile {
  name: string;
  /** What it contains, for readers. */
  description: string;
  /** Size in bytes. */
  bytes: number;
  sha256: string;
  /** The table, for a CSV file. Its rows are left out. */
  table?: Table<never>;
}

/** Returns the files of `/data/`: the whole Record in every format, tables, a data package and checksums. Each is made when it is read. */
export function* dataFiles(record: TheRecord, citables: readonly CitableItem[], site: SiteMetadata): Iterable<DataFile> {
  const facts: Omit<DataFile, 'body'>[] = [];
  const sources = citables.filter(({ subject }) => subject.kind === 'source');
  const described: Described = { data: citables.at(-1)!, sources, files: facts };
  for (const file of [recordFiles(record, citables, site, facts), metadataFiles(record, described, facts, site)]
    .values()
    .flatMap((files) => files)) {
    const { body: _, ...fact } = file;
    facts.push(fact);
    yield file;
  }
  const sums = facts.map(({ sha256: sum, name }) => `${sum}  ${name}\n`);
  yield dataFile('SHA256SUMS', 'Checksums of the data files', sums.join(''));
}

/** Returns what a citation of the data lists: the files, and the columns that have fixed values. */
export const datasetOf = (files: readonly Omit<DataFile, 'body'>[]): Dataset => ({
  files,
  variables: files.flatMap(({ table }) =>
    (table?.columns ?? []).filter(({ values }) => values).map(({ name }) => `${table!.name}.${name}`),
  ),
});

/**
 * Formats lines as CSV (RFC 4180): lines end with CR LF, missing values are empty cells. The text begins with a byte order mark, without
 * which Excel does not read UTF-8.
 */
export const formatCsv = (lines: readonly (readonly unknown[])[]): string =>
  stringify([...lines], { record_delimiter: 'windows', bom: true });

/** Returns metadata about the files before them. */
function* metadataFiles(
  record: TheRecord,
  described: Described,
  facts: readonly Omit<DataFile, 'body'>[],
  site: SiteMetadata,
): Iterable<DataFile> {
  yield dataFile('CITATION.cff', 'How to cite the data (Citation File Format)', citationFile(described, site));
  yield dataFile('codemeta.json', 'The program that makes the data (CodeMeta)', toJson(codemeta(site)));
  yield dataFile('datacite.json', 'The data as repositories register them (DataCite)', toJson(datacite(described, site)));
  yield dataFile('linkset.json', 'Links between the data and their files (Signposting)', toJson(linkset(described, site)));
  yield dataFile('ro-crate-metadata.json', 'The data as a research object (RO-Crate)', toJson(roCrate(described, site)));
  const sources = record.entries.map(({ data: { source } }) => ({ title: source.title, path: source.addresses[0]!.url }));
  yield dataFile(
    'datapackage.json',
    'Description of the tables (Frictionless Data Package)',
    toJson(createDataPackage(facts, sources, site)),
  );
}

function dataFile(name: string, description: string, body: string | Uint8Array, table?: Table<never>): DataFile {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const rowless = table && { ...table, rows: [] };
  return { path: `/data/${name}`, name, description, body, bytes: bytes.length, sha256: sha256(bytes), ...(rowless && { table: rowless }) };
}

/** @param facts of the files that were returned before */
function* recordFiles(
  record: TheRecord,
  citables: readonly CitableItem[],
  site: SiteMetadata,
  facts: readonly Omit<DataFile, 'body'>[],
): Iterable<DataFile> {
  const data = recordData(record, site);
  const all = tables(data, record, site);
  for (const table of all) yield dataFile(`${table.name}.csv`, table.title, toCsv(table), table);
  yield dataFile('dictionary.csv', 'Every column of every table: type, meaning, values', formatDictionary(all));
  yield dataFile('record.sqlite', 'All tables as one SQLite database, with views', createDatabase(all));
  yield dataFile('record.json', 'The whole Record, linked by ids', toJson(data));
  yield dataFile('schema.json', 'JSON Schema of record.json', toJson(jsonSchema(site.url('/data/schema.json'))));
  yield dataFile('record.bib', 'Citations of everything, BibTeX', bibtex(citables));
  yield dataFile('record.ris', 'Citations of everything, RIS', ris(citables));
  yield dataFile('record.csl.json', 'Citations of everything, CSL-JSON', toJson(citables.map(({ csl }) => csl)));
  yield dataFile(
    'annotations.jsonld',
    'Each statement as an annotation of its article (W3C Web Annotation)',
    toJson(annotations(record, site)),
  );
  yield dataFile('provenance.jsonld', 'Who said each statement and who passed it on (PROV)', toJson(provenance(record, site)));
  yield dataFile('README.txt', 'How to reuse the data', readme(record, site));
  yield dataFile('record.jsonld', 'The whole Record as linked data (schema.org)', toJson(wholeGraph(citables, site, datasetOf(facts))));
}

const toCsv = ({ columns, rows }: Table<never>) =>
  formatCsv([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]);

const formatDictionary = (all: readonly Table<never>[]) =>
  formatCsv([
    ['table', 'column', 'type', 'description', 'allowed_values', 'refers_to', 'is_key', 'deprecated'],
    ...all.flatMap(({ name, key, columns }) =>
      columns.map((column) => [
        name,
        column.name,
        column.type ?? 'string',
        describeColumn(column),
        column.values?.join(' | '),
        column.foreignKey && `${column.foreignKey}.id`,
        key.includes(column.name) ? 'yes' : 'no',
        column.deprecated,
      ]),
    ),
  ]);

/** Formats the README of the data. */
const readme = (record: TheRecord, site: SiteMetadata) => `${site.name}, edition ${site.edition} (${site.issued})
${site.url('/data/')}

${site.description}
${record.entries.length} entries, ${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.themes.length} themes, ${record.places.length} places, ${record.terms.length} terms, ${record.relations.length} relations.

Files
  *.csv             one table each (RFC 4180). UTF-8 with a byte order mark: Excel, R (fileEncoding = "UTF-8-BOM"),
                    Python (encoding="utf-8-sig") and SQLite read it
  record.sqlite     the same tables as one database, with foreign keys and views (SQLite 3.37 or later)
  dictionary.csv    every column of every table: type, meaning, allowed values, what it refers to
  record.json       everything, linked by ids; schema.json is its JSON Schema (draft 2020-12)
  record.jsonld     the same things as linked data in the vocabulary of schema.org
  record.bib, record.ris, record.csl.json
                    citations of every page and of the articles themselves
  annotations.jsonld, provenance.jsonld
                    each statement as an annotation of its article, and who passed it on
  CITATION.cff, codemeta.json, datacite.json, linkset.json, ro-crate-metadata.json
                    metadata for repositories and archives
  datapackage.json  describes the tables (Frictionless Data Package)
  SHA256SUMS        check with: sha256sum -c SHA256SUMS
  manifest.json     only on the site: the edition, the commit, and the checksum of every file of the site

The dictionary for readers: ${site.url('/data/dictionary/')}
Recipes for SQL, Python, R and spreadsheets: ${site.url('/data/recipes/')}

A list is a table, such as statement_actors.csv. The columns of edition 2026.1 that contain lists separated by "; ", or whose names are
words of SQL, are deprecated. They leave with the next edition. dictionary.csv names what replaces each.
Dates are EDTF (ISO 8601-2). Each date has the way in which it is known (printed, reckoned or inferred) and the reason.
positions.csv includes silences. The outcome of a forecast is "not reported" if no article reports it.
A statement that was merged into another keeps its text, with the day and the reason (withdrawn). It is in no count: leave it out of
yours.
Texts (body) are MDX: <Cite s="..." /> names the statements that a sentence cites.

Terms
The Record's own text and data: ${site.license}
Name "${site.name}", the edition and the address. The ${corpusSummary(record).number} articles are their publishers'; none of their sentences is in
these files beyond short attributed quotations, and those stay under their publishers' rights.

How to cite: ${site.url('/cite/')}
`;
