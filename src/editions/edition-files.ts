import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../record/content.ts';
import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits, compareEditions } from '../record/sort.ts';
import type { Edition } from '../schema/edition.ts';

/** The files in the folder of an edition. */
export interface EditionFiles {
  /** Such as 2026.1. */
  name: string;
  /** Data of `edition.yaml`. */
  data: Edition;
  /** Path of `edition.yaml` from the project's root. */
  file: string;
  /** Text of `addresses.txt`; undefined if it is missing. */
  addresses: string | undefined;
  /** Text of `record.ndjson`; undefined if it is missing. */
  snapshotText: string | undefined;
}

/** Returns the folder of an edition, from the project's root. */
export const editionFolder = (name: string) => `content/editions/${name}`;

/** Reads the files of all editions, oldest first. */
export function readEditionFiles(root: string, content: Content): EditionFiles[] {
  return content.editions
    .map(({ id: name, file, data }) => {
      const text = (each: string) => {
        const path = join(root, editionFolder(name), each);
        return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      };
      return { name, data, file, addresses: text('addresses.txt'), snapshotText: text('record.ndjson') };
    })
    .toSorted((a, b) => compareEditions(a.name, b.name));
}

/** Reads the snapshot of an edition. @throws {Error} if the file is missing */
export function readSnapshot(root: string, name: string): SnapshotItem[] {
  const file = join(editionFolder(name), 'record.ndjson');
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing: restore it from git`);
  return parseNdjson(readFileSync(join(root, file), 'utf8'));
}

/** Kinds of items in a snapshot, in the order in which they are listed. */
export const snapshotKinds = ['entry', 'statement', 'relation', 'event', 'actor', 'theme', 'place', 'term'] as const;

/** An item of the Record as an edition seals it: its own data, without paths, build dates or anything derived. */
export interface SnapshotItem {
  kind: (typeof snapshotKinds)[number];
  /** The item's id; for a relation `<from> <kind> <to>`. */
  id: string;
  /** The item's name for readers. */
  name: string;
  data: Record<string, unknown>;
}

/** Lists all items of the Record by kind and id, including withdrawn statements. */
export function createSnapshot(record: TheRecord): SnapshotItem[] {
  const withBody = ({ data, body }: { data: object; body: string }) => ({ ...data, body: body.trim() });
  const item = (kind: SnapshotItem['kind'], id: string, name: string, data: object): SnapshotItem => ({
    kind,
    id,
    name,
    data: { ...data },
  });
  return [
    ...record.entries.map(({ id, data, body, passages }) => {
      // How far editors have read is not part of the Record.
      const { questionsRead: _, textsRead: __, ...sealed } = data;
      return item('entry', id, data.label, { ...withBody({ data: sealed, body }), passages });
    }),
    ...[...record.statements, ...record.withdrawn].map(({ id, entry, data }) =>
      item('statement', id, `${entry.data.label}, statement ${data.n}`, data),
    ),
    ...record.relations.map(({ data, from, to }) => {
      const name = `${from.entry.data.label}, statement ${from.data.n} ${data.kind} ${to.entry.data.label}, statement ${to.data.n}`;
      return item('relation', `${data.from} ${data.kind} ${data.to}`, name, data);
    }),
    ...record.events.map(({ id, data }) => item('event', id, data.title, data)),
    ...record.actors.map((actor) => item('actor', actor.id, actor.data.names.en, withBody(actor))),
    ...record.themes.map((theme) => item('theme', theme.id, theme.data.title, withBody(theme))),
    ...record.places.map(({ id, data }) => item('place', id, data.names.en, data)),
    ...record.terms.map((term) => item('term', term.id, term.data.title, withBody(term))),
  ].toSorted(compareItems);
}

/** Compares two items by kind, then by id. */
export const compareItems = (a: Pick<SnapshotItem, 'kind' | 'id'>, b: Pick<SnapshotItem, 'kind' | 'id'>) =>
  snapshotKinds.indexOf(a.kind) - snapshotKinds.indexOf(b.kind) || compareNatural(a.id, b.id);

/** Formats items as NDJSON, one item per line with its fields sorted, so that a line diff shows what changed. */
export const serializeNdjson = (items: readonly SnapshotItem[]) => items.map((item) => `${JSON.stringify(sortFields(item))}\n`).join('');

/**
 * Parses the output of `serializeNdjson`.
 *
 * @throws {SyntaxError} if a line is not an item
 */
export function parseNdjson(text: string): SnapshotItem[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      const item = JSON.parse(line) as SnapshotItem;
      if (!snapshotKinds.includes(item.kind)) throw new SyntaxError(`line ${index + 1}: unknown kind “${item.kind}”`);
      return item;
    });
}

/** Compares ids with the numbers in them by value: s2 before s10. */
export function compareNatural(a: string, b: string): number {
  const [piecesA, piecesB] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (const [index, piece] of piecesA.entries()) {
    const other = piecesB[index] ?? '';
    const order = index % 2 === 1 && other ? Number(piece) - Number(other) : compareCodeUnits(piece, other);
    if (order !== 0) return order;
  }
  return piecesA.length - piecesB.length;
}

/** Sorts the fields of all objects in a value by name and drops undefined ones. */
function sortFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortFields);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => compareCodeUnits(a, b))
      .map(([key, each]) => [key, sortFields(each)]),
  );
}
