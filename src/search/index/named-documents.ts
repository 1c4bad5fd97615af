import type { ActorNode, EventNode, PlaceNode, TermNode, ThemeNode } from '../../record/model.ts';
import { actorPath, eventPath, placePath, termPath, themePath } from '../../paths/paths.ts';
import { actorKindLabels, eventKindLabels, placeKindLabels, sideLabels, statusLabels } from '../../text/labels.ts';
import { nameForms } from './name-forms.ts';
import { getArticles, dateFields, getSides, getThemes, yearsBetween } from './document-facets.ts';
import type { SearchDocument } from '../engine/search-document.ts';

/** An actor, by every form of the name. */
export function actorDocument({ id, data, entries, offices, statementsMade, spokenOf, statementsRelayed }: ActorNode): SearchDocument {
  const titles = offices.map(({ title }) => title);
  return {
    address: actorPath(id),
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
      theme: getThemes([...statementsMade, ...statementsRelayed, ...spokenOf]),
    },
  };
}

/** A theme, by its scope and its questions. */
export function themeDocument({ id, data, statements }: ThemeNode): SearchDocument {
  return {
    address: themePath(id),
    kind: 'theme',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: data.variants,
    text: [data.scope, ...data.questions.map(({ question }) => question)].join(' '),
    facts: [],
    facets: { theme: [id], article: getArticles(statements) },
  };
}

/** An event, by the first sentence of its account. */
export function eventDocument({ id, data, statements, actors, entries, account }: EventNode): SearchDocument {
  return {
    address: eventPath(id),
    kind: 'event',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: data.variants,
    text: account[0]?.text ?? '',
    facts: [eventKindLabels[data.kind], statusLabels[data.status]],
    ...dateFields(data.date),
    facets: {
      status: [data.status],
      article: entries.map((entry) => entry.id),
      actor: actors.map(({ actor }) => actor.id),
      side: getSides(actors.map(({ actor }) => actor)),
      theme: getThemes(statements),
      ...yearsBetween(data.date),
    },
  };
}

/** A place and its parts, by the names that each side gives them. */
export function placeDocument({ id, data, statements, account }: PlaceNode): SearchDocument {
  return {
    address: placePath(id),
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
    facets: { article: getArticles(statements), theme: getThemes(statements) },
  };
}

/** A term, by its wordings. */
export function termDocument({ id, data, uses }: TermNode): SearchDocument {
  const wordings = [...new Set(uses.map(({ data: use }) => use.wording))];
  return {
    address: termPath(id),
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
