import { getYear } from '../dates/bounds.ts';
import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { statementKinds } from '../schema/statement.ts';
import { actorPath, entryPath } from '../paths/paths.ts';
import { forecasts } from './forecasts.ts';
import { answerCounts } from './answers.ts';
import { kindLabels } from '../text/labels.ts';
import { voiceOf, type VoiceForm } from './voice.ts';

/** A label with a count. */
export interface Count {
  name: string;
  address?: string;
  count: number;
}

/** Rows of speakers by side. Joint speakers of several sides have a separate row, as elsewhere. */
const voiceRows: { name: string; voice?: VoiceForm }[] = [
  { name: 'Japanese voices', voice: 'japan' },
  { name: 'Russian voices', voice: 'russia' },
  { name: 'Joint authors of several sides' },
  { name: 'Voices neither Japanese nor Russian', voice: 'third' },
  { name: 'Unnamed sources', voice: 'unnamed' },
];

/** Maximum number of speakers listed. */
const MAX_SPEAKERS = 20;

/** Counts what the Record contains and what is missing. */
export function coverage(record: TheRecord) {
  const { statements, entries } = record;
  const years = Map.groupBy(statements, ({ data }) => getYear(data.date.edtf));
  const dated = [...years.keys()].filter((year) => year !== null).toSorted((a, b) => a - b);
  const formsOf = new Map(statements.map((statement) => [statement, voiceOf(statement).speakers]));
  const { all } = forecasts(record);
  const counts = answerCounts(record);
  return {
    kinds: statementKinds.map((kind) => kindLabels[kind]),
    byEntry: entries.map((entry) => ({
      name: entry.data.label,
      address: entryPath(entry.id),
      passages: Object.keys(entry.passages).length,
      statements: entry.statements.length,
      kinds: statementKinds.map((kind) => entry.statements.filter(({ data }) => data.kind === kind).length),
    })),
    byKind: statementKinds.map((kind) => ({ name: kindLabels[kind], count: statements.filter(({ data }) => data.kind === kind).length })),
    bySide: voiceRows.map(({ name, voice }) => ({
      name,
      ...(voice && { voice }),
      count: [...formsOf.values()].filter((forms) => (forms.length > 1 ? undefined : forms[0]) === voice).length,
    })),
    bySpeaker: record.actors
      .filter(({ statementsMade }) => statementsMade.length > 0)
      .toSorted((a, b) => b.statementsMade.length - a.statementsMade.length || compareCodeUnits(a.id, b.id))
      .slice(0, MAX_SPEAKERS)
      .map(({ id, data, statementsMade }) => ({ name: data.names.en, address: actorPath(id), count: statementsMade.length })),
    byYear: dated.map((year) => ({ year, count: years.get(year)!.length })),
    missing: {
      undatedStatements: years.get(null)?.length ?? 0,
      // Ranges of years, between the first and the last, in which no dated statement begins: `1946–2011`.
      emptyYears: gaps(dated),
      openForecasts: all.filter(({ hasOutcome }) => !hasOutcome).length,
      forecasts: all.length,
      silences: counts.silences,
      questions: counts.questions,
      unnamedVoices: statements.filter((statement) => statement.speakers.some(({ unnamed }) => unnamed !== undefined)).length,
    },
  };
}

/** Returns the years between others: `[1945, 2012, 2014]` → `['1946–2011', '2013']` */
function gaps(years: readonly number[]): string[] {
  return years.slice(1).flatMap((year, index) => {
    const [from, to] = [years[index]! + 1, year - 1];
    return from > to ? [] : [from === to ? `${from}` : `${from}–${to}`];
  });
}
