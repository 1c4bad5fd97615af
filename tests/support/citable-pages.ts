import { parseHTML } from 'linkedom';
import { dataPath, staticPaths } from '../../src/paths/paths.ts';
import { listFaults, readHead } from './citation-head.ts';
import { graphFaults, type Vocabulary } from './page-graph.ts';
import { readBibtex, readCsl, readRis, type Reading } from './read-citations.ts';

/**
 * A citable page in all its formats, as text. This file and those that it imports are oracles: they check citations without src/citations.
 */
export interface CitedPage {
  /** From the site's root, without the base path: `/entries/tass-2026/`. */
  address: string;
  html: string;
  bib: string;
  ris: string;
  csl: string;
  json: string;
}

/** What a page is checked against. */
export interface Build {
  /** Where it is published: `https://example.org/record/`. */
  root: string;
  /** Whether the build has the page or file of an absolute URL. */
  exists: (url: string) => boolean;
  /** `@id`s of the graph of the whole Record. */
  ids: Set<string>;
  vocabulary?: Vocabulary;
  /** Returns the errors of items by the CSL schema. */
  validCsl?: (items: unknown) => string[];
}

/** Pages without a citation: the static pages except `/data/`. */
export const LISTS = new Set(['/404.html', ...staticPaths.filter((address) => address !== dataPath)]);

/** Addresses below which no page has a citation. */
const UNCITED = /^\/(?:editions\/.|compare\/)/;

export const isCitable = (address: string) => !LISTS.has(address) && !UNCITED.test(address);

/** Returns the kind of thing that a page is about, by its address. */
export function kindOf(address: string): string {
  const [section = '', , part] = address.split('/').filter(Boolean);
  if (section === 'data') return 'data';
  if (section === 'entries' && part) return part === 'source' ? 'source' : 'statement';
  return (
    { entries: 'entry', events: 'event', actors: 'actor', themes: 'theme', questions: 'question', places: 'place', terms: 'term' }[
      section
    ] ?? `unknown: ${section}`
  );
}

/** Returns all faults of a citable page: in its head, its other formats and its graph, and where they disagree. */
export function findFaults(page: CitedPage, build: Build): string[] {
  const { document } = parseHTML(page.html) as unknown as { document: Document };
  const place = { ...build, canonical: new URL(page.address.slice(1), build.root).href, kind: kindOf(page.address) };
  const head = readHead(document, place);
  const formats = { bib: readBibtex(page.bib), ris: readRis(page.ris), csl: readCsl(page.csl, build.validCsl) };
  const faults = [...head.faults, ...Object.values(formats).flatMap((format) => format.faults)];
  for (const [name, { reading }] of Object.entries(formats)) if (reading) faults.push(...disagreements(name, reading, head.reading!));
  const keys = new Set(Object.values(formats).flatMap(({ reading }) => reading?.key ?? []));
  if (keys.size !== 1) faults.push(`key: differs between the formats: ${[...keys].join(' ')}`);
  for (const key of keys) if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key)) faults.push(`key: not ASCII letters, digits and hyphens: ${key}`);
  for (const [name, { reading }] of Object.entries(formats))
    if (reading) faults.push(...approximationFaults(name, reading, formats.bib.reading?.approximate, page.json));
  faults.push(...jsonFaults(page, place.canonical));
  return [...faults, ...graphFaults(document, head.reading, place)];
}

/** Returns all faults of a page without a citation. */
export function findListFaults({ address, html }: Pick<CitedPage, 'address' | 'html'>, { root, exists }: Build): string[] {
  const { document } = parseHTML(html) as unknown as { document: Document };
  return listFaults(document, { canonical: new URL(address.slice(1), root).href, exists });
}

/** Returns keys that two pages share. */
export function findKeyFaults(pages: readonly Pick<CitedPage, 'address' | 'bib'>[]): string[] {
  const owners = new Map<string, string>();
  return pages.flatMap(({ address, bib }) => {
    const key = readBibtex(bib).reading?.key ?? '';
    const owner = owners.get(key);
    owners.set(key, address);
    return owner === undefined ? [] : [`key: ${key} of ${address} is also the key of ${owner}`];
  });
}

function disagreements(format: string, reading: Reading, head: Reading): string[] {
  const fields = [
    ['type', reading.type, head.type],
    ['title', reading.title, head.title],
    ['creators', reading.creators.join('; '), head.creators.join('; ')],
    ['date', reading.date, head.date],
    ['address', reading.address, head.address],
  ] as const;
  return fields.flatMap(([field, given, expected]) =>
    given === expected ? [] : [`${format}: ${field} ${given}, in the head ${expected}`],
  );
}

/** Returns formats that do not mark an approximate date although they can, or whose note does not say how a date is known. */
function approximationFaults(format: string, { approximate, note = '' }: Reading, expected = false, json: string): string[] {
  const known = /"published": \{[^}]*"basis": "(inferred|reckoned)"/.exec(json)?.[1];
  return [
    ...(approximate !== undefined && approximate !== expected ? [`${format}: date ${approximate ? '' : 'not '}marked as approximate`] : []),
    ...(expected && !/\b(?:about|perhaps|inferred|reckoned)\b/.test(note)
      ? [`${format}: date approximate, and the note does not say so`]
      : []),
    ...(known && !note.includes(known) ? [`${format}: date ${known}, and the note does not say so`] : []),
  ];
}

/** Returns faults of the page as JSON: it has the page's URL and the citation of the CSL-JSON. */
function jsonFaults({ json, csl }: CitedPage, canonical: string): string[] {
  let data: { url?: string; edition?: string; citation?: { edition?: string; version?: string } };
  try {
    data = JSON.parse(json) as typeof data;
  } catch (error) {
    return [`json: does not parse: ${(error as Error).message}`];
  }
  if (data.url !== canonical) return [`json: url ${data.url}, not ${canonical}`];
  const { edition = data.citation?.version ?? data.edition } = data.citation ?? {};
  if (data.edition !== edition) return [`json: edition ${data.edition}, cited as ${edition}`];
  try {
    const [item] = JSON.parse(csl) as unknown[];
    return JSON.stringify(item) === JSON.stringify(data.citation) ? [] : ['json: another citation than the CSL-JSON'];
  } catch {
    return []; // readCsl reports it
  }
}
