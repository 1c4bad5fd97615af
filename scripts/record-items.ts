import { Document, Scalar } from 'yaml';
import type { TheRecord } from '../src/record/model.ts';
import { localizedNames, type Names } from '../src/schema/field-types.ts';
import type { Place } from '../src/schema/items.ts';
import { toExactForm } from '../src/search/engine/query.ts';
import { closestMatch } from '../src/text/matching.ts';

/** A node of the Record that has an id. */
interface RecordNode {
  id: string;
  data: {
    names?: Names;
    label?: string;
    title?: string;
    variants?: string[];
    parts?: Place['parts'];
    namings?: Place['namings'];
    source?: { title: string };
    question?: string;
    text?: string;
  };
}

/** A node with the id and the names by which it can be found. */
export interface RecordItem {
  kind: string;
  /** Questions have the id of their theme before their own: `energy/meaning-for-japan`. */
  id: string;
  names: string[];
  node: RecordNode;
}

/** Maximum number of ids that are suggested for an unknown one. */
const MAX_SUGGESTIONS = 8;

/** Returns everything in the Record that has an id. */
export function listItems(record: TheRecord): RecordItem[] {
  const items = (kind: string, nodes: readonly RecordNode[], prefix = '') =>
    nodes.map((node) => ({ kind, id: prefix + node.id, names: namesOf(node), node }));
  return [
    ...items('entry', record.entries),
    ...items('statement', [...record.statements, ...record.withdrawn]),
    ...items('actor', record.actors),
    ...items('event', record.events),
    ...items('theme', record.themes),
    ...record.themes.flatMap((theme) => items('question', theme.questions, `${theme.id}/`)),
    ...items('place', record.places),
    ...items('term', record.terms),
  ];
}

/**
 * Returns the items with an id (`shinzo-abe`, `place/japan`, `meaning-for-japan`). If there is none, returns those with a name or variant,
 * in any case, or else those whose names or text contain the words.
 */
export function findItems(items: readonly RecordItem[], query: string): { found: RecordItem[]; exact: boolean } {
  const words = toExactForm(query);
  const isNamed: ((item: RecordItem) => boolean)[] = [
    ({ kind, id }) => id === query || `${kind}/${id}` === query || id.endsWith(`/${query}`),
    ({ names }) => names.some((name) => toExactForm(name) === words),
    ({ names, node }) =>
      words.trim() !== '' && [...names, node.data.text ?? ''].some((text) => toExactForm(text).includes(words.trimEnd())),
  ];
  for (const [index, matches] of isNamed.entries()) {
    const found = items.filter(matches);
    if (found.length > 0) return { found, exact: index < 2 };
  }
  return { found: [], exact: false };
}

/** Formats an item as one line: kind, id, and name or text. */
export const formatLine = ({ kind, id, names, node }: RecordItem) => `${kind.padEnd(9)}  ${id}  ${names[0] ?? node.data.text}\n`;

/** Returns ids that contain an unknown id as a word, or else the id or name that is closest to it. */
export function suggestIds(items: readonly RecordItem[], query: string): string[] {
  const containing = items.filter(({ id }) => `-${id.replace(/[/.]/g, '-')}-`.includes(`-${query}-`)).map(({ id }) => id);
  if (containing.length > 0) return containing.slice(0, MAX_SUGGESTIONS);
  const candidates = items.flatMap(({ id, names }) => [id, ...names]);
  return [closestMatch(query, candidates)].filter((match) => match !== undefined);
}

/** Formats the fields and links of an item as YAML. Linked nodes are ids with their name or text as a comment. */
export function formatItem(items: readonly RecordItem[], { kind, id, node }: RecordItem): string {
  const itemOf = new Map<unknown, RecordItem>(items.map((item) => [item.node, item]));
  const replaceNodes = (value: unknown): unknown => {
    const item = itemOf.get(value);
    if (item) return Object.assign(new Scalar(item.id), { comment: ` ${item.names[0] ?? item.node.data.text}` });
    if (Array.isArray(value)) return value.map(replaceNodes);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceNodes(each)]));
  };
  const { data, ...links } = node;
  const fields = Object.entries({ ...links, ...data, ...(replaceNodes(links) as object), id });
  const shown = fields.filter(
    ([name, value]) => name !== 'passages' && (Array.isArray(value) || typeof value === 'string' ? value.length > 0 : true),
  );
  const document = new Document(Object.fromEntries(shown), { aliasDuplicateObjects: false });
  document.commentBefore = ` ${kind}`;
  return document.toString({ lineWidth: 0 });
}

function namesOf({ data: { names, label, title, source, question, variants = [], parts = [], namings = [] } }: RecordNode): string[] {
  const all = [names, ...parts.flatMap(({ japanese, russian }) => [japanese, russian])].filter((each) => each !== undefined);
  const localized = all.flatMap((each) => [
    each.en,
    ...localizedNames(each).flatMap(({ name, reading }) => [name, reading]),
    ...each.variants,
  ]);
  const forms = [
    names?.en,
    label,
    title,
    source?.title,
    question,
    ...localized,
    ...namings.map(({ name }) => name),
    ...(names?.misspellings ?? []),
  ];
  return [...forms, ...variants].filter((name) => name !== undefined);
}
