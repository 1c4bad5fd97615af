import { formatDate } from '../../dates/format.ts';
import { eventPath } from '../../paths/paths.ts';
import type { EventNode } from '../../record/model.ts';
import { compareCodeUnits } from '../../record/sort.ts';
import { sideLabels, statusLabels } from '../../text/labels.ts';
import { getDayRange } from './time-scale.ts';

/** The side of the actors of an event. */
export type EventSide = 'japan' | 'russia' | 'both' | 'third';

export const eventSideLabels: Record<EventSide, string> = {
  japan: sideLabels.japan,
  russia: sideLabels.russia,
  both: 'Both sides',
  third: 'Neither side named',
};

export type EventData = ReturnType<typeof eventData>;

/** Returns an event as the timelines need it, without positions. */
export function eventData(event: EventNode) {
  const { title, status, date } = event.data;
  const range = getDayRange(date.edtf);
  const knownUntil = event.entries
    .map((entry) => getDayRange(entry.data.source.published.edtf)?.from ?? '')
    .toSorted(compareCodeUnits)
    .at(-1);
  return {
    id: event.id,
    title,
    address: eventPath(event.id),
    date: formatDate(date.edtf, date.basis),
    status,
    statusLabel: statusLabels[status],
    side: getSide(event),
    statements: event.statements.length,
    /** Undefined if no article dates the event. */
    ...(range && { range }),
    /** The day of the last article that mentions the event. An open end is drawn as known until this day. */
    ...(knownUntil && { knownUntil }),
  };
}

function getSide(event: EventNode): EventSide {
  const sides = new Set(event.actors.map(({ actor }) => actor.data.side));
  if (sides.has('japan')) return sides.has('russia') ? 'both' : 'japan';
  return sides.has('russia') ? 'russia' : 'third';
}
