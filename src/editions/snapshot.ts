import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';

/** Kinds of things that an edition freezes, in the order in which they are listed. */
export const snapshotKinds = ['entry', 'statement', 'relation', 'event', 'actor', 'theme', 'place', 'term'] as const;

export type SnapshotKind = (typeof snapshotKinds)[number];

/** A thing of the Record as an edition holds it: its data without addresses, dates of the build or anything else that is made of it. */
export interface SnapshotItem {
  kind: SnapshotKind;
  /** Its id; of a relation `<from> <kind> <to>`. */
  id: string;
  /** Its name for readers. */
  name: string;
  data: Record<string, unknown>;
}

/** Everything that the Record holds, by kind and id; withdrawn statements are among it, marked. */
export function createSnapshot(record: TheRecord): SnapshotItem[] {
  const withBody = ({ data, body }: { data: object; body: string }) => ({ ...data, body: body.trim() });
  const all: SnapshotItem[] = [
    ...record.entries.map((entry) => ({
      kind: 'entry' as const,
      id: entry.id,
      name: entry.data.label,
      data: { ...withBody(entry), passages: entry.passages },
    })),
    ...[...record.statements, ...record.withdrawn].map(({ id, entry, data }) => ({
      kind: 'statement' as const,
      id,
      name: `${entry.data.label}, statement ${data.n}`,
      data,
    })),
    ...record.relations.map(({ data, from, to }) => ({
      kind: 'relation' as const,
      id: `${data.from} ${data.kind} ${data.to}`,
      name: `${from.entry.data.label}, statement ${from.data.n} ${data.kind} ${to.entry.data.label}, statement ${to.data.n}`,
      data,
    })),
    ...record.events.map(({ id, data }) => ({ kind: 'event' as const, id, name: data.title, data })),
    ...record.actors.map((actor) => ({ kind: 'actor' as const, id: actor.id, name: actor.data.names.en, data: withBody(actor) })),
    ...record.themes.map((theme) => ({ kind: 'theme' as const, id: theme.id, name: theme.data.title, data: withBody(theme) })),
    ...record.places.map(({ id, data }) => ({ kind: 'place' as const, id, name: data.names.en, data })),
    ...record.terms.map((term) => ({ kind: 'term' as const, id: term.id, name: term.data.title, data: withBody(term) })),
  ];
  return all.toSorted((a, b) => snapshotKinds.indexOf(a.kind) - snapshotKinds.indexOf(b.kind) || compareNatural(a.id, b.id));
}

/** As text, one thing a line (NDJSON), fields by name: so that two editions can be compared by line. Ends with a line break. */
export const serializeNdjson = (things: readonly SnapshotItem[]) => things.map((thing) => `${JSON.stringify(sorted(thing))}\n`).join('');

/**
 * Things from text as `serializeNdjson` writes it.
 *
 * @throws {SyntaxError} where a line is no such thing
 */
export function parseNdjson(text: string): SnapshotItem[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      const thing = JSON.parse(line) as SnapshotItem;
      if (!snapshotKinds.includes(thing.kind)) throw new SyntaxError(`line ${index + 1} holds no thing of the Record`);
      return thing;
    });
}

/** By id, numbers in it by their value: s2 before s10. */
export function compareNatural(a: string, b: string): number {
  const [piecesA, piecesB] = [a, b].map((id) => id.split(/(\d+)/));
  for (const [index, piece] of piecesA!.entries()) {
    const other = piecesB![index] ?? '';
    const order = index % 2 === 1 && other ? Number(piece) - Number(other) : compareCodeUnits(piece, other);
    if (order !== 0) return order;
  }
  return piecesA!.length - piecesB!.length;
}

/** A value with the fields of all its objects by name, those without a value left out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => compareCodeUnits(a, b))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
