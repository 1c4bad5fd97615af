import { sayDay } from '../dates/format.ts';
import type { ComparedEdition } from '../editions/diff-editions.ts';
import type { Change, FieldChange } from '../editions/diff.ts';
import type { TheRecord } from '../record/model.ts';
import { compareText } from '../record/sort.ts';
import {
  actorAddress,
  editionAnchor,
  entryAddress,
  eventAddress,
  placeAddress,
  statementAddress,
  termAddress,
  themeAddress,
} from '../paths/paths.ts';

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

/** One change of an edition as a line: what it is about, and where that is to be read. */
export interface ChangeLine {
  /** Kind and id: told apart from every other line of the edition. */
  key: string;
  name: string;
  /** Undefined where nothing stands any more. */
  address?: string;
  /** What was added, or what was withdrawn said. */
  text?: string;
  /** Both wordings of what was corrected. */
  fields: FieldChange[];
  reason?: string;
}

/** An edition as the page of changes shows it. */
export interface EditionLine {
  name: string;
  anchor: string;
  day: string;
  inPreparation: boolean;
  note: string;
  /** Whether it is the first: nothing came before it. */
  first: boolean;
  additions: ChangeLine[];
  corrections: ChangeLine[];
  withdrawals: ChangeLine[];
}

/** The editions, newest first, with what was added, corrected and withdrawn in each. */
export function editionLines(editions: readonly ComparedEdition[]): EditionLine[] {
  return editions.map(({ edition, changes: found = [] }, index) => {
    const lines = (what: Change['what']) => found.filter((change) => change.what === what).map(changeLine);
    return {
      name: edition.id,
      anchor: editionAnchor(edition.id),
      day: sayDay(edition.data.date),
      inPreparation: edition.data.status === 'in-preparation',
      note: edition.data.note,
      first: index === editions.length - 1,
      additions: lines('added'),
      corrections: lines('corrected'),
      withdrawals: lines('withdrawn'),
    };
  });
}

/** A change as a line. */
export function changeLine(change: Change): ChangeLine {
  const { kind, id, name } = change;
  const line = { key: `${kind}-${id.replaceAll(/[^a-z0-9]+/g, '-')}`, name, fields: [] };
  // What is gone without a mark has no page, unless it left a tombstone: the page of changes does not guess.
  const standing = { ...line, address: addressOf(kind, id) };
  if (change.what === 'added') return { ...standing, text: change.says };
  if (change.what === 'corrected') return { ...standing, fields: change.fields };
  return { ...(kind === 'statement' ? standing : line), text: change.said, ...(change.reason && { reason: change.reason }) };
}

function addressOf(kind: Change['kind'], id: string): string {
  switch (kind) {
    case 'entry':
      return entryAddress(id);
    case 'statement':
      return statementAddress(id);
    case 'relation':
      return statementAddress(id.split(' ')[0]!);
    case 'event':
      return eventAddress(id);
    case 'actor':
      return actorAddress(id);
    case 'theme':
      return themeAddress(id);
    case 'place':
      return placeAddress(id);
    case 'term':
      return termAddress(id);
  }
}
