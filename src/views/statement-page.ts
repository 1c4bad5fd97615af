import { formatDate } from '../dates/format.ts';
import type { StatementNode } from '../record/model.ts';
import { actorPath, eventPath, placePath, themePath } from '../paths/paths.ts';
import { formatLocator } from '../text/labels.ts';
import { passageUrl } from './original-link.ts';
import { relationFrom } from './relation-list-item.ts';
import { statementListItem } from './statement-list-item.ts';

/** Returns the data for the page of a statement. */
export function statementPage(statement: StatementNode) {
  const { data, entry } = statement;
  const { published, title } = entry.data.source;
  return {
    title: `${entry.data.label}, statement ${data.n}`,
    article: title,
    passages: data.at.map((locator) => ({ name: formatLocator(locator), url: passageUrl(entry, locator) })),
    line: statementListItem(statement),
    quotes: data.quotes.map(({ words, at, kind }) => ({ words, kind, locator: formatLocator(at) })),
    date: data.date,
    ...(data.said && { said: data.said }),
    published: formatDate(published.edtf, published.basis),
    ...(data.horizon && { horizon: data.horizon }),
    ...(data.note && { note: data.note }),
    // Its events, actors, themes and places; empty groups are left out.
    links: [
      { label: 'Events', links: statement.events.map((event) => ({ name: event.data.title, address: eventPath(event.id) })) },
      { label: 'Speaks of', links: statement.actors.map((actor) => ({ name: actor.data.names.en, address: actorPath(actor.id) })) },
      { label: 'Themes', links: statement.themes.map((theme) => ({ name: theme.data.title, address: themePath(theme.id) })) },
      { label: 'Places', links: statement.places.map((place) => ({ name: place.data.names.en, address: placePath(place.id) })) },
    ].filter(({ links }) => links.length > 0),
    relations: statement.relations.map((relation) => relationFrom(relation, statement)),
    ...(statement.previous && { previous: statementListItem(statement.previous) }),
    ...(statement.next && { next: statementListItem(statement.next) }),
  };
}
