import { formatDate, formatDay, PROVENANCE_WORDS } from '../dates/format.ts';
import { FACTS, type Change, type EditionDiff, type FieldChange } from '../editions/diff.ts';
import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { kindLabels, statusLabels } from '../text/labels.ts';
import type { Link } from './list-items.ts';
import {
  actorPath,
  editionAnchor,
  entryPath,
  eventPath,
  frozenPath,
  placePath,
  statementPath,
  termPath,
  themePath,
} from '../paths/paths.ts';

/** Returns the revisions of all entries by day, newest first. */
export function changes(record: TheRecord) {
  const all = record.entries.flatMap((entry) =>
    entry.data.revisions.map(({ date, text }) => ({ date, item: { name: entry.data.label, address: entryPath(entry.id), text } })),
  );
  return [...Map.groupBy(all, ({ date }) => date)]
    .toSorted(([a], [b]) => compareCodeUnits(b, a))
    .map(([date, revisions]) => ({ date, words: formatDay(date), items: revisions.map(({ item }) => item) }));
}

/** One change of an edition in a list. */
export interface ChangeListItem {
  /** Kind and id: unique in the edition. */
  key: string;
  name: string;
  /** Undefined if the item has no page any more. */
  address?: string;
  /** The text that was added or withdrawn. */
  text?: string;
  /** The old and new values of changed fields. */
  fields: FieldChange[];
  reason?: string;
  /** Statements of the article that the item names. */
  numbers?: Link[];
}

/** Returns the editions, newest first, with the changes of each by kind. */
export function editionSummaries(editions: readonly EditionDiff[]) {
  return editions.map(({ edition, changes: all = [] }, index) => {
    const previous = editions[index + 1]?.edition.id ?? '';
    const group = (what: Change['what']) =>
      changeGroup(
        all.filter((change) => change.what === what),
        previous,
      );
    return {
      name: edition.id,
      anchor: editionAnchor(edition.id),
      day: formatDay(edition.data.date),
      inPreparation: edition.data.status === 'in-preparation',
      note: edition.data.note,
      // Whether it is the first edition, which has no changes.
      first: index === editions.length - 1,
      corrected: all.filter(({ what }) => what === 'corrected').length,
      corrections: correctionGroups(all, previous),
      facts: factGroups(
        all,
        previous,
        (id) => edition.byKey.get(`actor ${id}`)?.name ?? editions[index + 1]?.edition.byKey.get(`actor ${id}`)?.name ?? id,
      ),
      merged: group('merged'),
      withdrawn: group('withdrawn'),
      added: group('added'),
      reworded: group('reworded'),
    };
  });
}

/** Returns the list item of a change. */
export function changeListItem(change: Change): ChangeListItem {
  const { kind, id, name } = change;
  const item = { key: `${kind}-${id.replaceAll(/[^a-z0-9]+/g, '-')}`, name, fields: [] };
  // A withdrawn item other than a statement may have no page, so it gets no link.
  const linked = { ...item, address: addressOf(kind, id) };
  if (change.what === 'added') return { ...linked, text: change.text };
  if (change.what === 'corrected')
    return { ...linked, fields: shownFields(change.fields, (field) => field === 'text' || FACTS.test(field)) };
  if (change.what === 'reworded')
    return { ...linked, fields: kind === 'statement' ? shownFields(change.fields, (field) => field === 'text') : [] };
  if (change.what === 'merged') {
    return { ...linked, text: change.text, reason: change.reason };
  }
  return { ...(kind === 'statement' ? linked : item), text: change.text, ...(change.reason && { reason: change.reason }) };
}

/** Groups corrections by reason; those without a reason come last. An item with several reasons is in each of their groups. */
function correctionGroups(changes: readonly Change[], previous: string) {
  const pairs = changes
    .filter((change) => change.what === 'corrected')
    .flatMap((change) => (change.reasons.length > 0 ? change.reasons : ['']).map((reason) => ({ reason, change })));
  return [...Map.groupBy(pairs, ({ reason }) => reason)]
    .toSorted(([a], [b]) => Number(!a) - Number(!b))
    .map(([reason, group]) => ({
      ...(reason && { reason }),
      ...changeGroup(
        group.map(({ change }) => change),
        previous,
      ),
    }));
}

/** Groups corrected statements by the fact that changed, in words: `Kind: Opinion → Forecast`. */
function factGroups(changes: readonly Change[], previous: string, nameOf: (id: string) => string) {
  const pairs = changes
    .filter((change) => change.what === 'corrected')
    .filter(({ kind }) => kind === 'statement')
    .flatMap((change) =>
      change.fields
        // A quotation has its kind in its marks. The basis of a date that was added or removed says nothing about another date.
        .filter(
          ({ field, before, after }) => /^(?!quotes)/.test(field) && FACTS.test(field) && (!field.endsWith('.basis') || (before && after)),
        )
        .map(({ field, before, after }) => ({
          change,
          fact: `${fieldLabels[field] ?? field}: ${factWords(field, before, nameOf)} → ${factWords(field, after, nameOf)}`,
        })),
    );
  return [...Map.groupBy(pairs, ({ fact }) => fact)].map(([fact, group]) => ({
    fact,
    ...changeGroup(
      group.map(({ change }) => change),
      previous,
    ),
  }));
}

/** Returns the value of a fact as pages show it. */
function factWords(field: string, value: string | null, nameOf = (id: string) => id): string {
  if (value === null) return 'not given';
  if (field.endsWith('.edtf')) return formatDate(value);
  if (field === 'speakers' || field === 'via')
    return value
      .split('; ')
      .map((each) => (each.startsWith('unnamed: ') ? each.slice(9) : nameOf(each)))
      .join(', then ');
  return { ...kindLabels, ...statusLabels, ...PROVENANCE_WORDS }[value as 'opinion'] ?? value;
}

const changeGroup = (changes: readonly Change[], previous: string) => ({ count: changes.length, items: listItems(changes, previous) });

/**
 * Returns the list items of changes. The statements of an article are one item with their numbers. A number
 * leads to the old wording: in the edition before, or on the page of a statement that was merged or withdrawn.
 */
function listItems(changes: readonly Change[], previous: string): ChangeListItem[] {
  const articles = new Map<string, Link[]>();
  return changes.flatMap((change) => {
    const item = changeListItem(change);
    if (change.kind !== 'statement') return [{ ...item, ...(change.kind === 'relation' && { text: undefined }) }];
    const [name, number] = change.name.split(', statement ') as [string, string];
    const numbers = articles.get(name) ?? [];
    const isNew = numbers.length === 0;
    const isChanged = change.what === 'corrected' || change.what === 'reworded';
    articles.set(name, numbers);
    numbers.push({
      name: change.what === 'merged' ? `${number} into ${change.instead.split('.s').at(-1)}` : number,
      address: isChanged ? frozenPath(previous, change.id) : statementPath(change.id),
    });
    return isNew ? [{ key: item.key, name, fields: [], numbers }] : [];
  });
}

/** Returns the changed fields that readers compare, named as on pages. The data of both editions contain the others. */
const shownFields = (fields: readonly FieldChange[], isShown: (field: string) => boolean): FieldChange[] =>
  fields
    .filter(({ field }) => isShown(field))
    .map(({ field, before, after }) => ({
      field: fieldLabels[field] ?? field,
      before: before === null ? null : factWords(field, before),
      after: after === null ? null : factWords(field, after),
    }));

const fieldLabels: Record<string, string> = {
  text: 'Text',
  kind: 'Kind',
  speakers: 'Speaker',
  via: 'Passed on by',
  status: 'Status',
  'date.edtf': 'Date',
  'date.basis': 'How the date is known',
  'said.edtf': 'When it was said',
  'said.basis': 'How it is known when it was said',
  'horizon.edtf': 'By when',
  'horizon.basis': 'How it is known by when',
  'source.published.edtf': 'Published',
  'source.published.ground': 'Why this date of publication',
};

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
