import { Feed } from 'feed';
import type { CitedSite } from '../citations/site.ts';
import type { TheRecord } from '../record/model.ts';
import { compareText } from '../record/order.ts';
import { entryAddress } from '../urls/addresses.ts';

/** What changed, as an Atom feed (RFC 4287): the revisions of all entries, newest first. */
export function changesFeed(record: TheRecord, site: CitedSite): string {
  const revisions = record.entries
    .flatMap((entry) => entry.data.revisions.map((revision, index) => ({ entry, ...revision, number: index + 1 })))
    .toSorted((a, b) => compareText(b.date, a.date) || compareText(a.entry.id, b.entry.id) || b.number - a.number);
  const feed = new Feed({
    id: site.url('/changes/'),
    title: `${site.name}: changes`,
    description: site.description,
    link: site.url('/changes/'),
    language: 'en',
    copyright: site.license,
    updated: midnight(revisions[0]?.date ?? site.issued),
    feedLinks: { atom: site.url('/changes/feed.xml') },
    author: { name: site.name, link: site.url('/') },
    generator: site.name,
  });
  for (const { entry, date, text, number } of revisions)
    feed.addItem({
      id: `${site.url(entryAddress(entry.id))}#revision-${number}`,
      title: entry.data.source.title,
      link: `${site.url(entryAddress(entry.id))}#revisions`,
      date: midnight(date),
      description: text,
    });
  return `${feed.atom1()}\n`;
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
