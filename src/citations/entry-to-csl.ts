import { formatDate } from '../dates/format.ts';
import type { EntryNode, StatementNode } from '../record/model.ts';
import type { Genre } from '../schema/entry.ts';
import { entryPath, sourcePath, statementPath } from '../paths/paths.ts';
import { formatLocators } from '../text/labels.ts';
import { formatList } from '../text/list.ts';
import { createCitableItem, citationKey, type CitableItem } from './citable.ts';
import type { CslName, CslType } from './csl.ts';
import { toCslDate } from './csl-date.ts';
import { toCslName } from './names.ts';
import type { SiteMetadata } from '../config/site.ts';

/** The entry: the Record's account of an article. */
export function entryToCsl(entry: EntryNode, site: SiteMetadata): CitableItem {
  return createCitableItem(
    {
      subject: { kind: 'entry', node: entry },
      id: entry.id,
      title: entry.data.source.title,
      address: entryPath(entry.id),
      abstract: entry.data.summary.text,
      keywords: entry.themes.map((theme) => theme.data.title),
      ...revisedOn(entry),
      notes: [`The Record’s account of the article: ${formatOriginal(entry)}.`],
    },
    site,
  );
}

/** The article itself, by its own authors, in its own outlet, at its own address. */
export function sourceToCsl(entry: EntryNode, site: SiteMetadata): CitableItem {
  const { source } = entry.data;
  const { published } = source;
  const id = citationKey('source', entry.id);
  const address = sourcePath(entry.id);
  const authors = entry.authors.map(({ data }) => toCslName(data));
  const issued = toCslDate(published.edtf);
  const notes = [
    ...(published.basis === 'printed' && published.edtf
      ? []
      : [`Date as given by ${site.name}: ${formatDate(published.edtf, published.basis)}. ${sentence(published.ground ?? '')}`]),
    ...(entry.reprintOf ? [`First published by ${entry.reprintOf.data.names.en}.`] : []),
    ...(entry.archivedBy ? [`Read in the copy of ${entry.archivedBy.data.names.en}.`] : []),
  ];
  const keywords = entry.themes.map((theme) => theme.data.title);
  return {
    id,
    subject: { kind: 'source', node: entry },
    csl: {
      id,
      type: SOURCE_TYPES[source.genre],
      title: source.title,
      ...(authors.length > 0 && { author: authors satisfies CslName[] }),
      'container-title': entry.publisher.data.names.en,
      publisher: entry.publisher.data.names.en,
      ...(issued && { issued }),
      language: source.language,
      abstract: entry.data.summary.text,
      ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
      ...(notes.length > 0 && { note: notes.map((note) => note.trim()).join(' ') }),
      URL: source.addresses[0]!.url,
    },
    address,
    url: site.url(address),
    edtf: published.edtf,
    modified: revisedOn(entry).modified,
    keywords,
  };
}

/** A statement: its page in the Record and, as its original, the article with the passages it stands in. */
export function statementToCsl(statement: StatementNode, site: SiteMetadata): CitableItem {
  const { entry, data } = statement;
  const page = createCitableItem(
    {
      subject: { kind: 'statement', node: statement },
      id: statement.id,
      title: `${entry.data.label}, statement ${data.n}`,
      address: statementPath(statement.id),
      abstract: data.text,
      keywords: statement.themes.map((theme) => theme.data.title),
      ...revisedOn(entry),
      ...(data.withdrawn && { withdrawn: data.withdrawn, modified: data.withdrawn.date }),
      notes: [`Original: ${formatOriginal(entry, data.at)}.`],
    },
    site,
  );
  return { ...page, original: { source: sourceToCsl(entry, site), locators: data.at } };
}

/** What kind of work an article is, by its genre: a think tank's commentary is no newspaper article. */
const SOURCE_TYPES: Record<Genre, CslType> = {
  commentary: 'webpage',
  'news-analysis': 'article-newspaper',
  opinion: 'article-newspaper',
  'news-report': 'article-newspaper',
  'wire-report': 'article-newspaper',
};

/** Days of the first and the last revision of an entry. */
const revisedOn = ({ data }: EntryNode) => ({ issued: data.revisions[0]!.date, modified: data.revisions.at(-1)!.date });

function formatOriginal(entry: EntryNode, locators: readonly string[] = []): string {
  const { title, published, addresses } = entry.data.source;
  return [
    formatList(entry.authors.map(({ data }) => data.names.en)),
    `“${title}”`,
    entry.publisher.data.names.en,
    formatDate(published.edtf, published.basis),
    formatLocators(locators),
    addresses[0]!.url,
  ]
    .filter(Boolean)
    .join(', ');
}

const sentence = (text: string) => text.replace(/^./u, (first) => first.toUpperCase()).replace(/[^.!?]$/u, '$&.');
