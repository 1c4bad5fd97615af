import { sayDate } from '../dates/format.ts';
import type { EntryNode, StatementNode } from '../record/model.ts';
import type { Genre } from '../schema/entry.ts';
import { entryAddress, sourceAddress, statementAddress } from '../paths/paths.ts';
import { join, sayLocators } from '../text/labels.ts';
import { citePage, keyOf, type Citable } from './citable.ts';
import type { CslName, CslType } from './csl.ts';
import { cslDate } from './csl-date.ts';
import { cslName } from './names.ts';
import type { CitedSite } from './site-metadata.ts';

/** The entry: the Record's account of an article. */
export function citeEntry(entry: EntryNode, site: CitedSite): Citable {
  return citePage(
    {
      subject: { kind: 'entry', node: entry },
      id: entry.id,
      title: entry.data.source.title,
      address: entryAddress(entry.id),
      abstract: entry.data.summary.text,
      keywords: entry.themes.map((theme) => theme.data.title),
      ...revisedOn(entry),
      notes: [`The Record’s account of the article: ${sayOriginal(entry)}.`],
    },
    site,
  );
}

/** The article itself, by its own authors, in its own outlet, at its own address. */
export function citeSource(entry: EntryNode, site: CitedSite): Citable {
  const { source } = entry.data;
  const { published } = source;
  const id = keyOf('source', entry.id);
  const address = sourceAddress(entry.id);
  const authors = entry.authors.map(({ data }) => cslName(data));
  const issued = cslDate(published.edtf);
  const notes = [
    ...(published.basis === 'printed' && published.edtf
      ? []
      : [`Date as given by ${site.name}: ${sayDate(published.edtf, published.basis)}. ${sentence(published.ground ?? '')}`]),
    ...(entry.reprintOf ? [`First published by ${entry.reprintOf.data.names.en}.`] : []),
    ...(entry.copyAt ? [`Read in the copy of ${entry.copyAt.data.names.en}.`] : []),
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
export function citeStatement(statement: StatementNode, site: CitedSite): Citable {
  const { entry, data } = statement;
  const page = citePage(
    {
      subject: { kind: 'statement', node: statement },
      id: statement.id,
      title: `${entry.data.label}, statement ${data.n}`,
      address: statementAddress(statement.id),
      abstract: data.text,
      keywords: statement.themes.map((theme) => theme.data.title),
      ...revisedOn(entry),
      ...(data.withdrawn && { withdrawn: data.withdrawn, modified: data.withdrawn.date }),
      notes: [`Original: ${sayOriginal(entry, data.at)}.`],
    },
    site,
  );
  return { ...page, original: { source: citeSource(entry, site), locators: data.at } };
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

function sayOriginal(entry: EntryNode, locators: readonly string[] = []): string {
  const { title, published, addresses } = entry.data.source;
  return [
    join(entry.authors.map(({ data }) => data.names.en)),
    `“${title}”`,
    entry.publisher.data.names.en,
    sayDate(published.edtf, published.basis),
    sayLocators(locators),
    addresses[0]!.url,
  ]
    .filter(Boolean)
    .join(', ');
}

const sentence = (text: string) => text.replace(/^./u, (first) => first.toUpperCase()).replace(/[^.!?]$/u, '$&.');
