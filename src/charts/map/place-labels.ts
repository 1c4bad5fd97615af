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
} from '../geometry.ts';
import { measureText } from '../text-metrics.ts';

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

/** What labels must avoid. */
export interface LabelObstacles {
  /** Boxes that no label may overlap. */
  obstacles?: readonly Box[];
  /** Returns whether a label should rather not cover a point, such as land. */
  isBusy?: (point: Point) => boolean;
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

/**
 * The cost of a position, chosen by eye on the maps of the first five articles. Without unit: `gap` is the cost of one unit of distance.
 * All 30 names have a place there, eight of them with a leader.
 */
const COST = {
  gap: 1.3,
  /** Names are easiest to read if they start at their dot. */
  anchor: { start: 0, end: 1, middle: 2 },
  /** For a name straight above or below; less for other directions. */
  vertical: 1,
  leader: 6,
  leaderOverDot: 50,
  leaderOverLeader: 40,
  /** For each dot within `CLOSE` units of the name. */
  closeDot: 6,
  /** For each busy point of the twelve that are tested. */
  busyPoint: 4,
  missing: 1000,
};
const CLOSE = 5;

/** The maximum number of orders to try. On the larger map, all names have a place after 8, and the cheapest places after 125. */
const MAX_ROUNDS = 160;

/** The passes in one order. In later passes a name is placed among all others. */
const PASSES = 3;

/** The cost for which a name moves one place forward in the next order. */
const COST_PER_PLACE = 12;

/** A possible position. The extent is the box of the name and its leader together. */
type Candidate = Label & { cost: number; extent: Box };

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
  obstacles: LabelObstacles = {},
): (Label | undefined)[] {
  const candidates = anchors.map((anchor) => createCandidates(anchor, frame, size, anchors, obstacles));
  const minCosts = candidates.map(([first]) => first?.cost ?? 0);
  let order = anchors.map((_, index) => index).toSorted((a, b) => candidates[a]!.length - candidates[b]!.length || a - b);
  let best: (Candidate | undefined)[] = [];
  let minCost = Infinity;
  // Names with a high regret come earlier in the next order. A repeated order would repeat all that followed it.
  const tried = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS && !tried.has(order.join()); round++) {
    tried.add(order.join());
    const placed = placeInOrder(candidates, order);
    const regrets = placed.map((candidate, index) => {
      if (candidate) return costAmong(candidate, placed) - minCosts[index]!;
      return anchors[index]!.lines.length === 0 ? 0 : COST.missing;
    });
    const cost = regrets.reduce((sum, regret) => sum + regret, 0);
    if (cost < minCost) [best, minCost] = [placed, cost];
    if (cost === 0) break;
    const rank = (place: number) => place - regrets[order[place]!]! / COST_PER_PLACE;
    order = [...order.keys()].toSorted((a, b) => rank(a) - rank(b) || a - b).map((place) => order[place]!);
  }
  return best;
}

/** Returns every position of a name that dots, obstacles and the frame allow, the cheapest first. */
function createCandidates(
  dot: LabelAnchor,
  frame: Box,
  size: number,
  dots: readonly Dot[],
  { obstacles = [], isBusy }: LabelObstacles,
): Candidate[] {
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
      const closeDots = others.filter((other) => dotOverlapsBox({ ...other, r: other.r + CLOSE }, box)).length;
      const busyPoints = isBusy ? samplePoints(box).filter(isBusy).length : 0;
      const dotsUnderLeader = leader ? others.filter((other) => segmentCrossesDot(...leader, other)).length : 0;
      candidates.push({
        extent: leader ? surround(box, leader) : box,
        ...{ x: end[0], y: roundToTenth(y0 + BASELINE * size), anchor, box, ...(leader && { leader }) },
        cost:
          gap * COST.gap +
          COST.anchor[anchor] +
          COST.vertical * Math.abs(sin) +
          COST.leaderOverDot * dotsUnderLeader +
          COST.closeDot * closeDots +
          COST.busyPoint * busyPoints +
          (leader ? COST.leader : 0),
      });
    }
  }
  return candidates.toSorted((a, b) => a.cost - b.cost);
}

function placeInOrder(candidates: readonly Candidate[][], order: readonly number[]) {
  const placed: (Candidate | undefined)[] = candidates.map(() => undefined);
  let changed = true;
  for (let pass = 0; pass < PASSES && changed; pass++) {
    changed = false;
    for (const index of order) {
      const before = placed[index];
      placed[index] = undefined;
      placed[index] = findCheapest(candidates[index]!, placed);
      changed ||= placed[index] !== before;
    }
  }
  return placed;
}

function findCheapest(candidates: readonly Candidate[], others: readonly (Candidate | undefined)[]): Candidate | undefined {
  let cheapest: Candidate | undefined;
  let minCost = Infinity;
  for (const candidate of candidates) {
    if (candidate.cost >= minCost) break;
    if (others.some((other) => other && collide(candidate, other))) continue;
    const cost = costAmong(candidate, others);
    if (cost < minCost) [cheapest, minCost] = [candidate, cost];
  }
  return cheapest;
}

const costAmong = (candidate: Candidate, others: readonly (Candidate | undefined)[]) =>
  candidate.cost + COST.leaderOverLeader * others.filter((other) => other && leadersCross(candidate, other)).length;

/** Most candidates are far from each other, which their extents show at once. */
const collide = (a: Candidate, b: Candidate) =>
  boxesOverlap(a.extent, b.extent) &&
  (boxesOverlap(a.box, b.box) ||
    (a.leader && segmentCrossesBox(...a.leader, b.box)) ||
    (b.leader && segmentCrossesBox(...b.leader, a.box)));

const leadersCross = (a: Label, b: Label) => a.leader && b.leader && segmentsCross(...a.leader, ...b.leader);

const surround = ({ x0, y0, x1, y1 }: Box, points: readonly Point[]): Box => ({
  x0: Math.min(x0, ...points.map(([x]) => x)),
  y0: Math.min(y0, ...points.map(([, y]) => y)),
  x1: Math.max(x1, ...points.map(([x]) => x)),
  y1: Math.max(y1, ...points.map(([, y]) => y)),
});

/** Returns six points of the upper and six of the lower edge of a box. */
const samplePoints = ({ x0, y0, x1, y1 }: Box): Point[] =>
  [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((part) => [y0, y1].map((y): Point => [x0 + part * (x1 - x0), y]));
