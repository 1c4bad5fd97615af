import { formatDate } from '../dates/format.ts';
import type { EventNode } from '../record/model.ts';
import { eventPath } from '../paths/paths.ts';
import { eventKindLabels, statusLabels } from '../text/labels.ts';

/** An event as a line of a list. */
export interface EventListItem {
  id: string;
  title: string;
  address: string;
  /** When, in words. */
  date: string;
  status: string;
  statusLabel: string;
  kindLabel: string;
  /** Labels of the articles that attest it. */
  entries: string[];
  statements: number;
}

/** An event as a line of a list. */
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
