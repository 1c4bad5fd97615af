import { getBounds } from '../../dates/bounds.ts';
import { formatDateShort } from '../../dates/format.ts';
import { entryPath, statementPath } from '../../paths/paths.ts';
import type { EntryNode, StatementNode, TheRecord } from '../../record/model.ts';
import { formatList, pluralize } from '../../text/english.ts';
import { forecastListItem, forecasts, type Forecasts } from '../../views/forecasts.ts';
import { MIN_WIDTH } from '../text-metrics.ts';
import { toDecimalYear } from './time-scale.ts';

export type ForecastHorizons = ReturnType<typeof forecastHorizons>;

/** Heights in pixels. */
const HEADING = 24;
const ROW = 17;
const TOP = 8;

/** The width of a forecast without a date, in pixels: its number, tick and outcome. */
const SLOT = 31;

/** The start of lines and the width of the longest line, in per cent. The rest of the width is for horizons in words. */
const [START, LENGTH] = [1, 74];

/** The months between two labels of the axis. */
const STEP = 3;

/** The months by which a line may be longer than the axis. */
const OVERHANG = 0.5;

/** Returns all forecasts, from the day they were made to their horizon, on one axis of months. Positions down are in pixels. */
export function forecastHorizons(record: TheRecord) {
  const all = record.statements.filter(({ data }) => data.kind === 'forecast');
  const reach = Math.max(STEP, ...all.map((statement) => getSpan(statement)?.to ?? 0));
  const last = Math.ceil((reach - OVERHANG) / STEP) * STEP;
  const x = (months: number) => START + (LENGTH * months) / last;
  let y = TOP;
  const groups = record.entries.flatMap((entry) => {
    const own = all.filter((statement) => statement.entry === entry);
    if (own.length === 0) return [];
    const group = placeGroup(entry, own, y, x);
    y = group.bottom;
    return group;
  });
  const { counts: outcomes } = forecasts(record);
  return {
    title: 'How far the forecasts reach',
    desc: describeForecasts(all, reach, outcomes),
    height: y + 26,
    /** The y of the axis. */
    axisY: y + 6,
    months: Array.from({ length: last / STEP + 1 }, (_, index) => ({ month: index * STEP, x: x(index * STEP) })),
    groups,
    outcomes,
  };
}

function placeGroup(entry: EntryNode, own: readonly StatementNode[], top: number, x: (months: number) => number) {
  const [dated, undated] = [own.filter(getSpan), own.filter((statement) => !getSpan(statement))];
  const perRow = Math.floor(MIN_WIDTH / SLOT);
  const undatedTop = top + HEADING + dated.length * ROW;
  return {
    label: entry.data.label,
    address: entryPath(entry.id),
    words: `${pluralize(own.length, 'forecast')}, ${dated.length === 0 ? 'none' : dated.length} with a date`,
    top,
    bottom: undatedTop + Math.ceil(undated.length / perRow) * ROW + 6,
    /** Lines. Positions across are in per cent. */
    dated: dated.map((statement, index) => {
      const { from, to, isOpen } = getSpan(statement)!;
      return {
        ...toForecast(statement),
        y: top + HEADING + (index + 0.5) * ROW,
        from: x(from),
        to: x(to),
        isOpen,
        horizon: formatDateShort(statement.data.horizon!.edtf),
      };
    }),
    /** Ticks. Positions across are in pixels. */
    undated: undated.map((statement, index) => ({
      ...toForecast(statement),
      x: (index % perRow) * SLOT,
      y: undatedTop + (Math.floor(index / perRow) + 0.5) * ROW,
    })),
  };
}

function toForecast(statement: StatementNode) {
  const { line, outcome, outcomeLabel } = forecastListItem(statement);
  return {
    n: line.n,
    address: statementPath(statement.id),
    outcome,
    words: `${line.entry.label}, ${line.n}. Horizon: ${line.horizon}. ${outcomeLabel}.`,
  };
}

/** Returns the months from the day of a forecast to the first and the last day of its horizon. Undefined without a date. */
function getSpan({ data, entry }: StatementNode): { from: number; to: number; isOpen: boolean } | undefined {
  const horizon = getBounds(data.horizon?.edtf ?? null);
  const day = getBounds(data.said?.edtf ?? entry.data.source.published.edtf);
  const said = day.to ?? day.from;
  if (said === null || (horizon.from === null && horizon.to === null)) return undefined;
  const months = (until: string) => Math.max(0, 12 * (toDecimalYear(until) - toDecimalYear(said)));
  const to = months((horizon.to ?? horizon.from)!);
  return { from: horizon.from === null ? 0 : months(horizon.from), to, isOpen: horizon.to === null };
}

function describeForecasts(all: readonly StatementNode[], reach: number, outcomes: Forecasts['counts']): string {
  const dated = all.filter(getSpan).length;
  const counts = outcomes.map(({ count, label }) => `${count} ${label.toLowerCase()}`);
  const farthest = dated === 0 ? '' : `; the farthest reaches about ${pluralize(Math.round(reach), 'month')} ahead`;
  return `Of ${pluralize(all.length, 'forecast')}, ${dated} say until when${farthest}. ${all.length - dated} give no date. Outcomes: ${formatList(counts)}.`;
}
