import { compareNatural, snapshotKinds, type SnapshotItem } from './snapshot.ts';

/** A field that reads otherwise than before; null where it was not there, or is there no more. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What became of one thing between two editions. */
export type Change = Pick<SnapshotItem, 'kind' | 'id' | 'name'> &
  (
    | { what: 'added'; says: string }
    | { what: 'corrected'; fields: FieldChange[] }
    | { what: 'withdrawn'; said: string; date?: string; reason?: string; instead?: string }
  );

/**
 * Everything that changed from one edition to the next, by kind and id. A statement that is marked withdrawn, and any other thing
 * that is there no more, is a withdrawal; the mark on a statement that was withdrawn before is no change.
 */
export function diffSnapshots(before: readonly SnapshotItem[], after: readonly SnapshotItem[]): Change[] {
  const [old, now] = [before, after].map((things) => new Map(things.map((thing) => [keyOf(thing), thing])));
  const keys = [...new Set([...old!.keys(), ...now!.keys()])];
  return keys
    .flatMap((key) => changeOf(old!.get(key), now!.get(key)))
    .toSorted((a, b) => snapshotKinds.indexOf(a.kind) - snapshotKinds.indexOf(b.kind) || compareNatural(a.id, b.id));
}

const keyOf = ({ kind, id }: SnapshotItem) => `${kind} ${id}`;

function changeOf(before: SnapshotItem | undefined, after: SnapshotItem | undefined): Change[] {
  const { kind, id, name } = (after ?? before)!;
  const thing = { kind, id, name };
  const withdrawn = after?.data['withdrawn'] as { date: string; reason: string; instead?: string } | undefined;
  if (withdrawn) return before?.data['withdrawn'] ? [] : [{ ...thing, what: 'withdrawn', said: inWords(before ?? after!), ...withdrawn }];
  if (!after) return before!.data['withdrawn'] ? [] : [{ ...thing, what: 'withdrawn', said: inWords(before!) }];
  if (!before) return [{ ...thing, what: 'added', says: inWords(after) }];
  const fields = changedFields(before.data, after.data);
  return fields.length > 0 ? [{ ...thing, what: 'corrected', fields }] : [];
}

/** What a thing says, in one text: a statement its sentence, a relation why, anything else its name. */
function inWords({ data, name }: SnapshotItem): string {
  const said = data['text'] ?? data['why'];
  return typeof said === 'string' ? said : name;
}

/** The fields that differ, by name; fields of an object one by one, so too in lists of as many; other lists and texts as a whole. */
function changedFields(before: object, after: object, prefix = ''): FieldChange[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const names = [...new Set([...Object.keys(old!), ...Object.keys(now!)])].toSorted();
  return names.flatMap((name): FieldChange[] => {
    const [a, b] = [old![name], now![name]];
    if (isObject(a) && isObject(b)) return changedFields(a, b, `${prefix}${name}.`);
    if (areObjects(a) && areObjects(b) && a.length === b.length)
      return a.flatMap((each, index) => changedFields(each, b[index]!, `${prefix}${name}.${index + 1}.`));
    const [saidBefore, saidAfter] = [say(a), say(b)];
    return saidBefore === saidAfter ? [] : [{ field: `${prefix}${name}`, before: saidBefore, after: saidAfter }];
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const areObjects = (value: unknown): value is object[] => Array.isArray(value) && value.every(isObject);

/** A value as one text: fields by name, so that their order says nothing; null where there is nothing. */
function say(value: unknown): string | null {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map((each) => say(each) ?? '–').join('; ');
  if (!isObject(value)) return String(value);
  const fields = Object.entries(value).flatMap(([name, each]) => {
    const said = say(each);
    return said === null ? [] : [[name, said] as const];
  });
  if (fields.length === 0) return null;
  return fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, said]) => `${name}: ${said}`)
    .join(', ');
}
