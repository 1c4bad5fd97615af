import { createHash } from 'node:crypto';
import type { Citable } from '../citations/citable.ts';
import { bibtex } from '../citations/bibtex.ts';
import { cslJson } from '../citations/csl-json.ts';
import { wholeGraph } from '../citations/json-ld.ts';
import { ris } from '../citations/ris.ts';
import type { CitedSite } from '../citations/site.ts';
import type { TheRecord } from '../record/model.ts';
import { csv } from './csv.ts';
import { dataPackage, type PackagedFile } from './data-package.ts';
import { json, type ExportFile } from './file.ts';
import { readme } from './readme.ts';
import { recordData } from './record-data.ts';
import { jsonSchema } from './shape.ts';
import { tables } from './tables.ts';

/** The files of `/data/`: the whole Record in every form, one table a collection, described by a data package and check sums. */
export function dataFiles(record: TheRecord, citables: readonly Citable[], site: CitedSite): ExportFile[] {
  const data = recordData(record, site);
  const packed: PackagedFile[] = [
    { name: 'record.json', body: json(data) },
    { name: 'schema.json', body: json(jsonSchema(site.url('/data/schema.json'))) },
    { name: 'record.jsonld', body: json(wholeGraph(citables, site)) },
    { name: 'record.bib', body: bibtex(citables) },
    { name: 'record.ris', body: ris(citables) },
    { name: 'record.csl.json', body: cslJson(citables) },
    ...tables(data, record).map((table) => ({ name: `${table.name}.csv`, body: csv(table), table })),
    { name: 'README.txt', body: readme(record, site) },
  ].map((file) => ({ ...file, sha256: sha256(file.body) }));
  const description = json(dataPackage(packed, site));
  const sums = [...packed, { name: 'datapackage.json', sha256: sha256(description) }].map(({ sha256: sum, name }) => `${sum}  ${name}\n`);
  return [
    ...packed.map(({ name, body }) => ({ path: `/data/${name}`, body, type: typeOf(name) })),
    { path: '/data/datapackage.json', body: description, type: 'application/json' },
    { path: '/data/SHA256SUMS', body: sums.join(''), type: 'text/plain; charset=utf-8' },
  ];
}

const sha256 = (body: string) => createHash('sha256').update(body, 'utf8').digest('hex');

function typeOf(name: string): string {
  const [, type] = TYPES.find(([ending]) => name.endsWith(ending))!;
  return type;
}

const TYPES = [
  ['.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['.json', 'application/json'],
  ['.jsonld', 'application/ld+json'],
  ['.bib', 'application/x-bibtex; charset=utf-8'],
  ['.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8; header=present'],
  ['.txt', 'text/plain; charset=utf-8'],
] as const;
