import type { RelationKind } from '../schema/statement.ts';
import type { AnswerLink } from '../views/answers.ts';
import { labelWidth, roundToTenth } from './geometry.ts';

/** Width of the page, in pixels; from 1180 px on it is constant. The same gap is in src/components/AnswerColumns.astro. */
export const WIDTH = 1132;
/** Distance between two columns, and the width of one without an answer. */
const GAP = 28;
const SILENT_WIDTH = 104;
/** From one mark to the next, and the width of a mark. */
const PITCH = 32;
const MARK = 15;
/** Maximum number of columns. More become cards. */
const MAX_COLUMNS = 6;
/** Height of the lowest arc, and from an arc to one that encloses it. */
const LOWEST = 26;
const STEP = 24;

/** Links between statements as arcs over their marks. */
export interface AnswerArcs {
  width: number;
  height: number;
  arcs: Arc[];
}

export interface Arc {
  kind: RelationKind;
  path: string;
  /** Path of the head of an arrow. */
  head?: string;
  /** Path of a cross. */
  cross?: string;
  label: { x: number; y: number; text: string };
}

interface Column {
  isSilent: boolean;
  /** Ids of its statements, in the order of their marks. */
  statements: readonly string[];
}

/** Returns whether the columns and their marks fit side by side. */
export function fitsColumns(columns: readonly Column[]): boolean {
  return columns.length <= MAX_COLUMNS && columns.every(({ statements }) => statements.length * PITCH <= columnWidth(columns));
}

/** Returns the style with the widths of the columns. */
export const columnStyle = (columns: readonly Pick<Column, 'isSilent'>[]) =>
  `.columns{grid-template-columns:${columns.map(({ isSilent }) => (isSilent ? `${SILENT_WIDTH}px` : 'minmax(0,1fr)')).join(' ')}}`;

/** Returns the links between the statements of columns as arcs. The feet of the arcs are on the lower edge. */
export function answerArcs(columns: readonly Column[], links: readonly AnswerLink[]): AnswerArcs | undefined {
  if (links.length === 0 || !fitsColumns(columns)) return undefined;
  const marks = markPositions(columns);
  const feet = spreadFeet(links, marks);
  const placed: { extent: [number, number]; height: number; link: AnswerLink; x: [number, number] }[] = [];
  const spans = links
    .map((link, index) => ({ link, x: feet[index]!, span: Math.abs(feet[index]![0] - feet[index]![1]) }))
    .toSorted((a, b) => a.span - b.span);
  for (const { link, x, span } of spans) {
    const half = Math.max(span, labelWidth(labelOf(link))) / 2 + 4;
    const middle = clampLabel((x[0] + x[1]) / 2, labelWidth(labelOf(link)));
    const extent: [number, number] = [Math.min(middle - half, ...x), Math.max(middle + half, ...x)];
    const below = placed.filter((other) => other.extent[0] < extent[1] && extent[0] < other.extent[1]).map(({ height }) => height + STEP);
    placed.push({ extent, link, x, height: Math.max(LOWEST + span * 0.05, ...below) });
  }
  const height = Math.ceil(Math.max(...placed.map((each) => each.height)) + 22);
  return { width: WIDTH, height, arcs: placed.map((each) => drawArc(each, height)) };
}

function columnWidth(columns: readonly Column[]): number {
  const silent = columns.filter(({ isSilent }) => isSilent).length;
  return (WIDTH - GAP * (columns.length - 1) - SILENT_WIDTH * silent) / Math.max(1, columns.length - silent);
}

/** Returns the label of a link. The numbers are next to its feet if both are in one column. */
const labelOf = ({ from, verb, to }: AnswerLink) => (from.entry === to.entry ? verb : `${from.n} ${verb} ${to.n}`);

const clampLabel = (middle: number, width: number) => Math.min(Math.max(middle, width / 2), WIDTH - width / 2);

/** Returns the middle of each statement's mark. */
function markPositions(columns: readonly Column[]): Map<string, number> {
  const width = columnWidth(columns);
  const marks = new Map<string, number>();
  let left = 0;
  for (const { isSilent, statements } of columns) {
    for (const [index, id] of statements.entries()) marks.set(id, left + index * PITCH + MARK / 2);
    left += (isSilent ? SILENT_WIDTH : width) + GAP;
  }
  return marks;
}

/** Returns the feet of each link. Feet on one mark are spread in the order of their other ends, so that arcs do not cross. */
function spreadFeet(links: readonly AnswerLink[], marks: ReadonlyMap<string, number>): [number, number][] {
  const ends = links.flatMap(({ from, to }, link) => [
    { link, side: 0, mark: marks.get(from.id)!, other: marks.get(to.id)! },
    { link, side: 1, mark: marks.get(to.id)!, other: marks.get(from.id)! },
  ]);
  const feet = links.map((): [number, number] => [0, 0]);
  for (const [mark, group] of Map.groupBy(ends, (end) => end.mark)) {
    const gap = Math.min(5, (MARK - 2) / Math.max(1, group.length - 1));
    for (const [index, { link, side }] of group.toSorted((a, b) => a.other - b.other).entries())
      feet[link]![side] = mark + (index - (group.length - 1) / 2) * gap;
  }
  return feet;
}

function drawArc({ link, x: [from, to], height }: { link: AnswerLink; x: [number, number]; height: number }, base: number): Arc {
  const isArrow = link.kind === 'updates' || link.kind === 'answers';
  const end = isArrow ? base - 7 : base;
  const top = base - height / 0.75;
  const middle = (from + to) / 2;
  const apex = base - height;
  return {
    kind: link.kind,
    path: `M${roundToTenth(from)} ${base}C${roundToTenth(from)} ${roundToTenth(top)} ${roundToTenth(to)} ${roundToTenth(top)} ${roundToTenth(to)} ${end}`,
    ...(isArrow && { head: `M${roundToTenth(to - 4)} ${base - 8}h8l-4 8z` }),
    ...(link.kind === 'contradicts' && { cross: `M${roundToTenth(middle - 5)} ${roundToTenth(apex - 5)}l10 10m0-10l-10 10` }),
    label: {
      x: roundToTenth(clampLabel(middle, labelWidth(labelOf(link)))),
      y: roundToTenth(apex - (link.kind === 'contradicts' ? 8 : 5)),
      text: labelOf(link),
    },
  };
}
