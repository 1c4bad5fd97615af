import { speakerName } from './voice.ts';
import { formatDate, formatDay } from '../dates/format.ts';
import type { EntryNode, TheRecord, SpeakerNode, StatementNode } from '../record/model.ts';
import { actorPath, entryPath, passageAnchor, themePath } from '../paths/paths.ts';
import { entryListItem, eventListItem, statementListItem, type Link, type Section, actorLink } from './list-items.ts';
import { formatLocator, genreLabels, formatLocators } from '../text/labels.ts';
import { capitalize, formatList, numberToWords } from '../text/english.ts';
import { citedVoices, localReference, localCitedSentenceView } from './reference.ts';
import { countParts, presenceOf } from './presence.ts';
import { withdrawnListItem } from './tombstones.ts';

/** Returns the data for the page of an article. */
export function entryPage(entry: EntryNode, record: TheRecord) {
  const { source, label, standpoint, notes, revisions } = entry.data;
  const byId = new Map(entry.statements.map((statement) => [statement.id, statement]));
  const at = record.entries.indexOf(entry);
  const passages = Object.values(entry.passages);
  return {
    isRetold: isRetold(entry),
    title: source.title,
    label,
    genreLabel: genreLabels[source.genre],
    by: formatList(entry.authors.map((author) => author.data.names.en)) || 'Unsigned',
    publisher: actorLink(entry.publisher),
    published: source.published,
    publishedInWords: formatDate(source.published.edtf, source.published.basis),
    contents: tableOfContents([
      { id: 'summary', name: 'In short' },
      ...(isRetold(entry) ? [{ id: 'precis', name: 'The article retold' }] : []),
      { id: 'standpoint', name: 'What it leaves out' },
      { id: 'ledger', name: 'Statements', count: entry.statements.length },
      { id: 'actors', name: 'People and organisations', count: entry.actors.length },
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
      references: statements.map((id) => localReference(byId.get(id)!)),
    })),
    statements: entry.statements.length,
    groups: statementGroups(entry),
    withdrawn: entry.withdrawn.map(withdrawnListItem),
    actors: entry.actors.map(({ actor, role, rests }) => ({
      name: actor.data.names.en,
      address: actorPath(actor.id),
      side: actor.data.side,
      // Without a role, in how many statements it has which part.
      role: role ?? capitalize(countParts(presenceOf(actor), entry)),
      references: rests.map(localReference),
    })),
    events: entry.events.map(eventListItem),
    themes: entry.themes.map((theme) => ({
      name: theme.data.title,
      address: themePath(theme.id),
      count: entry.statements.filter((statement) => statement.themes.includes(theme)).length,
    })),
    revisions: revisions.map(({ date, text }) => ({ date: formatDay(date), text })),
    ...(at > 0 && { previous: entryLink(record.entries[at - 1]!) }),
    ...(at < record.entries.length - 1 && { next: entryLink(record.entries[at + 1]!) }),
  };
}

/** Returns whether the entry retells its article. */
const isRetold = ({ body }: EntryNode) => body.trim() !== '';

/** Returns the style by which each passage of the map is as high as it is long, in units of eight words. */
export const passageHeights = ({ passages }: EntryNode): string =>
  Object.values(passages)
    .map(({ words }, index) => `.paragraphs a:nth-child(${index + 1}){flex-grow:${Math.ceil(words / 8)}}`)
    .join('');

/** Returns the data for the page of the article itself. */
export function sourcePage(entry: EntryNode) {
  const { source, label, standpoint, revisions } = entry.data;
  const by = formatList(entry.authors.map(({ data }) => data.names.en)) || 'Unsigned';
  const publishedInWords = formatDate(source.published.edtf, source.published.basis);
  const publisher = actorLink(entry.publisher);
  return {
    title: source.title,
    language: new Intl.DisplayNames('en', { type: 'language' }).of(source.language),
    description: `${publisher.name}, ${by}, ${publishedInWords}: the article itself as a bibliographic record.`,
    genreLabel: genreLabels[source.genre],
    by,
    authors: entry.authors.map(actorLink),
    publisher,
    published: source.published,
    publishedInWords,
    // First publisher and archived copy, if they differ from the publisher.
    provenance: provenance(entry),
    addresses: source.addresses,
    // Day on which the article was read at its addresses, `YYYY-MM-DD`: that of the entry's first version.
    seenOn: revisions[0]!.date,
    owner: standpoint.owner,
    isRetold: isRetold(entry),
    entry: { name: label, address: entryPath(entry.id) },
  };
}

export type SourcePage = ReturnType<typeof sourcePage>;

/** Maximum number of voices of an article that its first sentence names. */
const MAX_NAMED = 2;

/** Returns who speaks in an article: “Of 33 statements, 18 are by Taisuke Abiru, all passed on by TASS, 10 by TASS and 5 by three other voices.” */
export function whoseVoice({ statements }: EntryNode): string {
  const groups = [...Map.groupBy(statements, ({ speakers }) => namesOf(speakers))].toSorted(([, a], [, b]) => b.length - a.length);
  const named = groups.length === MAX_NAMED + 1 ? groups : groups.slice(0, MAX_NAMED);
  const others = groups.slice(named.length);
  const rest = others.reduce((sum, [, { length }]) => sum + length, 0);
  const parts = [
    ...named.map(
      ([names, group], index) =>
        `${group.length} ${index === 0 ? `${group.length === 1 ? 'is' : 'are'} ` : ''}by ${names}${relayOf(group)}`,
    ),
    ...(rest > 0 ? [`${rest} by ${numberToWords(others.length)} other voices`] : []),
  ];
  return `Of ${statements.length} statement${statements.length === 1 ? '' : 's'}, ${formatList(parts)}.`;
}

/** Groups the statements by the first of their passages, with the numbers by voice. */
function statementGroups(entry: EntryNode) {
  const byPassage = Map.groupBy(entry.statements, ({ data }) => data.at[0]!);
  return Object.keys(entry.passages)
    .map((locator) => ({ locator, statements: byPassage.get(locator) ?? [] }))
    .filter(({ statements }) => statements.length > 0)
    .map(({ locator, statements }) => ({
      id: passageAnchor(locator).slice(1),
      name: capitalize(formatLocator(locator)),
      voices: citedVoices(statements, entry.id),
      statements: statements.map(statementListItem),
    }));
}

const entryLink = (entry: EntryNode): Link => ({ name: entry.data.source.title, address: entryPath(entry.id) });

/** Returns links to the first publisher of an article and to the archive of the copy that was read, if there are any. */
const provenance = ({ reprintedFrom, archivedBy }: EntryNode): (Link & { label: string })[] => [
  ...(reprintedFrom ? [{ label: 'First published by', ...actorLink(reprintedFrom) }] : []),
  ...(archivedBy ? [{ label: 'Copy read', ...actorLink(archivedBy) }] : []),
];

/** Formats who passes the statements of a voice on, if it is always or sometimes the same. */
function relayOf(group: readonly StatementNode[]): string {
  const relayed = group.filter(({ via }) => via.length > 0);
  const outlets = [...new Set(relayed.map(({ via }) => namesOf(via.at(-1)!)))];
  if (outlets.length !== 1) return relayed.length > 0 ? ` (${relayed.length} passed on)` : '';
  return relayed.length === group.length
    ? ` (${group.length > 1 ? 'all ' : ''}passed on by ${outlets[0]})`
    : ` (${relayed.length} passed on by ${outlets[0]})`;
}

const namesOf = (voices: readonly SpeakerNode[]) => formatList(voices.map(speakerName));

/** Maximum number of listed items of a page that fits a few screens and needs no contents. */
const MAX_ITEMS_WITHOUT_CONTENTS = 12;

/** Returns the sections that the head of a page links to: those that list something. A short page has none. */
function tableOfContents(sections: readonly Section[]): Section[] {
  const listed = sections.reduce((sum, { count = 0 }) => sum + count, 0);
  return listed > MAX_ITEMS_WITHOUT_CONTENTS ? sections.filter(({ count }) => count !== 0) : [];
}
