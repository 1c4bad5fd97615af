import { formatDate } from '../../dates/format.ts';
import { eventPath } from '../../paths/paths.ts';
import type { EventNode } from '../../record/model.ts';
import { compareCodeUnits } from '../../record/sort.ts';
import { statusLabels } from '../../text/labels.ts';
import { voicesOf } from '../../views/voice.ts';
import { getDayRange } from './time-scale.ts';

export type EventData = ReturnType<typeof eventData>;

/** Returns an event as the timeline needs it, without positions. */
export function eventData(event: EventNode) {
  const { title, label = title, status, date } = event.data;
  const range = getDayRange(date.edtf);
  const knownUntil = event.entries
    .map((entry) => getDayRange(entry.data.source.published.edtf)?.from ?? '')
    .toSorted(compareCodeUnits)
    .at(-1);
  return {
    id: event.id,
    label,
    /** Title, date and status. */
    words: `${title} · ${formatDate(date.edtf, date.basis)} · ${statusLabels[status].toLowerCase()}`,
    address: eventPath(event.id),
    status,
    /** Who reports it. */
    voices: voicesOf(event.statements),
    statements: event.statements.length,
    /** Undefined if no article dates the event. */
    ...(range && { range }),
    /** The day of the last article that mentions the event. An open end is drawn as known until this day. */
    ...(knownUntil && { knownUntil }),
  };
}
