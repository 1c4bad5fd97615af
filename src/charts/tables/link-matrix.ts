import type { RelationNode, TheRecord } from '../../record/model.ts';
import type { RelationKind } from '../../schema/statement.ts';
import { pluralize } from '../../text/english.ts';
import { RELATION_ORDER } from '../../views/list-items.ts';

/** The sign of a relation in the matrix: one for each. The fonts of the figures have them. */
export const relationSigns: Record<RelationKind, string> = {
  contradicts: '×',
  answers: '»',
  updates: '›',
  qualifies: ':',
  corroborates: '|',
};

const NOUNS: Record<RelationKind, string> = {
  contradicts: 'contradiction',
  answers: 'outcome',
  updates: 'update',
  qualifies: 'qualification',
  corroborates: 'corroboration',
};

/** Counts all relations as a table of articles: rows have the article that makes the relation, columns the one that it is about. */
export function linkMatrix({ entries, relations }: TheRecord) {
  const rows = entries.map((from) => ({
    label: from.data.label,
    count: relations.filter((relation) => relation.from.entry === from).length,
    cells: entries.map((to) => {
      const within = relations.filter((each) => each.from.entry === from && each.to.entry === to);
      const kinds = RELATION_ORDER.map((kind) => ({ kind, count: within.filter(({ data }) => data.kind === kind).length })).filter(
        ({ count }) => count > 0,
      );
      // '2 updates, 1 corroboration'
      const words = kinds.map(({ kind, count }) => pluralize(count, NOUNS[kind])).join(', ');
      return { count: within.length, isWithin: from === to, kinds, words };
    }),
  }));
  return { title: linkFinding(relations), rows };
}

/** Returns what the relations show: who makes most updates, and whether contradictions cross articles. */
export function linkFinding(relations: readonly RelationNode[]): string {
  if (relations.length === 0) return 'No statement is linked with another yet';
  const ofKind = (kind: RelationKind) => relations.filter(({ data }) => data.kind === kind);
  const updates = ofKind('updates');
  const contradictions = ofKind('contradicts');
  const [most] = [...Map.groupBy(updates, ({ from }) => from.entry)].toSorted(([, a], [, b]) => b.length - a.length);
  const between = contradictions.filter(({ from, to }) => from.entry !== to.entry).length;
  const parts = [
    ...(most ? [`${most[0].data.label} has ${share(most[1].length, updates.length, 'update')}`] : []),
    ...(contradictions.length > 0 ? [contradictionsFinding(between, contradictions.length)] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : pluralize(relations.length, 'link') + ' between statements';
}

/** 'the only update', 'all 31 updates', '21 of 31 updates' */
function share(part: number, total: number, noun: string): string {
  if (part < total) return `${part} of ${pluralize(total, noun)}`;
  return total === 1 ? `the only ${noun}` : `${total === 2 ? 'both' : `all ${total}`} ${noun}s`;
}

/** 'both contradictions are within single articles', '1 of 3 contradictions is between articles' */
function contradictionsFinding(between: number, total: number): string {
  if (between > 0) return `${share(between, total, 'contradiction')} ${between === 1 ? 'is' : 'are'} between articles`;
  return `${share(total, total, 'contradiction')} ${total === 1 ? 'is within one article' : 'are within single articles'}`;
}
