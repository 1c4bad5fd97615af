import { formatDate } from '../dates/format.ts';
import type { EventNode } from '../record/model.ts';
import { eventPath } from '../paths/paths.ts';
import { statusLabels } from '../text/labels.ts';

export type EventListItem = ReturnType<typeof eventListItem>;

/** Returns the list item of an event. */
export function eventListItem(event: EventNode) {
  const { date, status, title } = event.data;
  return {
    id: event.id,
    title,
    address: eventPath(event.id),
    // The date in words.
    date: formatDate(date.edtf, date.basis),
    status,
    statusLabel: statusLabels[status],
  };
}
