import type { EventStatus } from '../../schema/event.ts';
import type { Side } from '../../schema/actor.ts';
import type { StatementKind } from '../../schema/statement.ts';
import { kindLabels, sideLabels, statusLabels } from '../../text/labels.ts';
import type { FacetLabels, FacetName, DocumentKind } from '../engine/search-document.ts';

/** A kind of result, one and many. */
export const recordKindLabels: Record<DocumentKind, { one: string; many: string }> = {
  actor: { one: 'Actor', many: 'Actors' },
  theme: { one: 'Theme', many: 'Themes' },
  event: { one: 'Event', many: 'Events' },
  place: { one: 'Place', many: 'Places' },
  term: { one: 'Term', many: 'Terms' },
  article: { one: 'Article', many: 'Articles' },
  statement: { one: 'Statement', many: 'Statements' },
  page: { one: 'Page', many: 'Pages' },
};

/** A facet as a reader meets it. */
export const facetTitles: Record<FacetName, string> = {
  kind: 'Kind of result',
  statement: 'Kind of statement',
  article: 'Article',
  speaker: 'Speaker',
  actor: 'Actor',
  theme: 'Theme',
  side: 'Side',
  year: 'Year spoken of',
  status: 'Status of the event',
};

/** A value of a facet as a reader meets it; the value itself where it has no other name. */
export function valueLabel(facet: FacetName, value: string, labels: FacetLabels): string {
  const known: Partial<Record<FacetName, string | undefined>> = {
    kind: recordKindLabels[value as DocumentKind]?.many,
    statement: kindLabels[value as StatementKind],
    article: labels.article[value],
    speaker: labels.actor[value],
    actor: labels.actor[value],
    theme: labels.theme[value],
    side: sideLabels[value as Side],
    status: statusLabels[value as EventStatus],
  };
  return known[facet] ?? value;
}
