import { formatDay } from '../dates/format.ts';
import type { EditionDiff } from '../editions/diff-editions.ts';
import type { Change, FieldChange } from '../editions/diff.ts';
import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { actorPath, editionAnchor, entryPath, eventPath, placePath, statementPath, termPath, themePath } from '../paths/paths.ts';

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
    entry.data.revisions.map(({ date, text }) => ({ date, line: { name: entry.data.label, address: entryPath(entry.id), text } })),
  );
  return [...Map.groupBy(all, ({ date }) => date)]
    .toSorted(([a], [b]) => compareCodeUnits(b, a))
    .map(([date, revisions]) => ({ date, words: formatDay(date), lines: revisions.map(({ line }) => line) }));
}

/** One change of an edition as a line: what it is about, and where that is to be read. */
export interface ChangeListItem {
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
export interface EditionSummary {
  name: string;
  anchor: string;
  day: string;
  inPreparation: boolean;
  note: string;
  /** Whether it is the first: nothing came before it. */
  first: boolean;
  additions: ChangeListItem[];
  corrections: ChangeListItem[];
  withdrawals: ChangeListItem[];
}

/** The editions, newest first, with what was added, corrected and withdrawn in each. */
export function editionSummaries(editions: readonly EditionDiff[]): EditionSummary[] {
  return editions.map(({ edition, changes: found = [] }, index) => {
    const lines = (what: Change['what']) => found.filter((change) => change.what === what).map(changeListItem);
    return {
      name: edition.id,
      anchor: editionAnchor(edition.id),
      day: formatDay(edition.data.date),
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
export function changeListItem(change: Change): ChangeListItem {
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
      return entryPath(id);
    case 'statement':
      return statementPath(id);
    case 'relation':
      return statementPath(id.split(' ')[0]!);
    case 'event':
      return eventPath(id);
    case 'actor':
      return actorPath(id);
    case 'theme':
      return themePath(id);
    case 'place':
      return placePath(id);
    case 'term':
      return termPath(id);
  }
}
