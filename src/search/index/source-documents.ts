import type { EntryNode, StatementNode, SpeakerNode } from '../../record/model.ts';
import { entryPath, statementPath } from '../../paths/paths.ts';
import { genreLabels, kindLabels, formatLocators } from '../../text/labels.ts';
import { formatList } from '../../text/list.ts';
import { dateFields, getSides, yearsBetween } from './document-facets.ts';
import type { SearchDocument } from '../engine/search-document.ts';

/** An article, by its title and summary. */
export function entryDocument({ id, data, authors, publisher, actors, themes }: EntryNode): SearchDocument {
  return {
    address: entryPath(id),
    kind: 'article',
    title: data.source.title,
    names: [data.label, id.replaceAll('-', ' ')],
    misspellings: [],
    keywords: [],
    text: data.summary.text,
    facts: [genreLabels[data.source.genre], publisher.data.names.en, formatList(authors.map((author) => author.data.names.en))].filter(
      Boolean,
    ),
    ...dateFields(data.source.published),
    facets: {
      article: [id],
      actor: actors.map(({ actor }) => actor.id),
      theme: themes.map((theme) => theme.id),
      ...yearsBetween(data.source.published),
    },
  };
}

/** A statement, by its own words and its quotations. */
export function statementDocument({ id, data, entry, speakers, actors, themes, events }: StatementNode): SearchDocument {
  const people = [...speakers.flatMap(({ actor }) => actor ?? []), ...actors];
  return {
    address: statementPath(id),
    kind: 'statement',
    title: `${entry.data.label}, statement ${data.n}`,
    names: [id, ...data.quotes.map(({ words }) => words)],
    misspellings: [],
    keywords: [],
    text: data.text,
    facts: [kindLabels[data.kind], formatList(speakers.map(voiceName)), formatLocators(data.at)],
    ...dateFields(data.date),
    facets: {
      statement: [data.kind],
      article: [entry.id],
      speaker: speakers.flatMap(({ actor }) => actor?.id ?? []),
      actor: [...new Set(people.map((actor) => actor.id))],
      side: getSides(people),
      theme: themes.map((theme) => theme.id),
      status: [...new Set(events.map((event) => event.data.status))],
      ...yearsBetween(data.date),
    },
  };
}

const voiceName = (voice: SpeakerNode) => voice.actor?.data.names.en ?? voice.unnamed ?? '';
