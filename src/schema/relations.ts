import { z } from 'zod';
import { statementId } from './ids.ts';
import { prose } from './text.ts';

/** How one statement stands to another. */
export const relationKinds = ['corroborates', 'contradicts', 'qualifies', 'updates', 'answers'] as const;

/** What became of a forecast, told by a statement that answers it. */
export const outcomes = ['met', 'not-met', 'partly', 'overtaken'] as const;

const relation = z.strictObject({
  /** The statement that stands to the other in this way. */
  from: statementId,
  /** The statement it stands to. */
  to: statementId,
  /** `from` corroborates, contradicts, qualifies, updates or answers `to`. `answers` gives the outcome of a forecast. */
  kind: z.enum(relationKinds),
  /** Why, in one sentence, resting on the two statements alone. */
  why: prose(400),
  /** What became of the forecast; with `answers` only. */
  outcome: z.enum(outcomes).optional(),
});

/** All relations between statements. */
export const relations = z.strictObject({
  /** The relations, in any order. */
  relations: z.array(relation),
});

export type Relation = z.infer<typeof relation>;
export type RelationKind = Relation['kind'];
export type Outcome = NonNullable<Relation['outcome']>;
