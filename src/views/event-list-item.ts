import { formatDate } from '../dates/format.ts';
import type { EventNode } from '../record/model.ts';
import { eventPath } from '../paths/paths.ts';
import { eventKindLabels, statusLabels } from '../text/labels.ts';

/** An event in a list. */
export interface EventListItem {
  id: string;
  title: string;
  address: string;
  /** The date in words. */
  date: string;
  status: string;
  statusLabel: string;
  kindLabel: string;
  /** Labels of the articles that mention it. */
  entries: string[];
  statements: number;
}

/** Returns the list item of an event. */
export function eventListItem(event: EventNode): EventListItem {
  const { date, status, kind, title } = event.data;
  return {
    id: event.id,
    title,
    address: eventPath(event.id),
    date: formatDate(date.edtf, date.basis),
    status,
    statusLabel: statusLabels[status],
    kindLabel: eventKindLabels[kind],
    entries: event.entries.map((entry) => entry.data.label),
    statements: event.statements.length,
  };
}
