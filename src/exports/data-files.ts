import { stringify } from 'csv-stringify/sync';
import { bibtex } from '../citations/bibtex.ts';
import type { CitableItem } from '../citations/citable.ts';
import { wholeGraph } from '../citations/json-ld.ts';
import { ris } from '../citations/ris.ts';
import { sha256 } from '../text/sha256.ts';
import { annotations, provenance } from './annotations.ts';
import { citationFile, codemeta, datacite, linkset, roCrate, type Described } from './metadata.ts';
import { createDataPackage, type PackagedFile } from './data-package.ts';
import { jsonSchema } from './export-schema.ts';
import { recordData, toJson } from './record-data.ts';
import { tables, type Table } from './tables.ts';
import type { SiteMetadata } from '../config/site.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import type { TheRecord } from '../record/model.ts';

/** A file that is published along with the pages. */
export interface ExportFile {
  /** From the site's root: `/entries/tass-2026.bib`. */
  path: string;
  body: string;
}

/** Path of the archive with all files of `/data/`. */
export const DATA_ZIP = '/data/record.zip';

/** A file of `/data/`. */
export interface DataFile extends ExportFile {
  name: string;
  /** What it contains, for readers. */
  description: string;
  /** Size in bytes. */
  bytes: number;
}

/** Returns the files of `/data/`: the whole Record in every format, tables, a data package and checksums. Each is made when it is read. */
export function* dataFiles(record: TheRecord, citables: readonly CitableItem[], site: SiteMetadata): Iterable<DataFile> {
  const packaged: PackagedFile[] = [];
  const sources = citables.filter(({ subject }) => subject.kind === 'source');
  const described: Described & { files: DataFile[] } = { data: citables.at(-1)!, sources, files: [] };
  for (const { table, ...file } of recordFiles(record, citables, site)) {
    packaged.push({ name: file.name, bytes: file.bytes, sha256: sha256(file.body), ...(table && { table: { ...table, rows: [] } }) });
    described.files.push(file);
    yield file;
  }
  for (const file of metadataFiles(described, site)) {
    packaged.push({ name: file.name, bytes: file.bytes, sha256: sha256(file.body) });
    described.files.push(file);
    yield file;
  }
  const description = toJson(createDataPackage(packaged, site));
  yield dataFile('datapackage.json', 'Description of the tables (Frictionless Data Package)', description);
  const sums = [...packaged, { name: 'datapackage.json', sha256: sha256(description) }].map(({ sha256: sum, name }) => `${sum}  ${name}\n`);
  yield dataFile('SHA256SUMS', 'Check sums of all files', sums.join(''));
}

/** Returns metadata about the files before them. */
function* metadataFiles(described: Described, site: SiteMetadata): Iterable<DataFile> {
  yield dataFile('CITATION.cff', 'How to cite the data (Citation File Format)', citationFile(described, site));
  yield dataFile('codemeta.json', 'The program that makes the data (CodeMeta)', toJson(codemeta(site)));
  yield dataFile('datacite.json', 'The data as repositories register them (DataCite)', toJson(datacite(described, site)));
  yield dataFile('linkset.json', 'Links between the data and their files (Signposting)', toJson(linkset(described, site)));
  yield dataFile('ro-crate-metadata.json', 'The data as a research object (RO-Crate)', toJson(roCrate(described, site)));
}

const dataFile = (name: string, description: string, body: string): DataFile => ({
  path: `/data/${name}`,
  name,
  description,
  body,
  bytes: new TextEncoder().encode(body).length,
});

function* recordFiles(
  record: TheRecord,
  citables: readonly CitableItem[],
  site: SiteMetadata,
): Iterable<DataFile & { table?: Table<never> }> {
  const data = recordData(record, site);
  yield dataFile('record.json', 'The whole Record, linked by ids', toJson(data));
  yield dataFile('schema.json', 'JSON Schema of record.json', toJson(jsonSchema(site.url('/data/schema.json'))));
  yield dataFile('record.jsonld', 'The whole Record as linked data (schema.org)', toJson(wholeGraph(citables, site)));
  yield dataFile('record.bib', 'Citations of everything, BibTeX', bibtex(citables));
  yield dataFile('record.ris', 'Citations of everything, RIS', ris(citables));
  yield dataFile('record.csl.json', 'Citations of everything, CSL-JSON', toJson(citables.map(({ csl }) => csl)));
  for (const table of tables(data, record)) yield { ...dataFile(`${table.name}.csv`, `Table: ${table.name} (CSV)`, toCsv(table)), table };
  yield dataFile(
    'annotations.jsonld',
    'Each statement as an annotation of its article (W3C Web Annotation)',
    toJson(annotations(record, site)),
  );
  yield dataFile('provenance.jsonld', 'Who said each statement and who passed it on (PROV)', toJson(provenance(record, site)));
  yield dataFile('README.txt', 'How to reuse the data', readme(record, site));
}

const toCsv = ({ columns, rows }: Table<never>) =>
  formatCsv([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]);

/** Formats lines as CSV (RFC 4180): lines end with CR LF, missing values are empty cells. */
export const formatCsv = (lines: readonly (readonly unknown[])[]): string => stringify([...lines], { record_delimiter: 'windows' });

/** Formats the README of the data. */
const readme = (record: TheRecord, site: SiteMetadata) => `${site.name}, edition ${site.edition} (${site.issued})
${site.url('/data/')}

${site.description}
${record.entries.length} entries, ${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.themes.length} themes, ${record.places.length} places, ${record.terms.length} terms, ${record.relations.length} relations.

Files
  record.json       everything, linked by ids; schema.json is its JSON Schema (draft 2020-12)
  record.jsonld     the same things as linked data in the vocabulary of schema.org
  *.csv             one table for each collection (RFC 4180, UTF-8); lists stand in one cell, parted by "; "
  record.bib, record.ris, record.csl.json
                    citations of every page and of the articles themselves
  datapackage.json  describes the tables (Frictionless Data Package)
  SHA256SUMS        check with: sha256sum -c SHA256SUMS
  manifest.json     the edition, the commit, and the check sum of every file of the site

Dates are EDTF (ISO 8601-2). Every date says how it is known: printed, reckoned or inferred, and on what ground.
A statement that was withdrawn is there with its text, the day and the reason (withdrawn); it counts for nothing.
In statements the columns speakers and via hold actor ids; a voice that the article does not name begins with "unnamed: ".
Texts (body) are MDX: <Cite s="..." /> names the statements that the sentence before it rests on.

Terms
The Record's own text and data: ${site.license}
Name "${site.name}", the edition and the address. The ${corpusSummary(record).number} articles are their publishers'; none of their sentences is in
these files beyond short attributed quotations, and those stay under their publishers' rights.

How to cite: ${site.url('/cite/')}
`;
