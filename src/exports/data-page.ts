import type { ExportFile } from './export-file.ts';

/** A file of `/data/` as a row. */
export interface DataFileSummary {
  name: string;
  address: string;
  what: string;
  /** Size in kB, rounded up. */
  kilobytes: number;
}

const known: Record<string, string> = {
  'record.json': 'The whole Record, linked by ids',
  'schema.json': 'JSON Schema of record.json',
  'record.jsonld': 'The whole Record as linked data (schema.org)',
  'record.bib': 'Citations of everything, BibTeX',
  'record.ris': 'Citations of everything, RIS',
  'record.csl.json': 'Citations of everything, CSL-JSON',
  'datapackage.json': 'Description of the tables (Frictionless Data Package)',
  SHA256SUMS: 'Check sums of all files',
  'README.txt': 'How to reuse the data',
};

/** The files that lie below `/data/`. */
export function listDataFiles(files: Iterable<ExportFile>): DataFileSummary[] {
  return Iterator.from(files)
    .filter(({ path }) => path.startsWith('/data/'))
    .map(({ path, body }) => {
      const name = path.slice('/data/'.length);
      const what = known[name] ?? (name.endsWith('.csv') ? `Table: ${name.replace(/\.csv$/, '').replaceAll('-', ' ')} (CSV)` : name);
      return { name, address: path, what, kilobytes: Math.ceil(new TextEncoder().encode(body).length / 1000) };
    })
    .toArray();
}
