import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/editions/manifest.ts';
import { builtPages, DIST } from '../support/built-pages.ts';

const page = (address: string) => builtPages().get(address)!;
const read = (path: string) => readFileSync(join(DIST, path));
const folder = mkdtempSync(join(tmpdir(), 'record-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lists the files whose checksum differs from `SHA256SUMS`. */
const differing = (sums: string, get: (name: string) => Uint8Array) =>
  sums
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ') as [string, string])
    .flatMap(([sum, name]) => (sha256(get(name)) === sum ? [] : [name]));

describe('the zip of the data', () => {
  const zip = unzipSync(read('data/record.zip'));
  const sums = Buffer.from(zip['SHA256SUMS']!).toString('utf8');

  test('has every file with its checksum', () => {
    expect(differing(sums, (name) => zip[name]!)).toEqual([]);
    expect(differing(sums, (name) => (name === 'actors.csv' ? Buffer.from('changed') : zip[name]!))).toEqual(['actors.csv']);
    expect(Object.keys(zip)).toEqual(expect.arrayContaining(['README.txt', 'dictionary.csv', 'record.sqlite', 'datapackage.json']));
  });

  test('is the same by the name of the edition', () => {
    const { edition } = JSON.parse(read('data/record.json').toString('utf8')) as { edition: string };
    expect(read(`data/record-${edition}.zip`).equals(read('data/record.zip'))).toBe(true);
  });

  test('names only files that exist in its README', () => {
    const names = [
      ...Buffer.from(zip['README.txt']!)
        .toString('utf8')
        .matchAll(/\b[\w.-]+\.(?:csv|json|jsonld|sqlite|bib|ris)\b/g),
    ];
    expect(names.length).toBeGreaterThan(5);
    const missing = names.map(([name]) => name).filter((name) => !(name in zip) && name !== 'manifest.json');
    expect(missing).toEqual([]);
  });

  test.skipIf(spawnSync('unzip', ['-v']).status !== 0 || spawnSync('sha256sum', ['--version']).status !== 0)(
    'passes the check that its README names',
    () => {
      execFileSync('unzip', ['-q', join(process.cwd(), DIST, 'data/record.zip'), '-d', folder]);
      expect(execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })).toBe('');
    },
  );
});

interface Download {
  name: string;
  contentUrl: string;
  contentSize: string;
  sha256?: string;
}
interface Dataset {
  '@type': string;
  distribution: Download[];
  isBasedOn: { '@id': string }[];
  variableMeasured: string[];
}
const datasetIn = (json: string) => (JSON.parse(json) as { '@graph': Dataset[] })['@graph'].find((node) => node['@type'] === 'Dataset')!;
/** Lists the downloads whose size or checksum differs from the file. */
const wrongDownloads = ({ distribution }: Dataset) =>
  distribution
    .filter(({ name, contentSize, sha256: sum }) => {
      const body = read(`data/${name}`);
      return contentSize !== `${body.length} B` || (sum && sum !== sha256(body));
    })
    .map(({ name }) => name);

describe('the Dataset of schema.org', () => {
  const dataset = datasetIn(page('/data/').document.querySelector('script[type="application/ld+json"]')!.textContent);

  test('lists every file of the data with its size', () => {
    const names = readdirSync(join(DIST, 'data')).filter((name) => /\.(?:csv|json|jsonld|sqlite|bib|ris)$/.test(name));
    expect(dataset.distribution.map(({ name }) => name)).toEqual(expect.arrayContaining(names.filter((name) => name !== 'manifest.json')));
    expect(wrongDownloads(dataset)).toEqual([]);
    const [first, ...rest] = dataset.distribution;
    expect(wrongDownloads({ ...dataset, distribution: [{ ...first!, contentSize: '1 B' }, ...rest] })).toEqual([first!.name]);
  });

  test('names the articles on which it is based, and its variables', () => {
    expect(dataset.isBasedOn).toHaveLength(readdirSync('content/entries').length);
    expect(dataset.variableMeasured).toEqual(
      expect.arrayContaining(['statements.kind', 'forecasts.outcome', 'positions.answer', 'relations.kind']),
    );
  });

  test('lists the same tables in record.jsonld, with checksums', () => {
    const whole = datasetIn(read('data/record.jsonld').toString('utf8'));
    const csv = ({ distribution }: Dataset) => distribution.filter(({ name }) => name.endsWith('.csv'));
    expect(csv(whole)).toEqual(csv(dataset).map((each) => ({ ...each, sha256: expect.stringMatching(/^[\da-f]{64}$/) as string })));
    expect(wrongDownloads(whole)).toEqual([]);
  });
});

describe('the data of each edition', () => {
  const editions = readdirSync('content/editions');

  test('have the checksums of SHA256SUMS', () => {
    for (const edition of editions)
      expect(differing(read(`editions/${edition}/SHA256SUMS`).toString('utf8'), (name) => read(`editions/${edition}/${name}`))).toEqual([]);
  });

  test('are the sealed bytes if the edition is published', () => {
    const published = editions
      .map((edition) => ({ edition, ...(parse(readFileSync(`content/editions/${edition}/edition.yaml`, 'utf8')) as Edition) }))
      .filter(({ status }) => status === 'published');
    expect(published.length).toBeGreaterThan(0);
    for (const { edition, sealed } of published) expect(sha256(read(`editions/${edition}/record.ndjson`))).toBe(sealed!.record);
  });

  test('are linked from the page of the edition', () => {
    for (const edition of editions)
      for (const name of ['record.ndjson', 'README.txt', 'SHA256SUMS'])
        expect(page(`/editions/${edition}/`).document.querySelector(`a[href$="/editions/${edition}/${name}"]`)).not.toBeNull();
  });
});

interface Edition {
  status: string;
  sealed?: { record: string };
}

test('the page of the data links to the dictionary, and its links to files resolve', () => {
  const links = [...page('/data/').document.querySelectorAll('main a[href*="/data/"]')].map((link) => link.getAttribute('href')!);
  expect(links.some((link) => link.endsWith('/data/dictionary/'))).toBe(true);
  expect(links.some((link) => link.endsWith('/data/dictionary.csv'))).toBe(true);
  for (const link of links.filter((each) => !each.endsWith('/')))
    expect(read(link.slice(link.indexOf('/data/'))).length).toBeGreaterThan(0);
});
