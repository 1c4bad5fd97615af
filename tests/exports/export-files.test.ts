import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { exportFiles } from '../../src/exports/export-files.ts';
import { exportSchema, recordData } from '../../src/exports/record-data.ts';
import { site } from '../support/citations.ts';
import { recordWithBareEntry } from '../support/fixtures.ts';
import { record } from '../support/record.ts';

const files = new Map([...exportFiles(record, site)].map((file) => [file.path, file]));
const bytes = (path: string) => Buffer.from(files.get(path)!.body as string);
const body = (path: string) => bytes(path).toString('utf8');
describe('exportFiles', () => {
  test('returns files with unique paths that end with a line break', () => {
    expect(files.size).toBe([...exportFiles(record, site)].length);
    for (const { path, body: text } of files.values()) {
      expect(path).toMatch(/^\/[A-Za-z0-9/._-]+$/);
      if (typeof text !== 'string') continue;
      expect(text.endsWith('\n'), path).toBe(true);
      expect(text).not.toContain('undefined');
    }
  });

  test('returns each kind of citable page in four formats', () => {
    for (const page of ['/entries/tass-2026', '/entries/tass-2026/source', '/entries/tass-2026/s2', '/actors/japan', '/terms/g7', '/data'])
      for (const extension of ['bib', 'ris', 'csl.json', 'json'])
        expect(files.has(`${page}.${extension}`), `${page}.${extension}`).toBe(true);
  });
});

describe('record.json', () => {
  test('is valid by its Zod schema and by schema.json', () => {
    const data = JSON.parse(body('/data/record.json')) as unknown;
    expect(exportSchema.parse(data)).toEqual(data);
    const ajv = new Ajv2020({ strict: false });
    (formats as unknown as (ajv: Ajv2020) => void)(ajv);
    const validate = ajv.compile(JSON.parse(body('/data/schema.json')) as object);
    expect(validate(data), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate({ ...(data as object), entries: [{}] })).toBe(false);
    const bare = recordData(recordWithBareEntry(), site);
    expect(validate(bare), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(bare.entries[1]!.actors[1]).toEqual({ actor: 'norrow', rests: ['beta-2002.s2'] });
    expect(bare.entries[1]!.themes).toEqual(['ferries', 'lamp-oil']);
  });
});

describe('SHA256SUMS', () => {
  test('lists every other file of /data/ with its checksum', () => {
    const sums = body('/data/SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums.map(([, name]) => `/data/${name}`).toSorted()).toEqual(
      [...files.keys()].filter((path) => path.startsWith('/data/') && path !== '/data/SHA256SUMS').toSorted(),
    );
    for (const [sum, name] of sums)
      expect(
        createHash('sha256')
          .update(bytes(`/data/${name}`))
          .digest('hex'),
      ).toBe(sum);
  });
});

const xml = (path: string) => new DOMParser().parseFromString(body(path), 'text/xml') as unknown as Document;
/** Returns the children of an element by name, without deeper descendants. */
const children = (element: Element, name: string) => [...element.children].filter(({ tagName }) => tagName === name);
const textOf = (element: Element, name: string) => children(element, name).map((child) => child.textContent ?? '');

describe('the feed of changes', () => {
  const feed = xml('/changes/feed.xml').documentElement;
  const entries = children(feed, 'entry');

  test('is Atom and has an entry for each revision', () => {
    expect(body('/changes/feed.xml')).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/,
    );
    expect(entries).toHaveLength(record.entries.flatMap(({ data }) => data.revisions).length);
    expect(new Set(entries.flatMap((entry) => textOf(entry, 'id'))).size).toBe(entries.length);
  });

  test('has each element that RFC 4287 requires of a feed and of an entry, once', () => {
    for (const node of [feed, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(textOf(node, name), name).toEqual([expect.stringMatching(/\S/)]);
      expect(textOf(node, 'id')[0]).toMatch(/^https:\/\/example\.org\/record\//);
      expect(textOf(node, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
      const links = children(node, 'link').map((link) => [link.getAttribute('rel') ?? 'alternate', link.getAttribute('href')]);
      expect(links.filter(([rel]) => rel === 'alternate')).toHaveLength(1);
      for (const [, href] of links) expect(href).toMatch(/^https:\/\/example\.org\/record\//);
    }
    // The author of the feed is the author of its entries (RFC 4287, 4.2.1).
    expect(children(feed, 'author').map((author) => textOf(author, 'name'))).toEqual([[site.name]]);
    expect(children(feed, 'link').map((link) => `${link.getAttribute('rel')} ${link.getAttribute('href')}`)).toContain(
      'self https://example.org/record/changes/feed.xml',
    );
    const days = entries.flatMap((entry) => textOf(entry, 'updated'));
    expect(days).toEqual(days.toSorted().toReversed());
    expect(textOf(feed, 'updated')).toEqual(days.slice(0, 1));
  });

  test('says in each title what happened, and where', () => {
    const titles = entries.flatMap((entry) => textOf(entry, 'title'));
    expect(titles).toContain('TASS 2026: First published.');
    for (const title of titles) expect(title).toMatch(/^\S.*: \S.*[.!?”’]$/);
    expect(record.entries.map(({ data }) => data.source.title)).not.toContain(titles[0]);
  });

  test('has a feed for each article and each theme, with its own revisions', () => {
    const idsOf = (path: string) => children(xml(path).documentElement, 'entry').flatMap((entry) => textOf(entry, 'id'));
    const all = idsOf('/changes/feed.xml');
    const byArticle = record.entries.flatMap(({ id }) => idsOf(`/entries/${id}/feed.xml`));
    expect(byArticle.toSorted()).toEqual(all.toSorted());
    for (const { id } of record.themes) {
      const ids = idsOf(`/themes/${id}/feed.xml`);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.length).toBeLessThan(all.length);
    }
  });

  test('is the same on any day', () => {
    expect([...exportFiles(record, site)].find(({ path }) => path === '/changes/feed.xml')!.body).toBe(body('/changes/feed.xml'));
    expect(body('/changes/feed.xml')).toContain('<updated>2026-11-22T00:00:00.000Z</updated>');
  });
});

test('robots.txt names the sitemap by its absolute URL', () => {
  expect(body('/robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/record/sitemap-index.xml\n');
});

describe('the search description', () => {
  const description = xml('/opensearch.xml').documentElement;

  test('is OpenSearch 1.1 within the limits of its fields', () => {
    expect(body('/opensearch.xml')).toContain('<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">');
    for (const [name, limit] of Object.entries({ ShortName: 16, LongName: 48, Description: 1024 })) {
      const [text = '', ...more] = textOf(description, name);
      expect(more).toEqual([]);
      expect(text).not.toMatch(/[<>&]|^$/);
      expect([...text].length, name).toBeLessThanOrEqual(limit);
    }
    expect(textOf(description, 'InputEncoding')).toEqual(['UTF-8']);
  });

  test('links to the search page and to itself', () => {
    const urls = children(description, 'Url').map((url) => [url.getAttribute('type'), url.getAttribute('template')]);
    expect(urls).toEqual([
      ['text/html', 'https://example.org/record/search/?q={searchTerms}'],
      ['application/opensearchdescription+xml', 'https://example.org/record/opensearch.xml'],
    ]);
  });
});
