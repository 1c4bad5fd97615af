import { sayDate } from '../dates/format.ts';
import type { StatementNode } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import { actorAddress, eventAddress, placeAddress, themeAddress } from '../paths/paths.ts';
import { relationLabels, sayLocator } from '../text/labels.ts';
import { statementLine, type StatementLine } from './statement-list-item.ts';
import type { Link } from './link.ts';

/** The page of a statement. */
export interface StatementPage {
  title: string;
  article: string;
  line: StatementLine;
  quotes: { words: string; locator: string }[];
  date: DateField;
  said?: DateField;
  published: string;
  horizon?: DateField;
  note?: string;
  /** Events, actors, themes and places, where there are any. */
  links: { label: string; links: Link[] }[];
  relations: { label: string; why: string; line: StatementLine }[];
  previous?: StatementLine;
  next?: StatementLine;
}

export function statementPage(statement: StatementNode): StatementPage {
  const { data, entry } = statement;
  const { published, title } = entry.data.source;
  return {
    title: `${entry.data.label}, statement ${data.n}`,
    article: title,
    line: statementLine(statement),
    quotes: data.quotes.map(({ words, at }) => ({ words, locator: sayLocator(at) })),
    date: data.date,
    ...(data.said && { said: data.said }),
    published: sayDate(published.edtf, published.basis),
    ...(data.horizon && { horizon: data.horizon }),
    ...(data.note && { note: data.note }),
    links: [
      { label: 'Events', links: statement.events.map((event) => ({ name: event.data.title, address: eventAddress(event.id) })) },
      { label: 'Speaks of', links: statement.actors.map((actor) => ({ name: actor.data.names.en, address: actorAddress(actor.id) })) },
      { label: 'Themes', links: statement.themes.map((theme) => ({ name: theme.data.title, address: themeAddress(theme.id) })) },
      { label: 'Places', links: statement.places.map((place) => ({ name: place.data.names.en, address: placeAddress(place.id) })) },
    ].filter(({ links }) => links.length > 0),
    relations: statement.relations.map(({ data: relation, from, to }) => ({
      label: relationLabels[relation.kind][from === statement ? 'forward' : 'backward'],
      why: relation.why,
      line: statementLine(from === statement ? to : from),
    })),
    ...(statement.previous && { previous: statementLine(statement.previous) }),
    ...(statement.next && { next: statementLine(statement.next) }),
  };
}
