import { formatDateShort } from '../dates/format.ts';
import { corpusSummary, type StatementNode, type TheRecord } from '../record/model.ts';
import { entryPath } from '../paths/paths.ts';
import type { RelationKind } from '../schema/statement.ts';
import { pluralize } from '../text/english.ts';
import { getYear } from '../dates/bounds.ts';
import { glanceFinding, namedThreads, type Thread } from '../views/home-page.ts';
import { countVoices, voiceCells } from '../views/voice.ts';
import { boxesOverlap, dotOverlapsBox, type Box, type Dot, type Point, measureText } from './geometry.ts';

/*
 * Measures of the wide form in px. `src/components/Glance.astro` has the same. The strips are HTML; the lines lie behind them.
 * A cell is 12 by 24: the shape has 17, the bar below it 4.
 */
const WIDTH = 1072;
export const LABELS = 216;
export const PITCH = 16;
const CELL = 12;
const SHAPE = 17;
export const LINE = 24;
export const LINE_GAP = 8;
export const PADDING = 34;
export const GAP_ROW = 30;
/** Number of cells in a line of a strip. */
export const COLUMNS = Math.floor((WIDTH - LABELS + PITCH - CELL) / PITCH);
const TEXT_SIZE = 13;
/** Distance of the frame of a named cell, and of the number above it, from the cell. */
const FRAME = 3;
const NUMBER = 18;

/** The position of a cell: its middle across, its upper and lower edge, and the index of its article. */
interface CellPosition {
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
  const positions = new Map<string, CellPosition>();
  const strips: Box[] = [];
  let height = 0;
  const rows = record.entries.map((entry, row) => {
    if (row === gapBefore) height += GAP_ROW;
    const top = height + PADDING;
    for (const [index, { id }] of entry.statements.entries()) {
      const y = top + Math.floor(index / COLUMNS) * (LINE + LINE_GAP);
      positions.set(id, { x: LABELS + (index % COLUMNS) * PITCH + CELL / 2, top: y, bottom: y + SHAPE, row });
    }
    const lines = Math.max(1, Math.ceil(entry.statements.length / COLUMNS));
    strips.push({ x0: LABELS, x1: LABELS + Math.min(COLUMNS, entry.statements.length) * PITCH, y0: top, y1: top + LINE });
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
    path: linePath(positions.get(to.id)!, positions.get(from.id)!, isNamed(from, to), kind === 'contradicts'),
    arrow: kind === 'updates' || kind === 'answers' ? arrowPath(positions.get(from.id)!, positions.get(to.id)!, isNamed(from, to)) : '',
  }));
  return {
    ...glanceFinding(record),
    links: pluralize(record.relations.length, 'link'),
    rows,
    numbers,
    width: WIDTH,
    height,
    lines: [...Map.groupBy(lines, ({ kind, named }) => `${kind}${named ? ' named' : ''}`)].map(([className, group]) => ({
      className,
      path: group.map(({ path }) => path).join(''),
      arrows: group.map(({ arrow }) => arrow).join(''),
    })),
    labels: placeLabels(threads, positions, strips),
    threads: threads.map(({ title, facts, kicker }) => ({ title, facts, kicker })),
  };
}

/** A curve between two cells: its ends and the points that bend it. */
type Curve = readonly [Point, Point, Point, Point];

/** Distances of a label from its line in px, in order of preference. */
const SHIFTS = [10, 40, 80];

/** Points of a curve at which a label may be. */
const STEPS = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

/** Kinds of relation in the order of the key. */
export const keyKinds: readonly { kind: RelationKind; label: string }[] = [
  { kind: 'corroborates', label: 'Corroborates' },
  { kind: 'updates', label: 'Updates' },
  { kind: 'qualifies', label: 'Qualifies' },
  { kind: 'contradicts', label: 'Contradicts' },
  { kind: 'answers', label: 'Reports an outcome' },
];

/** Returns the curve from the earlier cell down to the later one. Within an article it is an arc above the strip. */
function curve(a: CellPosition, b: CellPosition, named: boolean): Curve {
  const [from, to] = a.row < b.row || (a.row === b.row && a.top <= b.top) ? [a, b] : [b, a];
  const above = named ? NUMBER : 0;
  const end = to.top - above;
  if (from.row === to.row) {
    const top = end - Math.round(Math.min(30, 10 + Math.abs(to.x - from.x) / 12));
    return [[from.x, from.top - above], [from.x, top], [to.x, top], [to.x, end]]; // prettier-ignore
  }
  const start = named ? from.top + LINE + FRAME : from.bottom;
  const bend = Math.round((end - start) * 0.5);
  return [[from.x, start], [from.x, start + bend], [to.x, end - bend], [to.x, end]]; // prettier-ignore
}

const linePath = (a: CellPosition, b: CellPosition, named: boolean, isCrossed: boolean) => {
  const line = curve(a, b, named);
  const [start, ...others] = line;
  const [x, y] = pointAt(line, 0.5).map((at, axis) => Math.round(at) - [4, 5][axis]!);
  return `M${start.join(' ')}C${others.map((point) => point.join(' ')).join(' ')}${isCrossed ? `M${x} ${y}l8 10m0-10l-8 10` : ''}`;
};

/** Returns a point of a curve. Its start is 0, its end 1. */
function pointAt([a, b, c, d]: Curve, t: number): Point {
  const at = (axis: 0 | 1) => (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];
  return [at(0), at(1)];
}

/** Returns an arrowhead on the cell of the statement that updates another one or reports its outcome. */
const arrowPath = (at: CellPosition, other: CellPosition, named: boolean) =>
  other.row > at.row ? `M${at.x} ${at.bottom}l-3 6h6z` : `M${at.x} ${at.top - (named ? NUMBER : 0)}l-3-6h6z`;

/** Places two lines of text next to each named line. If possible, they hide neither a strip nor another label or named line. */
function placeLabels(threads: readonly Thread[], positions: ReadonlyMap<string, CellPosition>, strips: readonly Box[]) {
  const curves = threads.map(({ earlier, later }) => earlier.map((each) => curve(positions.get(each.id)!, positions.get(later.id)!, true)));
  const dots = curves.map((group) => group.flatMap((each) => STEPS.map((t) => pointAt(each, t))));
  const taken: Box[] = [...strips];
  return threads.map(({ title, facts, earlier, later }, index) => {
    const heading = `${index + 1}  ${title}`;
    const width = Math.ceil(Math.max(measureText(heading, TEXT_SIZE), measureText(facts, TEXT_SIZE)));
    const [from, to] = [positions.get(earlier[0]!.id)!, positions.get(later.id)!];
    const strip = strips[to.row]!;
    const spots: Point[] = from.row === to.row ? [[strip.x1, strip.y0 + 10], ...dots[index]!] : dots[index]!;
    const boxes = spots
      .flatMap(([x, y]) =>
        SHIFTS.flatMap((shift) => [x + shift, x - shift - width]).map((x0) => ({ x0, x1: x0 + width, y0: y - 17, y1: y + 21 })),
      )
      .filter((box) => box.x0 >= LABELS && box.x1 <= WIDTH && !taken.some((other) => boxesOverlap(other, box)));
    const lines = dots.flat().map(([x, y]): Dot => ({ x, y, r: 6 }));
    const box = boxes.find((each) => !lines.some((dot) => dotOverlapsBox(dot, each))) ??
      boxes[0] ?? { x0: LABELS, x1: WIDTH, y0: strip.y1, y1: strip.y1 + 38 };
    taken.push(box);
    return { x: Math.round(box.x0), y: Math.round(box.y0), width, heading, facts };
  });
}

/** Returns the index of the first article after the longest gap between two years of publication; -1 if there is no gap. */
function gapIndex(record: TheRecord): number {
  const { gap } = corpusSummary(record);
  return gap ? record.entries.findIndex(({ data }) => (getYear(data.source.published.edtf) ?? 0) >= gap.before) : -1;
}

function gapText(record: TheRecord): string {
  const { after, before } = corpusSummary(record).gap!;
  return after + 2 === before ? `No article in ${after + 1}` : `No article from ${after + 1} to ${before - 1}`;
}
