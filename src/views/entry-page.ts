import { formatDate, formatDay } from '../dates/format.ts';
import type { EntryNode, TheRecord } from '../record/model.ts';
import { actorPath, entryPath, passageAnchor, themePath } from '../paths/paths.ts';
import { entryListItem } from './entry-list-item.ts';
import { eventListItem } from './event-list-item.ts';
import { tableOfContents } from './table-of-contents.ts';
import { formatLocator, genreLabels, formatLocators } from '../text/labels.ts';
import { capitalize, formatList } from '../text/english.ts';
import { whoseVoice } from './whose-voice.ts';
import { citedVoices, localReference, localCitedSentenceView } from './reference.ts';
import { provenance } from './source-page.ts';
import { statementListItem } from './statement-list-item.ts';
import type { Link } from './link.ts';
import { withdrawnListItem } from './tombstones.ts';

/** Returns the data for the page of an article. */
export function entryPage(entry: EntryNode, record: TheRecord) {
  const { source, label, standpoint, notes, revisions } = entry.data;
  const lines = new Map(entry.statements.map((statement) => [statement.id, statement]));
  const at = record.entries.indexOf(entry);
  const passages = Object.values(entry.passages);
  return {
    title: source.title,
    label,
    genreLabel: genreLabels[source.genre],
    by: formatList(entry.authors.map((author) => author.data.names.en)) || 'Unsigned',
    publisher: { name: entry.publisher.data.names.en, address: actorPath(entry.publisher.id) },
    published: source.published,
    publishedInWords: formatDate(source.published.edtf, source.published.basis),
    contents: tableOfContents([
      { id: 'summary', name: 'In short' },
      { id: 'precis', name: 'The article retold' },
      { id: 'standpoint', name: 'What it leaves out' },
      { id: 'ledger', name: 'Statements', count: entry.statements.length },
      { id: 'actors', name: 'People and bodies', count: entry.actors.length },
      { id: 'events', name: 'Events', count: entry.events.length },
      { id: 'themes', name: 'Themes', count: entry.themes.length },
      { id: 'notes', name: 'Editor’s notes', count: notes.length },
      { id: 'source', name: 'Original and revisions' },
    ]),
    // Its place among the articles: 'Article 5 of 5'.
    place: `Article ${at + 1} of ${record.entries.length}`,
    host: new URL(source.addresses[0]!.url).hostname.replace(/^www\./, ''),
    voices: whoseVoice(entry),
    // First publisher and archived copy, if they differ from the publisher.
    provenance: provenance(entry),
    addresses: source.addresses,
    passages: passages.length,
    words: passages.reduce((sum, { words }) => sum + words, 0),
    summary: localCitedSentenceView(entry.summary),
    // The owner of the outlet, in one sentence.
    owner: entryListItem(entry).owner,
    standpoint,
    notes: notes.map(({ title, text, at: locators, statements }) => ({
      title,
      text,
      locators: formatLocators(locators),
      references: statements.map((id) => localReference(lines.get(id)!)),
    })),
    statements: entry.statements.length,
    groups: statementGroups(entry),
    withdrawn: entry.withdrawn.map(withdrawnListItem),
    actors: entry.actors.map(({ actor, role, rests }) => ({
      name: actor.data.names.en,
      address: actorPath(actor.id),
      side: actor.data.side,
      role,
      references: rests.map(localReference),
    })),
    events: entry.events.map(eventListItem),
    themes: entry.themes.map((theme) => ({
      name: theme.data.title,
      address: themePath(theme.id),
      count: entry.statements.filter((statement) => statement.themes.includes(theme)).length,
    })),
    revisions: revisions.map(({ date, text }) => ({ date: formatDay(date), text })),
    ...(at > 0 && { previous: link(record.entries[at - 1]!) }),
    ...(at < record.entries.length - 1 && { next: link(record.entries[at + 1]!) }),
  };
}

/** The statements by the first of their passages, with the numbers by voice. */
function statementGroups(entry: EntryNode) {
  const byPassage = Map.groupBy(entry.statements, ({ data }) => data.at[0]!);
  return Object.keys(entry.passages)
    .map((locator) => ({ locator, statements: byPassage.get(locator) ?? [] }))
    .filter(({ statements }) => statements.length > 0)
    .map(({ locator, statements }) => ({
      id: passageAnchor(locator).slice(1),
      name: capitalize(formatLocator(locator)),
      voices: citedVoices(statements, entry.id),
      lines: statements.map(statementListItem),
    }));
}

/** Returns the style by which each passage of the map is as high as it is long, in units of eight words. */
export const passageHeights = ({ passages }: EntryNode): string =>
  Object.values(passages)
    .map(({ words }, index) => `.paragraphs a:nth-child(${index + 1}){flex-grow:${Math.ceil(words / 8)}}`)
    .join('');

const link = (entry: EntryNode): Link => ({ name: entry.data.source.title, address: entryPath(entry.id) });
