import { sayDate } from '../dates/format.ts';
import type { StatementNode, TheRecord } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { outcomes, type Outcome } from '../schema/relations.ts';
import { outcomeLabels } from '../text/labels.ts';
import { statementLine, type StatementLine } from './statement-list-item.ts';

/** A forecast with what became of it. */
export interface ForecastLine {
  line: StatementLine;
  /** The day it was said, or published where no other is known, in words. */
  said: string;
  outcome: Outcome | 'open';
  outcomeLabel: string;
  /** Statements of later articles that tell the outcome. */
  answers: { outcomeLabel: string; why: string; line: StatementLine }[];
}

export interface Forecasts {
  forecasts: ForecastLine[];
  /** How many ended how, those that did first. */
  counts: { outcome: Outcome | 'open'; label: string; count: number }[];
}

/** Every forecast, in the order of the Record. */
export function forecasts(record: TheRecord): Forecasts {
  const lines = record.statements.filter(({ data }) => data.kind === 'forecast').map(forecastLine);
  const counts = ([...outcomes, 'open'] as const).map((outcome) => ({
    outcome,
    label: outcomeLabels[outcome],
    count: lines.filter((line) => line.outcome === outcome).length,
  }));
  return { forecasts: lines, counts: counts.filter(({ count }) => count > 0) };
}

/** A forecast with what became of it. Where later statements differ, the earliest published decides and all are shown. */
export function forecastLine(statement: StatementNode): ForecastLine {
  const { said } = statement.data;
  const { published } = statement.entry.data.source;
  const answers = statement.relations
    .filter(({ data, to }) => data.kind === 'answers' && to === statement)
    .toSorted((a, b) => byEntryThenNumber(a.from, b.from));
  const outcome = answers[0]?.data.outcome ?? 'open';
  return {
    line: statementLine(statement),
    said: said?.edtf ? sayDate(said.edtf, said.basis) : sayDate(published.edtf, published.basis),
    outcome,
    outcomeLabel: outcomeLabels[outcome],
    answers: answers.map(({ data, from }) => ({
      outcomeLabel: outcomeLabels[data.outcome ?? 'open'],
      why: data.why,
      line: statementLine(from),
    })),
  };
}
