import { compareCodeUnits } from '../record/sort.ts';
import { entryPath, statementPath, themesPath, timelinePath } from '../paths/paths.ts';

/** One line of the list of addresses: an address, and what was issued with it. */
export interface Permalink {
  /** Of a page, `/actors/japan/`, or of a file, `/data/record.json`. */
  address: string;
  /** Ids of statements that have their page there. */
  statements: string[];
  /** Endings of the page's other forms, such as `bib`: `/actors/japan.bib`. */
  forms: string[];
  /** Anchors on the page. */
  anchors: string[];
}

/** A page of a build, or a file beside the pages, with what can be cited on it. */
export interface AnchoredPage {
  address: string;
  /** Ids of the page's elements; none of a file. */
  ids: ReadonlySet<string>;
}

const HEAD = `# Addresses issued by this edition, one a line: the address, the id of the statement that stands there, endings of the
# forms beside the page (.bib is /address.bib) and anchors. Written by npm run addresses; of a published edition, never again.
`;

/**
 * Reads a list of addresses.
 *
 * @throws {SyntaxError} with the number of the first line that is none
 */
export function parsePermalinks(text: string): Permalink[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [address = '', ...rest] = line.split(' ');
    const issued: Permalink = { address, statements: [], forms: [], anchors: [] };
    for (const word of rest) {
      if (word.startsWith('.')) issued.forms.push(word.slice(1));
      else if (word.startsWith('#')) issued.anchors.push(word.slice(1));
      else if (/^[a-z0-9-]+\.s\d+$/.test(word)) issued.statements.push(word);
      else throw new SyntaxError(`line ${index + 1} of the addresses: “${word}” is no statement, form or anchor`);
    }
    if (!address.startsWith('/')) throw new SyntaxError(`line ${index + 1} of the addresses: “${address}” is no address`);
    return [issued];
  });
}

/** A list of addresses as text, sorted; what `parsePermalinks` reads. */
export function serializePermalinks(list: readonly Permalink[]): string {
  const lines = list
    .toSorted((a, b) => compareCodeUnits(a.address, b.address))
    .map(({ address, statements, forms, anchors }) =>
      [
        address,
        ...statements.toSorted(compareCodeUnits),
        ...forms.toSorted(compareCodeUnits).map((form) => `.${form}`),
        ...anchors.map((anchor) => `#${anchor}`),
      ].join(' '),
    );
  return [HEAD, ...lines.map((line) => `${line}\n`)].join('');
}

/** A list without what another has issued already. */
export function newPermalinks(list: readonly Permalink[], earlier: readonly Permalink[]): Permalink[] {
  const known = new Set(earlier.flatMap(identifiersOf));
  return list.flatMap((each) => {
    const fresh = {
      address: each.address,
      statements: each.statements.filter((id) => !known.has(id)),
      forms: each.forms.filter((form) => !known.has(formOf(each.address, form))),
      anchors: each.anchors.filter((anchor) => !known.has(`${each.address}#${anchor}`)),
    };
    const anything = !known.has(each.address) || fresh.statements.length + fresh.forms.length + fresh.anchors.length > 0;
    return anything ? [fresh] : [];
  });
}

/** What a list promises, one by one: addresses, addresses with anchors, ids of statements. */
export const identifiersOf = ({ address, statements, forms, anchors }: Permalink): string[] => [
  address,
  ...forms.map((form) => formOf(address, form)),
  ...anchors.map((anchor) => `${address}#${anchor}`),
  ...statements,
];

const formOf = (address: string, form: string) => `${address.replace(/\/$/, '')}.${form}`;

/** What a build can be held to. */
export interface BuiltSite {
  /** Pages, redirects and tombstones among them, by address. */
  pages: ReadonlyMap<string, ReadonlySet<string>>;
  /** Files beside the pages, by address. */
  files: ReadonlySet<string>;
  /** Ids of statements, withdrawn ones among them. */
  statements: ReadonlySet<string>;
  /** Pages that only lead elsewhere or say that nothing stands there: their anchors went with them. */
  retired: ReadonlySet<string>;
}

/** What was issued and no longer answers in a build, in the order of the list. */
export function findBrokenPermalinks(list: readonly Permalink[], { pages, files, statements, retired }: BuiltSite): string[] {
  return list.flatMap(({ address, statements: ids, forms, anchors }) => [
    ...((address.endsWith('/') ? pages.has(address) : files.has(address)) ? [] : [address]),
    ...forms.map((form) => formOf(address, form)).filter((form) => !files.has(form)),
    ...anchors.filter((anchor) => !retired.has(address) && !pages.get(address)?.has(anchor)).map((anchor) => `${address}#${anchor}`),
    ...ids.filter((id) => !statements.has(id) && !retired.has(statementPath(id))),
  ]);
}

/** What a build issues: every page that stands, its forms, its lasting anchors, and the files of the data. */
export function collectPermalinks(
  { pages, files, statements, retired }: BuiltSite,
  questions: ReadonlyMap<string, readonly string[]>,
): Permalink[] {
  const byAddress = new Map([...statements].map((id) => [statementPath(id), id]));
  const formsOf = (address: string) => FORMS.filter((form) => files.has(formOf(address, form)));
  const standing = [...pages].filter(([address]) => address.endsWith('/') && !retired.has(address));
  return [
    ...standing.map(([address, ids]) => ({
      address,
      statements: byAddress.has(address) ? [byAddress.get(address)!] : [],
      forms: formsOf(address),
      anchors: lastingAnchors(address, questions).flatMap((lasting) => [...ids].filter((id) => lasting.test(id))),
    })),
    ...[...files].filter(isIssuedFile).map((address) => ({ address, statements: [], forms: [], anchors: [] })),
  ].toSorted((a, b) => compareCodeUnits(a.address, b.address));
}

const FORMS = ['bib', 'csl.json', 'json', 'ris'];

/** Files of the site that readers name: the data, the feed, and what machines look for by name. */
const isIssuedFile = (address: string) =>
  /^\/data\/[^/]+$/.test(address) || ['/changes/feed.xml', '/sitemap-index.xml', '/robots.txt', '/opensearch.xml'].includes(address);

/** Anchors that are promised: statements of an article, years, questions and editions. Headings may come and go with what is below them. */
function lastingAnchors(address: string, questions: ReadonlyMap<string, readonly string[]>): RegExp[] {
  if (address === timelinePath) return [/^(?:y\d+|undated)$/];
  if (address === '/changes/') return [/^e\d+-\d+$/];
  if (address.startsWith(themesPath)) return (questions.get(address) ?? []).map((id) => new RegExp(`^${id}$`));
  return address.startsWith('/entries/') && address.split('/').length === 4 && address !== entryPath('') ? [/^s\d+$/] : [];
}
