import type { ActorNode, EventNode, PlaceNode, TermNode, ThemeNode } from '../../record/model.ts';
import { actorAddress, eventAddress, placeAddress, termAddress, themeAddress } from '../../paths/paths.ts';
import { actorKindLabels, eventKindLabels, placeKindLabels, sideLabels, statusLabels } from '../../text/labels.ts';
import { nameForms } from './name-forms.ts';
import { articlesOf, dated, sidesOf, themesOf, years } from './document-facets.ts';
import type { SearchRecord } from '../engine/search-document.ts';

/** An actor, by every form of the name. */
export function ofActor({ id, data, entries, offices, says, spokenOf, relays }: ActorNode): SearchRecord {
  const titles = offices.map(({ title }) => title);
  return {
    address: actorAddress(id),
    kind: 'actor',
    title: data.names.en,
    names: nameForms(data.names, data.kind === 'person' ? data.person : undefined),
    misspellings: data.names.misspellings,
    keywords: [],
    text: [...new Set(titles)].join('; '),
    facts: [actorKindLabels[data.kind], sideLabels[data.side]],
    ...(data.kind === 'person' && { person: true }),
    facets: {
      actor: [id],
      side: [data.side],
      article: entries.map(({ entry }) => entry.id),
      theme: themesOf([...says, ...relays, ...spokenOf]),
    },
  };
}

/** A theme, by its scope and its questions. */
export function ofTheme({ id, data, statements }: ThemeNode): SearchRecord {
  return {
    address: themeAddress(id),
    kind: 'theme',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: data.variants,
    text: [data.scope, ...data.questions.map(({ question }) => question)].join(' '),
    facts: [],
    facets: { theme: [id], article: articlesOf(statements) },
  };
}

/** An event, by the first sentence of its account. */
export function ofEvent({ id, data, statements, actors, entries, account }: EventNode): SearchRecord {
  return {
    address: eventAddress(id),
    kind: 'event',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: data.variants,
    text: account[0]?.text ?? '',
    facts: [eventKindLabels[data.kind], statusLabels[data.status]],
    ...dated(data.date),
    facets: {
      status: [data.status],
      article: entries.map((entry) => entry.id),
      actor: actors.map(({ actor }) => actor.id),
      side: sidesOf(actors.map(({ actor }) => actor)),
      theme: themesOf(statements),
      ...years(data.date),
    },
  };
}

/** A place and its parts, by the names that each side gives them. */
export function ofPlace({ id, data, statements, account }: PlaceNode): SearchRecord {
  return {
    address: placeAddress(id),
    kind: 'place',
    title: data.names.en,
    names: [
      ...nameForms(data.names),
      ...data.namings.map(({ name }) => name),
      ...data.parts.flatMap((part) => [part.japanese, part.russian].flatMap((names) => [names.en, ...nameForms(names)])),
    ],
    misspellings: [data.names, ...data.parts.flatMap((part) => [part.japanese, part.russian])].flatMap(({ misspellings }) => misspellings),
    keywords: [],
    text: account[0]?.text ?? '',
    facts: [placeKindLabels[data.kind]],
    facets: { article: articlesOf(statements), theme: themesOf(statements) },
  };
}

/** A term, by its wordings. */
export function ofTerm({ id, data, uses }: TermNode): SearchRecord {
  const wordings = [...new Set(uses.map(({ data: use }) => use.wording))];
  return {
    address: termAddress(id),
    kind: 'term',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: [...new Set([...data.variants, ...wordings])],
    text: wordings.join(' · '),
    facts: [],
    facets: { article: [...new Set(uses.map(({ entry }) => entry.id))] },
  };
}
