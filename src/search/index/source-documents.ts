import type { EntryNode, StatementNode, VoiceNode } from '../../record/model.ts';
import { entryAddress, statementAddress } from '../../paths/paths.ts';
import { genreLabels, join, kindLabels, sayLocators } from '../../text/labels.ts';
import { dated, sidesOf, years } from './document-facets.ts';
import type { SearchRecord } from '../engine/search-document.ts';

/** An article, by its title and summary. */
export function ofEntry({ id, data, authors, publisher, actors, themes }: EntryNode): SearchRecord {
  return {
    address: entryAddress(id),
    kind: 'article',
    title: data.source.title,
    names: [data.label, id.replaceAll('-', ' ')],
    misspellings: [],
    keywords: [],
    text: data.summary.text,
    facts: [genreLabels[data.source.genre], publisher.data.names.en, join(authors.map((author) => author.data.names.en))].filter(Boolean),
    ...dated(data.source.published),
    facets: {
      article: [id],
      actor: actors.map(({ actor }) => actor.id),
      theme: themes.map((theme) => theme.id),
      ...years(data.source.published),
    },
  };
}

/** A statement, by its own words and its quotations. */
export function ofStatement({ id, data, entry, speakers, actors, themes, events }: StatementNode): SearchRecord {
  const people = [...speakers.flatMap(({ actor }) => actor ?? []), ...actors];
  return {
    address: statementAddress(id),
    kind: 'statement',
    title: `${entry.data.label}, statement ${data.n}`,
    names: [id, ...data.quotes.map(({ words }) => words)],
    misspellings: [],
    keywords: [],
    text: data.text,
    facts: [kindLabels[data.kind], join(speakers.map(voiceName)), sayLocators(data.at)],
    ...dated(data.date),
    facets: {
      statement: [data.kind],
      article: [entry.id],
      speaker: speakers.flatMap(({ actor }) => actor?.id ?? []),
      actor: [...new Set(people.map((actor) => actor.id))],
      side: sidesOf(people),
      theme: themes.map((theme) => theme.id),
      status: [...new Set(events.map((event) => event.data.status))],
      ...years(data.date),
    },
  };
}

const voiceName = (voice: VoiceNode) => voice.actor?.data.names.en ?? voice.unnamed ?? '';
