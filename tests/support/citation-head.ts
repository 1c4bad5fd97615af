import type { Parsed } from './read-citations.ts';

/** What the head of a page is checked against. This file is an oracle: it imports nothing of src. */
export interface HeadPlace {
  /** The page's own address, absolute. */
  canonical: string;
  /** Where the site is published: `https://example.org/record/`. */
  root: string;
  kind: string;
  /** Whether an absolute address of the site exists in the build. */
  exists: (url: string) => boolean;
}

/** Tags that every citable page has once. */
const ONCE = [
  ...['citation_title', 'citation_public_url', 'citation_language', 'citation_publisher'],
  ...['DC.type', 'DC.title', 'DC.publisher', 'DC.language', 'DC.identifier'],
  ...['og:type', 'og:title', 'og:url', 'og:site_name', 'og:description', 'og:image'],
];
/** Tags that the Record's own pages have once too. An article itself has neither its licence nor its revisions. */
const ONCE_OF_OWN = ['citation_publication_date', 'citation_abstract', 'prism.edition', 'DC.rights', 'DCTERMS.issued', 'DCTERMS.modified'];
const ONCE_OF_ARTICLES = ['DC.source'];

/** Item types of Zotero as which pages are saved, by kind. */
const SAVED_AS: Record<string, string[]> = { source: ['newspaperArticle', 'report', 'webpage'], data: ['dataset'] };

/** Formats of a page, by media type. */
const FORMATS = [
  'application/x-bibtex',
  'application/x-research-info-systems',
  'application/vnd.citationstyles.csl+json',
  'application/json',
];

/** Elements that a head may contain. Any other ends it: the tags after it are in the body, where readers do not find them. */
const METADATA = new Set(['TITLE', 'META', 'LINK', 'SCRIPT', 'STYLE', 'BASE', 'NOSCRIPT', 'TEMPLATE']);

/** Parses the head of a citable page as a reference manager does, with all its faults. */
export function readHead(document: Document, { canonical, root, kind, exists }: HeadPlace): Parsed {
  const { values, hrefs } = tagsOf(document);
  const faults = [...canonicalFaults(document, canonical), ...trapFaults(document)];
  const one = (name: string) => values(name)[0];
  const required = [...ONCE, ...(kind === 'source' ? [] : ONCE_OF_OWN), ...(SAVED_AS[kind] ? [] : ONCE_OF_ARTICLES)];
  for (const name of required) if (values(name).length !== 1) faults.push(`${name}: ${values(name).length} tags, not one`);
  for (const name of required) if (one(name)?.trim() === '') faults.push(`${name}: empty`);

  if (kind === 'source' && one('citation_abstract')) faults.push('citation_abstract: the Record’s summary as that of the article');
  const type = one('DC.type');
  if (type && !(SAVED_AS[kind] ?? ['encyclopediaArticle']).includes(type)) faults.push(`DC.type: a page of ${kind} saved as ${type}`);
  if (one('og:type') !== 'article') faults.push(`og:type: ${one('og:type')}, not article`);
  const title = one('citation_title');
  // The heading of a statement is its sentence, or what became of it.
  const heading =
    kind === 'statement' ? document.title.split(' · ')[0] : document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
  if (title !== heading && title !== `${heading} (${kind})`) faults.push(`citation_title: not what the h1 names: ${heading}`);
  const date = one('citation_publication_date');
  if (date && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) faults.push(`citation_publication_date: not an ISO date: ${date}`);
  const address = one('citation_public_url');
  if (kind === 'source') {
    if (address && (!/^https?:\/\//.test(address) || address.startsWith(root)))
      faults.push(`citation_public_url: not the original's: ${address}`);
  } else if (address !== canonical) faults.push(`citation_public_url: not the page's address: ${address}`);

  if (values('citation_author').length === 0) faults.push('citation_author: none');
  const creators = values('citation_author').map((author) => {
    if (!author.includes(',')) faults.push(`citation_author: without a comma, a body would be split as a person: ${author}`);
    return author.endsWith(',') ? `{${author.slice(0, -1)}}` : author;
  });
  const same = [
    ['DC.title', title, one('DC.title')],
    ['DC.creator', creators.map((name) => name.replace(/^\{(.*)\}$/, '$1')).join('; '), values('DC.creator').join('; ')],
    ['DC.identifier', address, one('DC.identifier')],
    ['DC.language', one('citation_language'), one('DC.language')],
    ['DC.publisher', one('citation_publisher'), one('DC.publisher')],
    ['DCTERMS.issued', date, one('DCTERMS.issued')],
    ['og:title', title, one('og:title')],
    ['og:url', canonical, one('og:url')],
    ...(kind === 'source' ? [] : [['og:description', one('citation_abstract'), one('og:description')] as const]),
  ] as const;
  for (const [name, expected, given] of same) if (expected !== given) faults.push(`${name}: ${given}, not ${expected}`);
  if ((one('DCTERMS.modified') ?? '9') < (one('DCTERMS.issued') ?? '')) faults.push('DCTERMS.modified: before DCTERMS.issued');

  faults.push(...imageFaults(document, exists));
  faults.push(...cardFaults(document, kind, heading));
  faults.push(...linkFaults(document, { canonical, root, kind, exists }));
  if (hrefs('schema.DC').length !== 1) faults.push('schema.DC: not declared once');
  return { faults, reading: { type, title, creators, date, address } };
}

/** Returns faults of a page without a citation. The page for missing pages (404) has no canonical URL. */
export function listFaults(document: Document, { canonical, exists }: Pick<HeadPlace, 'canonical' | 'exists'>): string[] {
  const cited = [...document.querySelectorAll('meta[name]')]
    .map(nameOf)
    .filter((name) => /^(?:citation_|DC\.|DCTERMS\.|prism\.)/.test(name));
  const addresses = document.querySelectorAll('link[rel="canonical"], meta[property="og:url"]').length;
  return [
    ...(canonical.endsWith('/404.html')
      ? addresses > 0
        ? ['canonical: on a page without an address']
        : []
      : canonicalFaults(document, canonical)),
    ...imageFaults(document, exists),
    ...cited.map((name) => `${name}: on a page that is not citable`),
    ...[...document.querySelectorAll('link[rel="cite-as"]')].map(() => 'cite-as: on a page that is not citable'),
  ];
}

function canonicalFaults(document: Document, canonical: string): string[] {
  const given = [...document.querySelectorAll('link[rel="canonical"]')].map((link) => link.getAttribute('href'));
  if (given.length !== 1) return [`canonical: ${given.length} tags, not one`];
  if (!/^https?:\/\//.test(given[0] ?? '')) return [`canonical: not absolute: ${given[0]}`];
  return given[0] === canonical ? [] : [`canonical: ${given[0]}, not the page's own address`];
}

/** Returns markup that makes reference managers ignore the tags. */
function trapFaults(document: Document): string[] {
  const faults: string[] = [];
  const { values } = tagsOf(document);
  if (values('citation_journal_title').length > 0) faults.push('citation_journal_title: makes a journal article');
  if (document.querySelector('.Z3988, link[rel="unapi-server"], .unapi-id')) faults.push('COinS or unAPI: replaces the tags of the page');
  if (values('citation_author').length === 0 && document.querySelector('[class*="byline"], [class*="vcard"]'))
    faults.push('byline: taken for the author where no tag names one');
  if (values('citation_publication_date').length === 0 && document.querySelector('time[datetime]'))
    faults.push('time: taken for the date where no tag gives one');
  for (const node of document.head.childNodes) {
    if (node.nodeType === 1 && !METADATA.has((node as Element).tagName))
      faults.push(`head: ended by <${(node as Element).tagName.toLowerCase()}>`);
    if (node.nodeType === 3 && node.textContent?.trim()) faults.push(`head: ended by the text ${node.textContent.trim()}`);
  }
  for (const tag of document.querySelectorAll('body meta[name], body link[rel="canonical"]'))
    faults.push(`${nameOf(tag) || 'canonical'}: in the body`);
  return faults;
}

/** Returns faults of the links to other formats, of the downloads and of Signposting. */
function linkFaults(document: Document, { canonical, root, kind, exists }: HeadPlace): string[] {
  const faults: string[] = [];
  const { hrefs } = tagsOf(document);
  for (const rel of ['alternate', 'describedby'])
    for (const type of FORMATS) {
      const given = hrefs(rel, type);
      if (given.length !== 1) faults.push(`${rel}: ${given.length} of ${type}, not one`);
      for (const href of given) if (!exists(href)) faults.push(`${rel}: is not in the build: ${href}`);
    }
  for (const link of document.querySelectorAll('a[download]')) {
    const href = new URL(link.getAttribute('href') ?? '', canonical).href;
    if (!exists(href)) faults.push(`download: is not in the build: ${href}`);
  }
  const citeAs = hrefs('cite-as');
  if (citeAs.length !== 1) faults.push(`cite-as: ${citeAs.length} links, not one`);
  else if (citeAs[0] !== canonical && !(kind === 'statement' && citeAs[0] === frozenStatement(document, canonical, root)))
    faults.push(`cite-as: ${citeAs[0]}, not the page's address`);
  else if (!exists(citeAs[0])) faults.push(`cite-as: is not in the build: ${citeAs[0]}`);
  if (!exists(canonical)) faults.push(`canonical: is not in the build: ${canonical}`);
  const types = hrefs('type');
  if (types.length !== 2 || types[0] !== 'https://schema.org/AboutPage')
    faults.push(`type: not AboutPage and one more: ${types.join(' ')}`);
  if (kind === 'data') {
    const items = hrefs('item');
    for (const href of items) if (!exists(href)) faults.push(`item: is not in the build: ${href}`);
    const files = [...document.querySelectorAll('main table a')].map((link) => new URL(link.getAttribute('href')!, canonical).href);
    if (items.toSorted().join() !== [...new Set(files)].toSorted().join()) faults.push('item: not the files that the page lists');
    if (hrefs('linkset', 'application/linkset+json').length !== 1) faults.push('linkset: not one with its type');
  }
  if (kind !== 'data' && hrefs('collection').join() !== `${root}data/`)
    faults.push(`collection: ${hrefs('collection').join()}, not ${root}data/`);
  for (const rel of ['author', 'license'])
    if (hrefs(rel).length !== (kind === 'source' ? 0 : 1)) faults.push(`${rel}: ${hrefs(rel).length} links on a page of ${kind}`);
  return faults;
}

/** Returns the address of a statement in the edition that its page cites. */
const frozenStatement = (document: Document, canonical: string, root: string) =>
  canonical.replace(/^.*\/entries\/([^/]+)\/(s\d+)\/$/, `${root}editions/${tagsOf(document).values('prism.edition')[0]}/$1/#$2`);

const imageFaults = (document: Document, exists: HeadPlace['exists']) =>
  tagsOf(document)
    .values('og:image')
    .flatMap((url) => (exists(url) ? [] : [`og:image: is not in the build: ${url}`]));

/** Returns faults of the text of the card: pages with their own card have what their heading says, then a line. */
function cardFaults(document: Document, kind: string, heading = ''): string[] {
  const { values } = tagsOf(document);
  const [text = ''] = values('og:image:alt');
  // A statement without links has the card of its article.
  const says = kind === 'statement' && /-s\d+\.png$/.test(values('og:image')[0] ?? '') ? values('citation_abstract')[0]! : heading;
  const hasOwn = ['entry', 'source', 'actor', 'theme', 'question'].includes(kind) || says !== heading;
  return text === '' || (hasOwn && !text.startsWith(says)) ? [`og:image:alt: ${text}, not what the page says`] : [];
}

const nameOf = (tag: Element) => tag.getAttribute('name') ?? tag.getAttribute('property') ?? '';

function tagsOf(document: Document) {
  return {
    values: (name: string) =>
      [...document.head.querySelectorAll('meta')].filter((tag) => nameOf(tag) === name).map((tag) => tag.getAttribute('content') ?? ''),
    hrefs: (rel: string, type?: string) =>
      [...document.head.querySelectorAll('link')]
        .filter((tag) => tag.getAttribute('rel')?.split(' ').includes(rel) && (!type || tag.getAttribute('type') === type))
        .map((tag) => tag.getAttribute('href') ?? ''),
  };
}
