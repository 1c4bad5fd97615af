import { formatDate } from '../../dates/format.ts';
import type { EventNode } from '../../record/model.ts';
import { compareCodeUnits } from '../../record/sort.ts';
import type { EventStatus } from '../../schema/event.ts';
import { eventPath } from '../../paths/paths.ts';
import { sideLabels, statusLabels } from '../../text/labels.ts';
import { getDayRange, type DayRange } from './day-range.ts';

/** Whom an event involves: one of the two sides, both, or neither. */
export type EventSide = 'japan' | 'russia' | 'both' | 'third';

export const eventSideLabels: Record<EventSide, string> = {
  japan: sideLabels.japan,
  russia: sideLabels.russia,
  both: 'Both sides',
  third: 'Neither side named',
};

/** An event as a drawing has it, without pixels. */
export interface EventData {
  id: string;
  title: string;
  address: string;
  /** When, in words. */
  date: string;
  status: EventStatus;
  statusLabel: string;
  party: EventSide;
  statements: number;
  /** Undefined where no article dates it. */
  extent?: DayRange;
  /** The day of the last article that attests it: an end that is open is known to be open until then. */
  knownUntil?: string;
}

export function eventData(event: EventNode): EventData {
  const { title, status, date } = event.data;
  const extent = getDayRange(date.edtf);
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
    party: partyOf(event),
    statements: event.statements.length,
    ...(extent && { extent }),
    ...(knownUntil && { knownUntil }),
  };
}

function partyOf(event: EventNode): EventSide {
  const sides = new Set(event.actors.map(({ actor }) => actor.data.side));
  if (sides.has('japan')) return sides.has('russia') ? 'both' : 'japan';
  return sides.has('russia') ? 'russia' : 'third';
}
