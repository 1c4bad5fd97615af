import type { CitableItem } from '../citations/citable.ts';
import { bibtex } from '../citations/bibtex.ts';
import { wholeGraph } from '../citations/json-ld.ts';
import { ris } from '../citations/ris.ts';
import type { SiteMetadata } from '../config/site.ts';
import type { TheRecord } from '../record/model.ts';
import { sha256 } from '../text/sha256.ts';
import { toCsv } from './csv.ts';
import { dataPackage, type PackagedFile } from './data-package.ts';
import { toJson, type ExportFile } from './export-file.ts';
import { readme } from './readme.ts';
import { recordData } from './record-data.ts';
import { jsonSchema } from './export-schema.ts';
import { tables, type Table } from './tables.ts';

/**
 * The files of `/data/`: the whole Record in every form, one table a collection, described by a data package and check sums.
 * Each is made when it is asked for: in a large Record one alone fills a hundred megabytes.
 */
export function* dataFiles(record: TheRecord, citables: readonly CitableItem[], site: SiteMetadata): Iterable<ExportFile> {
  const packed: PackagedFile[] = [];
  for (const { name, body, table } of bodies(record, citables, site)) {
    packed.push({ name, bytes: utf8(body).length, sha256: sha256(body), ...(table && { table: { ...table, rows: [] } }) });
    yield { path: `/data/${name}`, body };
  }
  const description = toJson(dataPackage(packed, site));
  yield { path: '/data/datapackage.json', body: description };
  const sums = [...packed, { name: 'datapackage.json', sha256: sha256(description) }].map(({ sha256: sum, name }) => `${sum}  ${name}\n`);
  yield { path: '/data/SHA256SUMS', body: sums.join('') };
}

function* bodies(
  record: TheRecord,
  citables: readonly CitableItem[],
  site: SiteMetadata,
): Iterable<{ name: string; body: string; table?: Table<never> }> {
  const data = recordData(record, site);
  yield { name: 'record.json', body: toJson(data) };
  yield { name: 'schema.json', body: toJson(jsonSchema(site.url('/data/schema.json'))) };
  yield { name: 'record.jsonld', body: toJson(wholeGraph(citables, site)) };
  yield { name: 'record.bib', body: bibtex(citables) };
  yield { name: 'record.ris', body: ris(citables) };
  yield { name: 'record.csl.json', body: toJson(citables.map(({ csl }) => csl)) };
  for (const table of tables(data, record)) yield { name: `${table.name}.csv`, body: toCsv(table), table };
  yield { name: 'README.txt', body: readme(record, site) };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
