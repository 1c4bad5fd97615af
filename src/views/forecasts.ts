import { formatDate } from '../dates/format.ts';
import type { StatementNode, TheRecord } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { forecastOutcomes, type Outcome, type RelationKind } from '../schema/relations.ts';
import { outcomeLabels } from '../text/labels.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** A forecast with its outcome. */
export interface ForecastListItem {
  line: StatementListItem;
  /** The day on which it was said, in words; undefined if the article does not give it. */
  said?: string;
  outcome: Outcome | 'open';
  outcomeLabel: string;
  /** Statements of later articles that report the outcome. */
  answers: { outcomeLabel: string; why: string; line: StatementListItem }[];
  /** Statements of later articles that bear on it without giving an outcome. */
  laterReports: { why: string; line: StatementListItem }[];
}

export type Forecasts = ReturnType<typeof forecasts>;

/** Returns every forecast, in the order of the Record. */
export function forecasts(record: TheRecord) {
  const lines = record.statements.filter(({ data }) => data.kind === 'forecast').map(forecastListItem);
  const counts = ([...forecastOutcomes, 'open'] as const).map((outcome) => ({
    outcome,
    label: outcomeLabels[outcome],
    count: lines.filter((line) => line.outcome === outcome).length,
  }));
  return { forecasts: lines, counts: counts.filter(({ count }) => count > 0) };
}

/** Returns a forecast with its outcome. If later statements differ, the earliest published one decides; all are listed. */
export function forecastListItem(statement: StatementNode): ForecastListItem {
  const { said } = statement.data;
  const later = (kind: RelationKind) =>
    statement.relations
      .filter(({ data, to }) => data.kind === kind && to === statement)
      .toSorted((a, b) => byEntryThenNumber(a.from, b.from));
  const answers = later('answers');
  const outcome = answers[0]?.data.outcome ?? 'open';
  return {
    line: statementListItem(statement),
    ...(said?.edtf && { said: formatDate(said.edtf, said.basis) }),
    outcome,
    outcomeLabel: outcomeLabels[outcome],
    answers: answers.map(({ data, from }) => ({
      outcomeLabel: outcomeLabels[data.outcome ?? 'open'],
      why: data.why,
      line: statementListItem(from),
    })),
    laterReports: later('updates').map(({ data, from }) => ({ why: data.why, line: statementListItem(from) })),
  };
}
