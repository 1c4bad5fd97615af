import { Feed, type Item } from 'feed';
import type { SiteMetadata } from '../config/site.ts';
import type { EditionDiff } from '../editions/diff.ts';
import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { editionPath, entryPath } from '../paths/paths.ts';
import { changeListItem } from '../views/changes.ts';

/** Formats an Atom feed (RFC 4287), newest first: published editions, their changes, and the revisions of all entries. */
export function atomFeed(record: TheRecord, site: SiteMetadata, editions: readonly EditionDiff[]): string {
  const items = [...editionItems(site, editions), ...revisionItems(record, site)].toSorted(
    (a, b) => b.date.getTime() - a.date.getTime() || compareCodeUnits(a.id!, b.id!),
  );
  const feed = new Feed({
    id: site.url('/changes/'),
    title: `${site.name}: changes`,
    description: site.description,
    link: site.url('/changes/'),
    language: 'en',
    copyright: site.license,
    updated: items[0]?.date ?? midnight(site.issued),
    feedLinks: { atom: site.url('/changes/feed.xml') },
    author: { name: site.name, link: site.url('/') },
    generator: site.name,
  });
  for (const item of items) feed.addItem(item);
  return `${feed.atom1()}\n`;
}

function revisionItems(record: TheRecord, site: SiteMetadata): Item[] {
  return record.entries.flatMap((entry) =>
    entry.data.revisions.map(({ date, text }, index) => ({
      id: `${site.url(entryPath(entry.id))}#revision-${index + 1}`,
      title: entry.data.source.title,
      link: `${site.url(entryPath(entry.id))}#revisions`,
      date: midnight(date),
      description: text,
    })),
  );
}

/** Returns the published editions with their changes. */
function editionItems(site: SiteMetadata, editions: readonly EditionDiff[]): Item[] {
  return editions
    .filter(({ edition }) => edition.data.status === 'published')
    .flatMap(({ edition: { id, data }, changes = [] }) => {
      const link = site.url(editionPath(id));
      const date = midnight(data.date);
      return [
        { id: link, title: `Edition ${id}`, link, date, description: data.note },
        // Rewordings change nothing that a subscriber relies on.
        ...changes
          .filter(({ what }) => what !== 'reworded')
          .map((change) => {
            const { key, name, address, text, fields, reason } = changeListItem(change);
            const wordings = fields.map(({ field, before, after }) => `${field}: ${quote(before)} → ${quote(after)}`);
            return {
              id: `${link}-${key}`,
              title: `${TITLES[change.what]}: ${name}`,
              link: address ? site.url(address) : link,
              date,
              description: [text, reason, ...wordings].filter((each) => each !== undefined).join('\n'),
            };
          }),
      ];
    });
}

const TITLES = { added: 'Added', corrected: 'Corrected', reworded: 'Reworded', merged: 'Merged', withdrawn: 'Withdrawn' } as const;

const quote = (wording: string | null) => (wording === null ? 'nothing' : `“${wording}”`);

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
