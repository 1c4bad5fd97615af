import { parseHTML } from 'linkedom';
import { dataPath, staticPaths } from '../../src/paths/paths.ts';
import { listFaults, readHead } from './citation-head.ts';
import { graphFaults, type Vocabulary } from './page-graph.ts';
import { readBibtex, readCsl, readRis, type Reading } from './read-citations.ts';

/** A citable page and the forms beside it, as text. */
export interface CitedPage {
  /** From the site's root, without the base path: `/entries/tass-2026/`. */
  address: string;
  html: string;
  bib: string;
  ris: string;
  csl: string;
  json: string;
}

/** The build in which a page stands. */
export interface Build {
  /** Where it is published: `https://example.org/record/`. */
  root: string;
  /** Whether an absolute address of the site answers. */
  answers: (url: string) => boolean;
  /** `@id`s of the graph of the whole Record. */
  ids: Set<string>;
  vocabulary?: Vocabulary;
  /** What the CSL schema finds wrong with items. */
  validCsl?: (items: unknown) => string[];
}

/** Pages on which nothing is citable: those that are there whatever the Record holds, but for the data. Every other page is. */
export const LISTS = new Set(['/404.html', ...staticPaths.filter((address) => address !== dataPath)]);

export const isCitable = (address: string) => !LISTS.has(address);

/** What a page tells of, by its address. */
export function kindOf(address: string): string {
  const [room = '', , part] = address.split('/').filter(Boolean);
  if (room === 'data') return 'data';
  if (room === 'entries' && part) return part === 'source' ? 'source' : 'statement';
  return (
    { entries: 'entry', events: 'event', actors: 'actor', themes: 'theme', places: 'place', terms: 'term' }[room] ?? `unknown: ${room}`
  );
}

/** All that is wrong with a citable page: its head, its other forms, its graph, and where they do not agree. Pure. */
export function findFaults(page: CitedPage, build: Build): string[] {
  const { document } = parseHTML(page.html) as unknown as { document: Document };
  const place = { ...build, canonical: new URL(page.address.slice(1), build.root).href, kind: kindOf(page.address) };
  const head = readHead(document, place);
  const forms = { bib: readBibtex(page.bib), ris: readRis(page.ris), csl: readCsl(page.csl, build.validCsl) };
  const faults = [...head.faults, ...Object.values(forms).flatMap((form) => form.faults)];
  for (const [name, { reading }] of Object.entries(forms)) if (reading) faults.push(...disagreements(name, reading, head.reading!));
  const keys = new Set(Object.values(forms).flatMap(({ reading }) => reading?.key ?? []));
  if (keys.size !== 1) faults.push(`key: differs between the forms: ${[...keys].join(' ')}`);
  for (const key of keys) if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key)) faults.push(`key: not ASCII letters, digits and hyphens: ${key}`);
  for (const [name, { reading }] of Object.entries(forms))
    if (reading) faults.push(...approximationFaults(name, reading, forms.bib.reading?.approximate, page.json));
  faults.push(...jsonFaults(page, place.canonical));
  return [...faults, ...graphFaults(document, head.reading, place)];
}

/** The same for a page on which nothing is citable. */
export function findListFaults({ address, html }: Pick<CitedPage, 'address' | 'html'>, { root, answers }: Build): string[] {
  const { document } = parseHTML(html) as unknown as { document: Document };
  return listFaults(document, { canonical: new URL(address.slice(1), root).href, answers });
}

/** Keys that two things of the site have. */
export function findKeyFaults(pages: readonly Pick<CitedPage, 'address' | 'bib'>[]): string[] {
  const owners = new Map<string, string>();
  return pages.flatMap(({ address, bib }) => {
    const key = readBibtex(bib).reading?.key ?? '';
    const owner = owners.get(key);
    owners.set(key, address);
    return owner === undefined ? [] : [`key: ${key} of ${address} is that of ${owner}`];
  });
}

function disagreements(form: string, reading: Reading, head: Reading): string[] {
  const fields = [
    ['type', reading.type, head.type],
    ['title', reading.title, head.title],
    ['creators', reading.creators.join('; '), head.creators.join('; ')],
    ['date', reading.date, head.date],
    ['address', reading.address, head.address],
  ] as const;
  return fields.flatMap(([field, given, expected]) => (given === expected ? [] : [`${form}: ${field} ${given}, in the head ${expected}`]));
}

/** An approximate date is marked in every form that can mark it; the note of each says it, and says where a date is not printed. */
function approximationFaults(form: string, { approximate, note = '' }: Reading, expected = false, json: string): string[] {
  const known = /"published": \{[^}]*"basis": "(inferred|reckoned)"/.exec(json)?.[1];
  return [
    ...(approximate !== undefined && approximate !== expected ? [`${form}: date ${approximate ? '' : 'not '}marked as approximate`] : []),
    ...(expected && !/\b(?:about|perhaps|inferred|reckoned)\b/.test(note)
      ? [`${form}: date approximate, and the note does not say so`]
      : []),
    ...(known && !note.includes(known) ? [`${form}: date ${known}, and the note does not say so`] : []),
  ];
}

/** The page as data carries the page's address and the citation that the CSL-JSON has. */
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
    return []; // said where the CSL-JSON is read
  }
}
