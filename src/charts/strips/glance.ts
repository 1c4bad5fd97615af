import { formatDateShort } from '../../dates/format.ts';
import { corpusSummary } from '../../record/corpus-summary.ts';
import type { StatementNode, TheRecord } from '../../record/model.ts';
import { entryPath } from '../../paths/paths.ts';
import type { RelationKind } from '../../schema/relations.ts';
import { pluralize } from '../../text/english.ts';
import { getYear } from '../../dates/bounds.ts';
import { glanceFinding } from '../../views/glance-finding.ts';
import { namedThreads, type Thread } from '../../views/threads.ts';
import { countVoices, voiceCells } from '../../views/voice-strip.ts';
import { boxesOverlap, type Box } from '../geometry.ts';
import { measureText } from '../text-metrics.ts';

/*
 * Measures of the wide form in px. `src/components/Glance.astro` has the same. The strips are HTML; the lines lie behind them.
 * A cell is 12 by 24: the shape has 17, the bar below it 4.
 */
const WIDTH = 1072;
const LABELS = 216;
const PITCH = 16;
const CELL = 12;
const SHAPE = 17;
const LINE = 24;
const LINE_GAP = 8;
const PADDING = 34;
const GAP_ROW = 30;
/** Number of cells in a line of a strip. */
const COLUMNS = Math.floor((WIDTH - LABELS + PITCH - CELL) / PITCH);
const TEXT_SIZE = 13.5;

interface Place {
  x: number;
  top: number;
  bottom: number;
  row: number;
}

/** Returns the picture of the Record: each article as a strip of its statements, all relations as lines, and the labels of the named ones. */
export function glanceFigure(record: TheRecord) {
  const threads = namedThreads(record);
  const numbers = new Map(threads.flatMap(({ earlier, later }, index) => [...earlier, later].map(({ id }) => [id, index + 1] as const)));
  const gapBefore = gapIndex(record);
  const places = new Map<string, Place>();
  const ends: Box[] = [];
  let height = 0;
  const rows = record.entries.map((entry, row) => {
    if (row === gapBefore) height += GAP_ROW;
    const top = height + PADDING;
    for (const [index, { id }] of entry.statements.entries()) {
      const y = top + Math.floor(index / COLUMNS) * (LINE + LINE_GAP);
      places.set(id, { x: LABELS + (index % COLUMNS) * PITCH + CELL / 2, top: y, bottom: y + SHAPE, row });
    }
    const lines = Math.max(1, Math.ceil(entry.statements.length / COLUMNS));
    ends.push({ x0: LABELS, x1: LABELS + Math.min(COLUMNS, entry.statements.length) * PITCH, y0: top, y1: top + LINE });
    height = top + lines * LINE + (lines - 1) * LINE_GAP + PADDING;
    const cells = voiceCells(entry.statements);
    return {
      label: entry.data.label,
      address: entryPath(entry.id),
      published: formatDateShort(entry.data.source.published.edtf),
      count: pluralize(entry.statements.length, 'statement'),
      publisher: entry.publisher.data.names.en,
      cells,
      text: countVoices(cells),
      ...(row === gapBefore && { gap: gapText(record) }),
    };
  });
  const isNamed = (from: StatementNode, to: StatementNode) =>
    threads.some(({ earlier, later }) => [from, to].includes(later) && earlier.some((each) => each === from || each === to));
  const lines = record.relations.map(({ data: { kind }, from, to }) => ({
    kind,
    named: isNamed(from, to),
    path: linePath(places.get(to.id)!, places.get(from.id)!),
    arrow: kind === 'updates' || kind === 'answers' ? arrowPath(places.get(from.id)!, places.get(to.id)!) : '',
  }));
  return {
    ...glanceFinding(record),
    rows,
    numbers,
    width: WIDTH,
    height,
    lines: [...Map.groupBy(lines, ({ kind, named }) => `${kind}${named ? ' named' : ''}`)].map(([className, group]) => ({
      className,
      path: group.map(({ path }) => path).join(''),
      arrows: group.map(({ arrow }) => arrow).join(''),
    })),
    labels: placeLabels(threads, places, ends),
    threads: threads.map(({ title, facts, kicker }) => ({ title, facts, kicker })),
  };
}

/** Curves from the earlier cell down to the later one. Within an article it is an arc above the strip. */
function linePath(a: Place, b: Place): string {
  const [from, to] = a.row < b.row || (a.row === b.row && a.top <= b.top) ? [a, b] : [b, a];
  if (from.row === to.row) {
    const rise = Math.round(Math.min(30, 10 + Math.abs(to.x - from.x) / 12));
    return `M${from.x} ${from.top}C${from.x} ${from.top - rise} ${to.x} ${to.top - rise} ${to.x} ${to.top}`;
  }
  const bend = Math.round((to.top - from.bottom) * 0.5);
  return `M${from.x} ${from.bottom}C${from.x} ${from.bottom + bend} ${to.x} ${to.top - bend} ${to.x} ${to.top}`;
}

/** An arrowhead on the cell of the statement that updates another one or reports its outcome. */
const arrowPath = (at: Place, other: Place) => (other.row > at.row ? `M${at.x} ${at.bottom}l-3 6h6z` : `M${at.x} ${at.top}l-3-6h6z`);

/** Two lines of text next to each named line, where no other label is. */
function placeLabels(threads: readonly Thread[], places: ReadonlyMap<string, Place>, ends: readonly Box[]) {
  const taken: Box[] = [];
  return threads.map(({ title, facts, earlier, later }, index) => {
    const heading = `${index + 1}  ${title}`;
    const width = Math.max(measureText(heading, TEXT_SIZE) * 1.08, measureText(facts, TEXT_SIZE));
    const [from, to] = [places.get(earlier[0]!.id)!, places.get(later.id)!];
    const end = ends[to.row]!;
    const spots: [x: number, y: number][] =
      from.row === to.row
        ? [[end.x1 + 10, end.y0 + 2]]
        : [from.x + 14, from.x - 14 - width].map((x) => [x, from.bottom + 24] as [number, number]);
    spots.push([to.x + 14, to.top - 26], [to.x - 14 - width, to.top - 26], [from.x + 14, from.bottom + 24], [LABELS, to.top - 26]);
    const boxes = spots.map(([x, y]) => ({ x0: x, x1: x + width, y0: y - 13, y1: y + 22 }));
    const box = boxes.find(
      ({ x0, x1, ...rest }) => x0 >= LABELS && x1 <= WIDTH && !taken.some((other) => boxesOverlap(other, { x0, x1, ...rest })),
    );
    const { x0, y0 } = box ?? boxes.at(-1)!;
    taken.push({ x0, x1: x0 + width, y0, y1: y0 + 35 });
    return { x: Math.round(x0), y: Math.round(y0 + 13), heading, facts };
  });
}

/** The index of the first article after the longest gap between two years of publication; -1 if there is no gap. */
function gapIndex(record: TheRecord): number {
  const { gap } = corpusSummary(record);
  return gap ? record.entries.findIndex(({ data }) => (getYear(data.source.published.edtf) ?? 0) >= gap.before) : -1;
}

function gapText(record: TheRecord): string {
  const { after, before } = corpusSummary(record).gap!;
  return after + 2 === before ? `No article in ${after + 1}` : `No article from ${after + 1} to ${before - 1}`;
}

/** Kinds of relation in the order of the key. */
export const keyKinds: readonly { kind: RelationKind; label: string }[] = [
  { kind: 'corroborates', label: 'Corroborates' },
  { kind: 'updates', label: 'Updates' },
  { kind: 'qualifies', label: 'Qualifies' },
  { kind: 'contradicts', label: 'Contradicts or reports an outcome' },
];
