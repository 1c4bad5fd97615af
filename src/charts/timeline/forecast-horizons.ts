import { getBounds } from '../../dates/bounds.ts';
import { formatDateShort } from '../../dates/format.ts';
import type { EntryNode, StatementNode, TheRecord } from '../../record/model.ts';
import { forecastOutcomes, type Outcome } from '../../schema/relations.ts';
import { entryPath, statementPath } from '../../paths/paths.ts';
import { forecastListItem } from '../../views/forecasts.ts';
import { outcomeLabels } from '../../text/labels.ts';
import { formatList } from '../../text/list.ts';
import { MIN_WIDTH } from '../text-metrics.ts';
import { pluralize } from '../../text/plural.ts';
import { toDecimalYear } from './time-scale.ts';

interface Forecast {
  n: number;
  address: string;
  outcome: Outcome | 'open';
  /** Article, number, horizon and outcome in words. */
  words: string;
}

/** A forecast that says until when: a line from the day it was said, in per cent of the drawing. */
export type DatedForecast = Forecast & { y: number; from: number; to: number; isOpen: boolean; horizon: string };

/** A forecast that does not: an open tick at a place in pixels. */
export type UndatedForecast = Forecast & { x: number; y: number };

/** The forecasts of one article. */
export interface ForecastGroup {
  label: string;
  address: string;
  /** How many forecasts it has, in words. */
  words: string;
  top: number;
  dated: DatedForecast[];
  undated: UndatedForecast[];
}

/** Every forecast, from the day it was said to the day until which it reaches; one axis of months for all. */
export interface ForecastHorizons {
  title: string;
  desc: string;
  height: number;
  /** Where the axis of months stands, in pixels, and its marks. */
  ground: number;
  months: { month: number; x: number }[];
  groups: ForecastGroup[];
  /** The outcomes that occur, for the key. */
  outcomes: { outcome: Outcome | 'open'; label: string; count: number }[];
}

/** Heights and widths in pixels; the share of the width, in per cent, that lines have: the rest is for words. */
const HEADING = 24;
const ROW = 17;
const SLOT = 31;
const ABOVE = 8;
const [START, SHARE] = [1, 74];
/** The axis has a mark every so many months, and lines may reach a little beyond the last. */
const STEP = 3;
const SLACK = 0.5;

export function forecastHorizons(record: TheRecord): ForecastHorizons {
  const all = record.statements.filter(({ data }) => data.kind === 'forecast');
  const reach = Math.max(STEP, ...all.map((statement) => spanOf(statement)?.to ?? 0));
  const last = Math.ceil((reach - SLACK) / STEP) * STEP;
  const x = (months: number) => START + (SHARE * months) / last;
  let y = ABOVE;
  const groups = record.entries.flatMap((entry) => {
    const own = all.filter((statement) => statement.entry === entry);
    if (own.length === 0) return [];
    const group = groupOf(entry, own, y, x);
    y = group.bottom;
    return group;
  });
  const ends = [...forecastOutcomes, 'open' as const].map((outcome) => ({
    outcome,
    label: outcomeLabels[outcome],
    count: all.filter((statement) => forecastListItem(statement).outcome === outcome).length,
  }));
  return {
    title: 'How far the forecasts reach',
    desc: describeForecasts(all, reach, ends),
    height: y + 26,
    ground: y + 6,
    months: Array.from({ length: last / STEP + 1 }, (_, index) => ({ month: index * STEP, x: x(index * STEP) })),
    groups,
    outcomes: ends.filter((end) => end.count > 0),
  };
}

function groupOf(entry: EntryNode, own: readonly StatementNode[], top: number, x: (months: number) => number) {
  const [dated, undated] = [own.filter(spanOf), own.filter((statement) => !spanOf(statement))];
  const perRow = Math.floor(MIN_WIDTH / SLOT);
  const undatedTop = top + HEADING + dated.length * ROW;
  return {
    label: entry.data.label,
    address: entryPath(entry.id),
    words: `${pluralize(own.length, 'forecast')}, ${dated.length === 0 ? 'none' : dated.length} with a date`,
    top,
    bottom: undatedTop + Math.ceil(undated.length / perRow) * ROW + 6,
    dated: dated.map((statement, index) => {
      const { from, to, isOpen } = spanOf(statement)!;
      return {
        ...forecastOf(statement),
        y: top + HEADING + (index + 0.5) * ROW,
        from: x(from),
        to: x(to),
        isOpen,
        horizon: formatDateShort(statement.data.horizon!.edtf),
      };
    }),
    undated: undated.map((statement, index) => ({
      ...forecastOf(statement),
      x: (index % perRow) * SLOT,
      y: undatedTop + (Math.floor(index / perRow) + 0.5) * ROW,
    })),
  };
}

function forecastOf(statement: StatementNode): Forecast {
  const { line, outcome, outcomeLabel } = forecastListItem(statement);
  return {
    n: line.n,
    address: statementPath(statement.id),
    outcome,
    words: `${line.entry.label}, ${line.n}. Horizon: ${line.horizon}. ${outcomeLabel}.`,
  };
}

/** Months from the day it was said to the first and the last day of its horizon; undefined where it has no date. */
function spanOf({ data, entry }: StatementNode): { from: number; to: number; isOpen: boolean } | undefined {
  const horizon = getBounds(data.horizon?.edtf ?? null);
  const day = getBounds(data.said?.edtf ?? entry.data.source.published.edtf);
  const said = day.to ?? day.from;
  if (said === null || (horizon.from === null && horizon.to === null)) return undefined;
  const months = (until: string) => Math.max(0, 12 * (toDecimalYear(until) - toDecimalYear(said)));
  const to = months((horizon.to ?? horizon.from)!);
  return { from: horizon.from === null ? 0 : months(horizon.from), to, isOpen: horizon.to === null };
}

function describeForecasts(all: readonly StatementNode[], reach: number, ends: ForecastHorizons['outcomes']): string {
  const dated = all.filter(spanOf).length;
  const told = ends.filter((end) => end.count > 0).map((end) => `${end.count} ${end.label.toLowerCase()}`);
  const farthest = dated === 0 ? '' : `; the farthest reaches about ${pluralize(Math.round(reach), 'month')} ahead`;
  return `Of ${pluralize(all.length, 'forecast')}, ${dated} say until when${farthest}. ${all.length - dated} give no date. Outcomes: ${formatList(told)}.`;
}
