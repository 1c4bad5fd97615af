import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dataFiles, type DataFile } from '../../src/exports/data-files.ts';
import { citableItems } from '../../src/citations/to-csl.ts';
import type { SiteMetadata } from '../../src/config/site.ts';
import { edition } from '../../src/schema/edition.ts';
import { citables, site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const editor = { name: 'Ada Byron', orcid: 'https://orcid.org/0000-0002-1825-0097' };
const deposited: SiteMetadata = { ...site, doi: '10.5281/zenodo.1234567', editor };
const list = [...dataFiles(record, citables, site)];
const body = (name: string, files: readonly DataFile[] = list) => files.find((file) => file.name === name)!.body as string;
const json = (name: string, files?: readonly DataFile[]) => JSON.parse(body(name, files)) as Record<string, unknown>;
const withDoi = [...dataFiles(record, citableItems(record, deposited), deposited)];

const url = z.url({ protocol: /^https?$/ });
const textQuote = z.strictObject({ type: z.literal('TextQuoteSelector'), exact: z.string().min(1) });
/** Annotations as the Web Annotation Data Model has them: keywords of its context, and what it requires. */
const annotationSchema = z.strictObject({
  id: url,
  type: z.literal('Annotation'),
  motivation: z.literal('describing'),
  body: z.strictObject({
    type: z.literal('TextualBody'),
    value: z.string().min(1),
    format: z.literal('text/plain'),
    language: z.literal('en'),
    purpose: z.literal('describing'),
  }),
  target: z.array(z.strictObject({ type: z.literal('SpecificResource'), source: url, selector: textQuote })).min(1),
  rights: url,
  'dcterms:isPartOf': z.strictObject({ id: url }),
});

describe('annotations.jsonld', () => {
  const { first, total } = json('annotations.jsonld') as unknown as { first: { items: unknown[] }; total: number };
  const items = z.array(annotationSchema).parse(first.items);

  it('has a valid annotation for each statement', () => {
    expect(items).toHaveLength(record.statements.length);
    expect(total).toBe(items.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(annotationSchema.safeParse({ ...items[0], target: [] }).success).toBe(false);
  });

  it('selects words that the statement quotes, else the opening of the passage, and nothing longer', () => {
    record.statements.forEach(({ data: { at, quotes }, entry }, index) => {
      const exact = items[index]!.target.map(({ selector }) => selector.exact);
      const published = new Set([...quotes.map(({ words }) => words), ...at.map((locator) => entry.passages[locator]!.opening)]);
      for (const text of exact) expect(published).toContain(text);
      for (const quote of quotes) if (at.includes(quote.at)) expect(exact).toContain(quote.words);
      for (const { source } of items[index]!.target) expect(source).toBe(entry.data.source.addresses[0]!.url);
    });
  });
});

describe('provenance.jsonld', () => {
  it('expands to terms of PROV, with a chain from each statement to its speakers', async () => {
    const nodes = (await jsonld.expand(json('provenance.jsonld'))) as Record<string, { '@id'?: string }[]>[];
    const byId = new Map(nodes.map((node) => [node['@id'] as unknown as string, node]));
    const prov = (term: string) => `http://www.w3.org/ns/prov#${term}`;
    for (const { id, speakers, via, entry, data } of record.statements) {
      const page = `https://example.org/record/entries/${entry.id}/s${data.n}/`;
      let node = byId.get(`${page}#claim`)!;
      expect(node[prov('hadPrimarySource')]).toEqual([{ '@id': `https://example.org/record/entries/${entry.id}/source/#article` }]);
      const sizes: number[] = [];
      while (node[prov('wasDerivedFrom')]) {
        node = byId.get(node[prov('wasDerivedFrom')]![0]!['@id']!)!;
        sizes.unshift(node[prov('wasAttributedTo')]!.length);
      }
      expect(sizes, id).toEqual([speakers, ...via].map(({ length }) => length));
    }
    for (const node of nodes)
      for (const agent of node[prov('wasAttributedTo')] ?? []) if (agent['@id']) expect(byId.has(agent['@id']), agent['@id']).toBe(true);
  });
});

/** What CFF 1.2.0 requires, of the fields that we use. */
const cff = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  type: z.enum(['dataset', 'software']),
  title: z.string().min(1),
  abstract: z.string().min(1),
  authors: z.array(z.strictObject({ name: z.string(), website: url })).min(1),
  contact: z.array(z.strictObject({ name: z.string(), orcid: z.string().regex(/^https:\/\/orcid\.org\/[\dX-]{19}$/) })).optional(),
  version: z.string(),
  'date-released': z.iso.date(),
  license: z.literal('CC-BY-4.0'),
  url,
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  keywords: z.array(z.string()).min(1),
  references: z.array(
    z.strictObject({
      type: z.enum(['website', 'newspaper-article']),
      title: z.string(),
      authors: z
        .array(z.union([z.strictObject({ name: z.string() }), z.strictObject({ 'family-names': z.string(), 'given-names': z.string() })]))
        .min(1),
      publisher: z.strictObject({ name: z.string() }),
      year: z.int().optional(),
      url,
    }),
  ),
});

describe('CITATION.cff', () => {
  it('is valid, with the articles as references', () => {
    const file = cff.parse(parse(body('CITATION.cff')));
    expect(file.references).toHaveLength(record.entries.length);
    expect(file.version).toBe('2026.1');
    expect(cff.safeParse({ ...file, authors: [] }).success).toBe(false);
  });

  it('has the DOI and the editor if they are known', () => {
    expect(cff.parse(parse(body('CITATION.cff', withDoi)))).toMatchObject({ doi: deposited.doi, contact: [editor] });
  });
});

describe('the DOI of an edition', () => {
  const draft = { date: '2026-11-22', status: 'in-preparation', note: 'First.' };

  it.each([
    ['10.5281/zenodo.1234567', true],
    ['https://doi.org/10.5281/zenodo.1234567', false],
    ['10.5281', false],
    ['doi', false],
  ])('may be “%s”: %s', (doi, isValid) => {
    expect(edition.safeParse({ ...draft, doi }).success).toBe(isValid);
  });
});

describe('datacite.json', () => {
  const required = ['schemaVersion', 'types', 'creators', 'titles', 'publisher', 'publicationYear'];
  /** The schema allows no other field. */
  const optional = [
    ...['doi', 'subjects', 'contributors', 'dates', 'language', 'alternateIdentifiers', 'relatedIdentifiers', 'sizes', 'formats'],
    ...['version', 'rightsList', 'descriptions', 'geoLocations', 'fundingReferences', 'container'],
  ];

  it('has what the schema requires, and the licence', () => {
    const file = json('datacite.json');
    for (const field of required) expect(file, field).toHaveProperty(field);
    for (const name of Object.keys(json('datacite.json', withDoi))) expect([...required, ...optional]).toContain(name);
    expect(file).not.toHaveProperty('doi');
    expect(file).toMatchObject({ publicationYear: '2026', version: '2026.1', rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }] });
    expect(file['relatedIdentifiers']).toHaveLength(record.entries.length);
  });

  it('has the DOI and the ORCID of the editor if they are known', () => {
    expect(json('datacite.json', withDoi)).toMatchObject({
      doi: deposited.doi,
      contributors: [{ contributorType: 'Editor', nameIdentifiers: [{ nameIdentifier: editor.orcid }] }],
    });
    expect(body('CITATION.cff', withDoi)).toContain('10.5281/zenodo.1234567');
  });
});

describe('ro-crate-metadata.json', () => {
  it('describes each file before it, and defines every entity that it refers to', () => {
    for (const files of [list, withDoi]) {
      const graph = json('ro-crate-metadata.json', files)['@graph'] as { '@id': string }[];
      const ids = new Map(graph.map((node) => [node['@id'], node]));
      expect(ids.size).toBe(graph.length);
      expect(ids.get('ro-crate-metadata.json')).toMatchObject({
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
        about: { '@id': './' },
      });
      const { hasPart, license, author } = ids.get('./') as unknown as {
        hasPart: { '@id': string }[];
        license: { '@id': string };
        author: { '@id': string };
      };
      for (const { '@id': id } of [...hasPart, license, author]) expect(ids.has(id), id).toBe(true);
      const described = files.slice(
        0,
        files.findIndex(({ name }) => name === 'ro-crate-metadata.json'),
      );
      expect(hasPart.map(({ '@id': id }) => id)).toEqual(described.map(({ name }) => name));
      for (const { name, bytes } of described) expect(ids.get(name), name).toMatchObject({ '@type': 'File', contentSize: String(bytes) });
    }
  });
});

describe('linkset.json', () => {
  it('links to every file with its type, and back from each', () => {
    const linkset = json('linkset.json')['linkset'] as { anchor: string; item?: { href: string; type: string }[] }[];
    const [data, ...others] = linkset;
    const urls = list.map(({ path }) => site.url(path));
    expect(data!.item!.map(({ href }) => href).toSorted()).toEqual(urls.toSorted());
    for (const { type } of data!.item!) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    expect(data).toMatchObject({ anchor: 'https://example.org/record/data/', 'cite-as': [{ href: 'https://example.org/record/data/' }] });
    expect(others.map(({ anchor }) => anchor).toSorted()).toEqual(urls.toSorted());
    expect((json('linkset.json', withDoi)['linkset'] as object[])[0]).toMatchObject({
      'cite-as': [{ href: 'https://doi.org/10.5281/zenodo.1234567' }],
      author: [{ href: editor.orcid }],
    });
  });
});
