import type { RelationNode, StatementNode } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import type { RelationKind } from '../schema/relations.ts';
import { relationLabels } from '../text/labels.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** A relation in a list: to the other statement as seen from one, or between both. */
export interface RelationListItem {
  kind: RelationKind;
  /** 'Updated by' as seen from a statement, else 'Updates'. */
  label: string;
  why: string;
  /** The other statement, or the second one. */
  line: StatementListItem;
  /** The first statement, if the item shows both. */
  from?: StatementListItem;
}

/** Returns a relation as seen from one of its statements. */
export function relationFrom(relation: RelationNode, statement: StatementNode): RelationListItem {
  const { kind, why } = relation.data;
  const isForward = relation.from === statement;
  return {
    kind,
    label: relationLabels[kind][isForward ? 'forward' : 'backward'],
    why,
    line: statementListItem(isForward ? relation.to : relation.from),
  };
}

/** Returns a relation with both statements, the earlier first: by publication of their articles, then by number. */
export function relationPair(relation: RelationNode): RelationListItem {
  const first = byEntryThenNumber(relation.from, relation.to) < 0 ? relation.from : relation.to;
  const { kind } = relation.data;
  // Both contradict or corroborate each other: the direction says nothing.
  const isMutual = kind === 'contradicts' || kind === 'corroborates';
  return { ...relationFrom(relation, first), ...(isMutual && { label: relationLabels[kind].forward }), from: statementListItem(first) };
}
