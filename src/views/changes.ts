import { sayDay } from '../dates/words.ts';
import type { TheRecord } from '../record/model.ts';
import { compareText } from '../record/order.ts';
import { entryAddress } from '../urls/addresses.ts';

/** What was changed on one day. */
export interface DayOfChanges {
  /** YYYY-MM-DD */
  date: string;
  words: string;
  lines: { name: string; address: string; text: string }[];
}

/** The revisions of all entries by day, newest first. */
export function changes(record: TheRecord): DayOfChanges[] {
  const all = record.entries.flatMap((entry) =>
    entry.data.revisions.map(({ date, text }) => ({ date, line: { name: entry.data.label, address: entryAddress(entry.id), text } })),
  );
  return [...Map.groupBy(all, ({ date }) => date)]
    .toSorted(([a], [b]) => compareText(b, a))
    .map(([date, revisions]) => ({ date, words: sayDay(date), lines: revisions.map(({ line }) => line) }));
}
