import { formatDate } from '../dates/format.ts';
import type { EntryNode } from '../record/model.ts';
import { actorPath, entryPath } from '../paths/paths.ts';
import { genreLabels } from '../text/labels.ts';
import { formatList } from '../text/english.ts';
import type { Link } from './link.ts';

/** Returns the data for the page of the article itself. */
export function sourcePage(entry: EntryNode) {
  const { source, label, standpoint, revisions } = entry.data;
  const by = formatList(entry.authors.map(({ data }) => data.names.en)) || 'Unsigned';
  const publishedInWords = formatDate(source.published.edtf, source.published.basis);
  const publisher = { name: entry.publisher.data.names.en, address: actorPath(entry.publisher.id) };
  return {
    title: source.title,
    language: new Intl.DisplayNames('en', { type: 'language' }).of(source.language),
    description: `${publisher.name}, ${by}, ${publishedInWords}: the article itself as a bibliographic record.`,
    genreLabel: genreLabels[source.genre],
    by,
    authors: entry.authors.map(({ id, data }) => ({ name: data.names.en, address: actorPath(id) })),
    publisher,
    published: source.published,
    publishedInWords,
    // First publisher and archived copy, if they differ from the publisher.
    provenance: provenance(entry),
    addresses: source.addresses,
    // Day on which the article was read at its addresses, `YYYY-MM-DD`: that of the entry's first version.
    seenOn: revisions[0]!.date,
    owner: standpoint.owner,
    entry: { name: label, address: entryPath(entry.id) },
  };
}

export type SourcePage = ReturnType<typeof sourcePage>;

/** Returns links to the first publisher of an article and to the archive of the copy that was read, if there are any. */
export const provenance = ({ reprintedFrom, archivedBy }: EntryNode): (Link & { label: string })[] => [
  ...(reprintedFrom ? [{ label: 'First published by', ...actorLink(reprintedFrom) }] : []),
  ...(archivedBy ? [{ label: 'Copy read', ...actorLink(archivedBy) }] : []),
];

const actorLink = ({ id, data }: EntryNode['publisher']): Link => ({ name: data.names.en, address: actorPath(id) });
