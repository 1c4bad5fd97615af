import { getBounds } from '../dates/bounds.ts';
import { statementPath } from '../paths/paths.ts';
import type { StatementNode } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import type { StatementKind } from '../schema/statement.ts';
import { kindLabels } from '../text/labels.ts';
import type { ForecastListItem, Forecasts } from '../views/forecasts.ts';
import { describeBreaks, createTimeScale } from './time-scale.ts';

export type ForecastLines = ReturnType<typeof forecastLines>;

/** The minimum distance between two marks of a line, in per cent: 13 pixels on the narrowest chart. */
const MIN_STEP = 4.5;

/** The part of the width for the scale, in per cent. The rest is for marks that need more space. */
const SCALE_WIDTH = 93;

/** Kinds of statement that name no outcome. The drawing names the kind, so that they do not read as one. */
const VIEWS: readonly StatementKind[] = ['forecast', 'opinion', 'hearsay'];

/** Returns the forecasts that have links to other statements, each as a line through these statements. Positions across are in per cent. */
export function forecastLines({ groups }: Forecasts) {
  const drawn = groups.filter(({ id }) => id !== 'open');
  const dates = drawn.flatMap((group) =>
    group.forecasts.flatMap(({ statement, later }) => [
      dayOf(statement),
      statement.data.horizon?.edtf ?? null,
      ...later.map((each) => dayOf(each.statement)),
    ]),
  );
  const scale = createTimeScale(dates);
  const x = (day: string) => (scale.x(day) * SCALE_WIDTH) / 100;
  return {
    /** The compressed years in a sentence. */
    sentence: describeBreaks(scale.segments),
    years: scale.segments.flatMap(({ from, to, start, broken }) =>
      broken
        ? [{ label: `${from}–${String(to - 1).slice(-2)}`, x: (start * SCALE_WIDTH) / 100 }]
        : Array.from({ length: to - from }, (_, index) => ({ label: String(from + index), x: x(`${from + index}-01-01`) })),
    ),
    breaks: scale.segments
      .filter(({ broken }) => broken)
      .map(({ start, end }) => ({ x: (start * SCALE_WIDTH) / 100, width: ((end - start) * SCALE_WIDTH) / 100 })),
    groups: drawn.map((group) => ({
      ...group,
      rows: group.forecasts.map((forecast) => placeForecast(forecast, x)),
    })),
  };
}

function placeForecast({ statement, line, label, later }: ForecastListItem, x: (day: string) => number) {
  const horizon = getBounds(statement.data.horizon?.edtf ?? null);
  const start = x(dayOf(statement));
  const from = Math.max(start, x(horizon.from ?? horizon.to ?? dayOf(statement)));
  let at = start;
  // Statements of one article have one mark: that of the first. A statement of the same article may be the earlier one.
  const reports = [...Map.groupBy(later, (each) => each.statement.entry)].map(([, [first]]) => {
    const day = dayOf(first!.statement);
    const {
      kind,
      other: { voice },
    } = first!;
    if (day < dayOf(statement)) return { kind, from: start, x: Math.min(x(day), start - MIN_STEP), voice };
    const before = at;
    at = Math.max(x(day), before + MIN_STEP);
    return { kind, from: before, x: at, voice };
  });
  return {
    label,
    address: statementPath(line.id),
    voice: line.voice,
    x: start,
    ...(horizon.to && { horizon: { x: from, width: Math.max(1, x(horizon.to) - from) } }),
    reports,
    later: later.map(({ words, statement: { data }, other: { address, entry }, label: relation }) => ({
      words: VIEWS.includes(data.kind) ? `${kindLabels[data.kind].toLowerCase()}: ${words}` : words,
      address,
      relation,
      entry: entry.label,
    })),
  };
}

/** Returns the last day on which a statement may have been made: it cannot be later than its article. */
function dayOf({ data, entry }: StatementNode): string {
  const [said, published] = [getBounds(data.said?.edtf ?? null), getBounds(entry.data.source.published.edtf)];
  return [said.to ?? said.from, published.to ?? published.from].filter((day) => day !== null).toSorted(compareCodeUnits)[0]!;
}
