import { Feed, type Item } from 'feed';
import type { SiteMetadata } from '../config/site.ts';
import type { Change, EditionDiff } from '../editions/diff.ts';
import type { EntryNode, StatementNode, TheRecord, ThemeNode } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { changesFeedPath, changesPath, editionPath, entryPath, feedPath, themePath } from '../paths/paths.ts';
import { firstSentence } from '../text/english.ts';
import { changeListItem } from '../views/changes.ts';

/** What a feed is about: an article or a theme. */
interface Scope {
  name: string;
  /** Path of its page. */
  address: string;
  includesRevision: (entry: EntryNode, statements: readonly string[] | undefined) => boolean;
  includesChange: (change: Change) => boolean;
}

/** Returns the feeds of the Record, of each article and of each theme, by path. */
export function* atomFeeds(
  record: TheRecord,
  site: SiteMetadata,
  editions: readonly EditionDiff[],
): Iterable<{ path: string; body: string }> {
  yield { path: changesFeedPath, body: atomFeed(record, site, editions) };
  for (const scope of [...record.entries.map(entryScope), ...record.themes.map(themeScope)])
    yield { path: feedPath(scope.address), body: atomFeed(record, site, editions, scope) };
}

const entryScope = ({ id, data, statements, withdrawn }: EntryNode): Scope => ({
  name: data.label,
  address: entryPath(id),
  includesRevision: (entry) => entry.id === id,
  includesChange: includesStatements([...statements, ...withdrawn], `entry ${id}`),
});

function themeScope({ id, data, statements }: ThemeNode): Scope {
  const ids = new Set(statements.map((statement) => statement.id));
  return {
    name: data.title,
    address: themePath(id),
    // A revision without statements is about the whole article.
    includesRevision: (entry, revised) => (revised ? revised.some((each) => ids.has(each)) : entry.themes.some((theme) => theme.id === id)),
    includesChange: includesStatements(statements, `theme ${id}`),
  };
}

function includesStatements(statements: readonly StatementNode[], item: string): Scope['includesChange'] {
  const keys = new Set([item, ...statements.map(({ id }) => `statement ${id}`)]);
  return ({ kind, id }) => keys.has(`${kind} ${id}`);
}

/** Formats an Atom feed (RFC 4287), newest first: published editions, their changes, and the revisions of entries. */
function atomFeed(record: TheRecord, site: SiteMetadata, editions: readonly EditionDiff[], scope?: Scope): string {
  const address = scope?.address ?? changesPath;
  const items = [...editionItems(site, editions, scope), ...revisionItems(record, site, scope)].toSorted(
    (a, b) => b.date.getTime() - a.date.getTime() || compareCodeUnits(a.id!, b.id!),
  );
  const feed = new Feed({
    id: site.url(address),
    title: `${site.name}: changes${scope ? ` to ${scope.name}` : ''}`,
    description: site.description,
    link: site.url(address),
    language: 'en',
    copyright: site.license,
    updated: items[0]?.date ?? midnight(site.issued),
    feedLinks: { atom: site.url(feedPath(address)) },
    author: { name: site.name, link: site.url('/') },
    generator: site.name,
  });
  for (const item of items) feed.addItem(item);
  return `${feed.atom1()}\n`;
}

function revisionItems(record: TheRecord, site: SiteMetadata, scope?: Scope): Item[] {
  return record.entries.flatMap((entry) =>
    entry.data.revisions.flatMap(({ date, text, statements }, index) =>
      scope && !scope.includesRevision(entry, statements)
        ? []
        : {
            id: `${site.url(entryPath(entry.id))}#revision-${index + 1}`,
            title: `${entry.data.label}: ${firstSentence(text)}`,
            link: `${site.url(entryPath(entry.id))}#revisions`,
            date: midnight(date),
            description: text,
          },
    ),
  );
}

/** Returns the published editions with their changes. */
function editionItems(site: SiteMetadata, editions: readonly EditionDiff[], scope?: Scope): Item[] {
  return editions
    .filter(({ edition }) => edition.data.status === 'published')
    .flatMap(({ edition: { id, data }, changes = [] }) => {
      const link = site.url(editionPath(id));
      const date = midnight(data.date);
      return [
        { id: link, title: `Edition ${id} is published: ${firstSentence(data.note)}`, link, date, description: data.note },
        // Rewordings change nothing that a subscriber relies on.
        ...changes
          .filter((change) => change.what !== 'reworded' && (!scope || scope.includesChange(change)))
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

const quote = (wording: string | null) => (wording === null ? 'not given' : `“${wording}”`);

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
