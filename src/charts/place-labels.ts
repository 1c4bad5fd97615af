import {
  contains,
  dotOverlapsBox,
  segmentCrossesBox,
  segmentCrossesDot,
  segmentsCross,
  boxesOverlap,
  roundToTenth,
  type Box,
  type Dot,
  type Point,
  measureText,
} from './geometry.ts';

/** A dot with its name. */
export interface LabelAnchor extends Dot {
  /** The lines of the name. Empty if the dot has no label. */
  lines: readonly string[];
}

/** A placed name. */
export interface Label {
  /** The anchor of the first line, on its baseline. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
  /** A line from the dot to a distant name. */
  leader?: readonly [Point, Point];
}

/** The height of a line and the baseline in it, in ems. */
export const LINE_HEIGHT = 1.14;
const BASELINE = 0.86;

/** The distances between dot and name that are tried, in units of the drawing. */
const GAPS = [2, 4, 7, 11, 16, 22, 29, 37, 46, 56, 67];

/** The directions that are tried: every 15°. */
const DIRECTIONS = 24;

/** The distance from which a name has a leader, in units of the drawing. */
const LEADER_GAP = 4;

/** The cost of a position, chosen by eye. Without unit: `gap` is the cost of one unit of distance. */
const COST = {
  gap: 1.3,
  /** Names are easiest to read if they start at their dot. */
  anchor: { start: 0, end: 1, middle: 2 },
  /** For a name straight above or below; less for other directions. */
  vertical: 1,
  leader: 6,
  /** For each dot within `CLOSE` units of the name. */
  closeDot: 6,
};
const CLOSE = 5;

/** The number of orders to try. Names without space come first in the next one. */
const ROUNDS = 20;

/** The passes in one order. In later passes a name is placed among all others. */
const PASSES = 3;

type Candidate = Label & { cost: number };

/**
 * Places names next to their dots. No name overlaps another name, a dot, a leader, an obstacle or the edge of the frame.
 * Returns undefined for a name without space. The result is deterministic.
 *
 * @param size of the text, in units of the drawing
 */
export function placeLabels(
  anchors: readonly LabelAnchor[],
  frame: Box,
  size: number,
  obstacles: readonly Box[] = [],
): (Label | undefined)[] {
  const candidates = anchors.map((anchor) => createCandidates(anchor, frame, size, anchors, obstacles));
  let order = anchors.map((_, index) => index).toSorted((a, b) => candidates[a]!.length - candidates[b]!.length || a - b);
  let best: (Label | undefined)[] = [];
  let fewest = Infinity;
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    const placed = placeInOrder(candidates, order);
    const isMissing = (index: number) => !placed[index] && candidates[index]!.length > 0;
    const missing = order.filter(isMissing);
    if (missing.length < fewest) [best, fewest] = [placed, missing.length];
    order = [...missing, ...order.filter((index) => !isMissing(index))];
  }
  return best;
}

/** Returns every position of a name that dots, obstacles and the frame allow, the cheapest first. */
function createCandidates(dot: LabelAnchor, frame: Box, size: number, dots: readonly Dot[], obstacles: readonly Box[]): Candidate[] {
  if (dot.lines.length === 0) return [];
  const width = Math.max(...dot.lines.map((line) => measureText(line, size)));
  const height = dot.lines.length * LINE_HEIGHT * size;
  const others = dots.filter((other) => other !== dot);
  const candidates: Candidate[] = [];
  for (const gap of GAPS) {
    for (let step = 0; step < DIRECTIONS; step++) {
      const angle = (step / DIRECTIONS) * 2 * Math.PI;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const pointAt = (distance: number): Point => [roundToTenth(dot.x + cos * distance), roundToTenth(dot.y + sin * distance)];
      const end = pointAt(dot.r + gap);
      const anchor = cos > 0.2 ? 'start' : cos < -0.2 ? 'end' : 'middle';
      const x0 = end[0] - { start: 0, middle: width / 2, end: width }[anchor];
      const y0 = end[1] + (sin * height) / 2 - height / 2;
      const box = { x0, y0, x1: x0 + width, y1: y0 + height };
      if (!contains(frame, box) || obstacles.some((obstacle) => boxesOverlap(obstacle, box))) continue;
      if (dotOverlapsBox({ ...dot, r: dot.r + 0.5 }, box) || others.some((other) => dotOverlapsBox(other, box))) continue;
      const leader = gap > LEADER_GAP ? ([pointAt(dot.r), end] as const) : undefined;
      if (leader && others.some((other) => segmentCrossesDot(...leader, other))) continue;
      const closeDots = others.filter((other) => dotOverlapsBox({ ...other, r: other.r + CLOSE }, box)).length;
      candidates.push({
        ...{ x: end[0], y: roundToTenth(y0 + BASELINE * size), anchor, box, ...(leader && { leader }) },
        cost: gap * COST.gap + COST.anchor[anchor] + COST.vertical * Math.abs(sin) + COST.closeDot * closeDots + (leader ? COST.leader : 0),
      });
    }
  }
  return candidates.toSorted((a, b) => a.cost - b.cost);
}

/** Gives each name in turn the cheapest position that does not collide with the others. */
function placeInOrder(candidates: readonly Candidate[][], order: readonly number[]) {
  const placed: (Candidate | undefined)[] = candidates.map(() => undefined);
  for (let pass = 0; pass < PASSES; pass++)
    for (const index of order) {
      const others = placed.filter((other, at) => other && at !== index) as Candidate[];
      placed[index] = candidates[index]!.find((candidate) => !others.some((other) => collide(candidate, other)));
    }
  return placed;
}

const withMargin = ({ x0, y0, x1, y1 }: Box): Box => ({ x0: x0 - CLOSE, y0: y0 - CLOSE, x1: x1 + CLOSE, y1: y1 + CLOSE });

const collide = (a: Label, b: Label) =>
  boxesOverlap(a.box, b.box) ||
  (a.leader && segmentCrossesBox(...a.leader, withMargin(b.box))) ||
  (b.leader && segmentCrossesBox(...b.leader, withMargin(a.box))) ||
  (a.leader && b.leader && segmentsCross(...a.leader, ...b.leader));
