import { isEdtf } from '../../src/dates/parse.ts';
import { cleanText, collapseSpaces, type DateProposal } from './blocks.ts';

/** What the metadata of a page give: schema.org in JSON-LD, Open Graph, and names of `meta` elements. */
export interface PageMetadata {
  titles: string[];
  authors: string[];
  /** The text of the first element that is marked as an author. */
  byline?: string;
  outlet?: string;
  published?: DateProposal;
  updated?: string;
  language?: string;
  url?: string;
}

/** Names of properties of a date of publication. Other dates, such as `date`, may be the day of an update. */
const PUBLISHED = [
  ...['article:published_time', 'og:article:published_time', 'datepublished', 'citation_publication_date', 'dcterms.issued'],
  ...['dc.date.issued', 'parsely-pub-date', 'pubdate', 'publish-date', 'publishdate'],
];
const UPDATED = ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'date', 'dc.date', 'last-modified'];

/** Elements that are marked as an author. */
export const BYLINE = '[rel~=author], [itemprop~=author], [class*=byline], [class*=author]';

/** Returns what the metadata of a page give. @param html the source of the document */
export function readMetadata(document: Document, html: string): PageMetadata {
  const article = findArticle(document);
  const properties = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? meta.getAttribute('name') ?? '').toLowerCase();
    const content = tidy(meta.getAttribute('content')!);
    if (name && content) properties.set(name, [...(properties.get(name) ?? []), content]);
  }
  const get = (...names: string[]) => names.map((name) => properties.get(name)?.[0]).find(Boolean);
  const time = document.querySelector('time[itemprop~="datePublished"], time[pubdate]')?.getAttribute('datetime') ?? '';
  const published = [textsOf(article?.['datePublished'])[0], get(...PUBLISHED), time].map((text) => text && toDay(text)).find(Boolean);
  const updated = [textsOf(article?.['dateModified'])[0], get(...UPDATED)].map((text) => text && toDay(text)).find(Boolean);
  const authors = [textsOf(article?.['author']), properties.get('citation_author') ?? [], properties.get('author') ?? []];
  const [outlet, language] = [get('og:site_name') ?? textsOf(article?.['publisher'])[0], document.documentElement?.getAttribute('lang')];
  const byline = tidy(document.querySelector(BYLINE)?.textContent ?? '');
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html)?.[1];
  const links = [document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), get('og:url'), saved];
  const url = links.find((link) => link && /^https?:/.test(link) && URL.canParse(link));
  return {
    titles: [...textsOf(article?.['headline']), get('og:title', 'citation_title', 'twitter:title') ?? '', tidy(document.title)].filter(
      Boolean,
    ),
    authors: (authors.find((names) => names.some(isName)) ?? []).filter(isName),
    ...(byline && byline.length < 100 && { byline }),
    ...(outlet && { outlet }),
    ...(published && { published: { edtf: published, wording: published } }),
    ...(updated && { updated }),
    ...(toLanguage(language) && { language: toLanguage(language)! }),
    ...(url && { url }),
  };
}

/** Returns the first object of JSON-LD that is an article, or undefined. Broken JSON is ignored. */
function findArticle(document: Document): Record<string, unknown> | undefined {
  const objects = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return flatten(JSON.parse(script.textContent ?? ''));
    } catch {
      return [];
    }
  });
  return objects.find((object) => textsOf(object['@type']).some((type) => /Article|Posting|Report$/.test(type)));
}

/** Returns the objects of JSON-LD in a list, with those in `@graph` and `mainEntity`. */
function flatten(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  return [object, ...flatten(object['@graph']), ...flatten(object['mainEntity'])];
}

/** Returns the texts in a value of JSON-LD. Those of an object are its names. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [tidy(value)].filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? textsOf((value as { name?: unknown }).name) : [];
}

/** Returns the day of a time stamp in its own time zone, or undefined. */
function toDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(text) ?? [];
  const edtf = `${year}-${month}-${day}`;
  return isEdtf(edtf) ? edtf : undefined;
}

/** Returns the language of a BCP 47 tag, without region and script. */
function toLanguage(tag: string | null | undefined): string | undefined {
  try {
    return tag ? new Intl.Locale(tag.replaceAll('_', '-')).language : undefined;
  } catch {
    return undefined;
  }
}

const isName = (text: string) => !/^https?:|@|^(?:admin|editor|staff|редакция)$/i.test(text);
const tidy = (text: string) => collapseSpaces(cleanText(text));
