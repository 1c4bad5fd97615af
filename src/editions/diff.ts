import { compareItems, createSnapshot, readSnapshot, type SnapshotItem } from './edition-files.ts';
import type { EditionNode, TheRecord } from '../record/model.ts';
import { memoize } from '../record/frozen.ts';

/** A field with two values; null if it was added or removed. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/**
 * The change of one item between two editions. A correction changes a fact, such as a speaker or a date, or has a reason in the revisions
 * of its entry; a rewording does not. A statement is merged if another contains what it said.
 */
export type Change = Pick<SnapshotItem, 'kind' | 'id' | 'name'> &
  (
    | { what: 'added'; text: string }
    | { what: 'corrected'; fields: FieldChange[]; reasons: string[] }
    | { what: 'reworded'; fields: FieldChange[] }
    | { what: 'merged'; text: string; date: string; reason: string; instead: string }
    | { what: 'withdrawn'; text: string; date?: string; reason?: string }
  );

/** Fields that state facts. Changes of all others, such as texts and lists of links, are rewordings. */
export const FACTS =
  /^(?:kind|speakers|via|status|outcome|side|(?:date|said|horizon)\.(?:edtf|basis)|quotes\.\d+\.kind|source\..+|coordinates\..+)$/;

/** An edition with its changes since the one before. */
export interface EditionDiff {
  edition: FrozenEdition;
  /** Undefined for the first edition. */
  changes?: readonly Change[];
}

/** An edition with its data as they were: the fields of older editions may lack newer ones. */
export interface FrozenEdition extends EditionNode {
  items: readonly SnapshotItem[];
  /** Items by kind and id: `statement tass-2026.s11`. */
  byKey: ReadonlyMap<string, SnapshotItem>;
}

/**
 * Returns the editions with their data, newest first. That of an edition in preparation is the Record itself.
 *
 * @throws {Error} if the data of a published edition are missing
 */
export const loadFrozenEditions = memoize((record: TheRecord): FrozenEdition[] =>
  record.editions
    .map((edition) => {
      const items = edition.data.status === 'in-preparation' ? createSnapshot(record) : readSnapshot(process.cwd(), edition.id);
      return { ...edition, items, byKey: itemsByKey(items) };
    })
    .toReversed(),
);

/**
 * Compares each edition of the Record with the one before, newest first.
 *
 * @throws {Error} if the data of a published edition are missing
 */
export const loadEditionDiffs = (record: TheRecord): EditionDiff[] =>
  loadFrozenEditions(record).map((edition, index, editions) => {
    const before = editions[index + 1];
    return { edition, ...(before && { changes: diffSnapshots(before.items, edition.items) }) };
  });

const itemsByKey = (items: readonly SnapshotItem[]) => new Map(items.map((item) => [`${item.kind} ${item.id}`, item]));

/**
 * Returns all changes from one edition to the next, by kind and id. A statement that is newly marked as withdrawn is a withdrawal,
 * and so is any other item that is missing. A later change of that mark is not a change.
 */
export function diffSnapshots(before: readonly SnapshotItem[], after: readonly SnapshotItem[]): Change[] {
  const [old, now] = [itemsByKey(before), itemsByKey(after)];
  const reasons = newReasons(old, after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .flatMap((key) => diffItem(old.get(key), now.get(key), reasons) ?? [])
    .toSorted(compareItems);
}

interface Revision {
  text: string;
  statements?: string[];
}

/** Returns the reasons of corrections by statement, from the revisions that an entry did not have before. */
function newReasons(old: ReadonlyMap<string, SnapshotItem>, after: readonly SnapshotItem[]): Map<string, string[]> {
  const revisionsOf = (item?: SnapshotItem) => (item?.data['revisions'] ?? []) as Revision[];
  const pairs = after.flatMap((item) =>
    revisionsOf(item)
      .slice(revisionsOf(old.get(`${item.kind} ${item.id}`)).length)
      .flatMap(({ text, statements = [] }) => statements.map((id) => ({ id, text }))),
  );
  return new Map([...Map.groupBy(pairs, ({ id }) => id)].map(([id, group]) => [id, group.map(({ text }) => text)]));
}

function diffItem(
  before: SnapshotItem | undefined,
  after: SnapshotItem | undefined,
  newReasons: ReadonlyMap<string, string[]>,
): Change | undefined {
  const { kind, id, name } = (after ?? before)!;
  const item = { kind, id, name, text: textOf((before ?? after)!) };
  const withdrawn = after?.data['withdrawn'] as { date: string; reason: string; instead?: string } | undefined;
  if (withdrawn || !after) {
    if (before?.data['withdrawn']) return undefined;
    const { instead, ...rest } = withdrawn ?? {};
    return instead && withdrawn ? { ...item, ...withdrawn, what: 'merged', instead } : { ...item, what: 'withdrawn', ...rest };
  }
  if (!before) return { ...item, what: 'added' };
  const fields = diffFields(withQuotationKinds(before.data), after.data);
  if (fields.length === 0) return undefined;
  const reasons = newReasons.get(id) ?? [];
  const corrected = reasons.length > 0 || fields.some(({ field }) => FACTS.test(field));
  return corrected ? { kind, id, name, what: 'corrected', fields, reasons } : { kind, id, name, what: 'reworded', fields };
}

/** Completes the quotations of editions before 2026.2, which were all shown as direct speech. */
function withQuotationKinds(data: Record<string, unknown>): Record<string, unknown> {
  const quotes = data['quotes'] as object[] | undefined;
  return quotes ? { ...data, quotes: quotes.map((quotation) => ({ kind: 'direct', ...quotation })) } : data;
}

/** Returns the sentence of a statement, the reason of a relation, and the name of any other item. */
function textOf({ data, name }: SnapshotItem): string {
  const text = data['text'] ?? data['why'];
  return typeof text === 'string' ? text : name;
}

/** Compares objects field by field, one that is missing as empty, and lists of equally many objects item by item. Compares others as a whole. */
function diffFields(before: object, after: object, prefix = ''): FieldChange[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names.flatMap((name): FieldChange[] => {
    const [a, b] = [old![name], now![name]];
    if (isObject(a ?? b) && isObject(b ?? a)) return diffFields(a ?? {}, b ?? {}, `${prefix}${name}.`);
    if (areObjects(a) && areObjects(b) && a.length === b.length)
      return a.flatMap((each, index) => diffFields(each, b[index]!, `${prefix}${name}.${index + 1}.`));
    const [textBefore, textAfter] = [formatValue(a), formatValue(b)];
    return textBefore === textAfter ? [] : [{ field: `${prefix}${name}`, before: textBefore, after: textAfter }];
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const areObjects = (value: unknown): value is object[] => Array.isArray(value) && value.every(isObject);

/** Formats a value as one text, with fields sorted by name; null for an empty value. */
function formatValue(value: unknown): string | null {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map((each) => formatValue(each) ?? '–').join('; ');
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const fields = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, formatValue(each)])
    .filter(([, text]) => text !== null);
  return fields.length === 0 ? null : fields.map(([name, text]) => `${name}: ${text}`).join(', ');
}
