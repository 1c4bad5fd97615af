import { sayDate } from '../../dates/format.ts';
import type { EventNode } from '../../record/model.ts';
import { compareText } from '../../record/sort.ts';
import type { EventStatus } from '../../schema/event.ts';
import { eventAddress } from '../../paths/paths.ts';
import { sideLabels, statusLabels } from '../../text/labels.ts';
import { extentOf, type Extent } from './day-range.ts';

/** Whom an event involves: one of the two sides, both, or neither. */
export type Party = 'japan' | 'russia' | 'both' | 'third';

export const partyLabels: Record<Party, string> = {
  japan: sideLabels.japan,
  russia: sideLabels.russia,
  both: 'Both sides',
  third: 'Neither side named',
};

/** An event as a drawing has it, without pixels. */
export interface EventState {
  id: string;
  title: string;
  address: string;
  /** When, in words. */
  date: string;
  status: EventStatus;
  statusLabel: string;
  party: Party;
  statements: number;
  /** Undefined where no article dates it. */
  extent?: Extent;
  /** The day of the last article that attests it: an end that is open is known to be open until then. */
  knownUntil?: string;
}

export function eventState(event: EventNode): EventState {
  const { title, status, date } = event.data;
  const extent = extentOf(date.edtf);
  const knownUntil = event.entries
    .map((entry) => extentOf(entry.data.source.published.edtf)?.from ?? '')
    .toSorted(compareText)
    .at(-1);
  return {
    id: event.id,
    title,
    address: eventAddress(event.id),
    date: sayDate(date.edtf, date.basis),
    status,
    statusLabel: statusLabels[status],
    party: partyOf(event),
    statements: event.statements.length,
    ...(extent && { extent }),
    ...(knownUntil && { knownUntil }),
  };
}

function partyOf(event: EventNode): Party {
  const sides = new Set(event.actors.map(({ actor }) => actor.data.side));
  if (sides.has('japan')) return sides.has('russia') ? 'both' : 'japan';
  return sides.has('russia') ? 'russia' : 'third';
}
