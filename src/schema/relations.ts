import { z } from 'zod';
import { statementId } from './ids.ts';
import { plainText } from './text.ts';

const relationKinds = ['corroborates', 'contradicts', 'qualifies', 'updates', 'answers'] as const;

/** Outcome of a forecast, according to the statement that answers it. */
export const forecastOutcomes = ['met', 'not-met', 'partly', 'overtaken'] as const;

const relation = z.strictObject({
  from: statementId.describe('The statement that stands to the other in this way.'),
  to: statementId.describe('The statement it stands to.'),
  kind: z
    .enum(relationKinds)
    .describe('`from` corroborates, contradicts, qualifies, updates or answers `to`. `answers` gives the outcome of a forecast.'),
  why: plainText(400).describe('Why, in one sentence, resting on the two statements alone.'),
  outcome: z.enum(forecastOutcomes).optional().describe('What became of the forecast; with `answers` only.'),
});

export const relations = z
  .strictObject({
    relations: z.array(relation).describe('The relations, in any order.'),
  })
  .describe('All relations between statements.');

export type Relation = z.infer<typeof relation>;
export type RelationKind = Relation['kind'];
export type Outcome = NonNullable<Relation['outcome']>;
