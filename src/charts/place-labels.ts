import {
  boxesMeet,
  boxHolds,
  dotMeetsBox,
  lineMeetsBox,
  lineMeetsDot,
  linesCross,
  tenth,
  type Box,
  type Dot,
  type Point,
} from './shape.ts';
import { textWidth } from './text-width.ts';

/** A dot that wants its name beside it. */
export interface Spot extends Dot {
  /** The name, line by line; none where the dot is to stay without. */
  lines: readonly string[];
}

/** Where a name stands. */
export interface Label {
  /** Where its first line is tied, on its baseline. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
  /** From the dot to a name that stands apart from it. */
  leader?: readonly [Point, Point];
}

/** Height of a line, and where in it the baseline lies, in ems. */
export const LINE = 1.14;
const BASELINE = 0.86;
/** How far from its dot a name may stand; farther than `NEAR` a line leads to it. */
const GAPS = [2, 4, 7, 11, 16, 22, 29, 37, 46, 56, 67];
const NEAR = 4;
const DIRECTIONS = 24;
const ROUNDS = 160;
const PASSES = 3;

/** What else a picture asks of its names. */
export interface Surroundings {
  /** What to keep clear of. */
  obstacles?: readonly Box[];
  /** Where names are better not, such as on land. */
  isBusy?: (point: Point) => boolean;
}

/**
 * Places names beside their dots, so that no name touches another name, a dot, a leader or the frame. A name for which there
 * is no room is left out. The same spots give the same labels.
 *
 * @param size of the type, in the units of the picture
 */
export function placeLabels(spots: readonly Spot[], frame: Box, size: number, surroundings: Surroundings = {}): (Label | undefined)[] {
  const candidates = spots.map((spot) => candidatesOf(spot, frame, size, spots, surroundings));
  const easiest = candidates.map(([first]) => first?.cost ?? 0);
  let order = spots.map((_, index) => index).toSorted((a, b) => candidates[a]!.length - candidates[b]!.length || a - b);
  let found: (Candidate | undefined)[] = [];
  let least = Infinity;
  // What did worst in one round chooses earlier in the next.
  for (let round = 0; round < ROUNDS; round++) {
    const placed = placeInOrder(candidates, order);
    const regret = placed.map((candidate, index) =>
      candidate ? costOf(candidate, placed) - easiest[index]! : spots[index]!.lines.length === 0 ? 0 : 1000,
    );
    const cost = regret.reduce((sum, each) => sum + each, 0);
    if (cost < least) [found, least] = [placed, cost];
    if (cost === 0) break;
    const rank = order.map((_, at) => at);
    order = rank.toSorted((a, b) => a - regret[order[a]!]! / 12 - (b - regret[order[b]!]! / 12) || a - b).map((at) => order[at]!);
  }
  return found.map((candidate) => candidate?.label);
}

function placeInOrder(candidates: readonly Candidate[][], order: readonly number[]) {
  const placed: (Candidate | undefined)[] = candidates.map(() => undefined);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const index of order) {
      const others = placed.filter((other, at): other is Candidate => at !== index && other !== undefined);
      placed[index] = best(candidates[index]!, others);
    }
  }
  return placed;
}

interface Candidate {
  label: Label;
  cost: number;
}

function best(candidates: readonly Candidate[], others: readonly Candidate[]): Candidate | undefined {
  let found: Candidate | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate.cost >= least) break;
    if (others.some((other) => clash(candidate.label, other.label))) continue;
    const cost = costOf(candidate, others);
    if (cost < least) [found, least] = [candidate, cost];
  }
  return found;
}

const costOf = (candidate: Candidate, others: readonly (Candidate | undefined)[]) =>
  candidate.cost + 40 * others.filter((other) => other && leadersCross(candidate.label, other.label)).length;

const clash = (a: Label, b: Label) =>
  boxesMeet(a.box, b.box) || (a.leader && lineMeetsBox(...a.leader, b.box)) || (b.leader && lineMeetsBox(...b.leader, a.box));

const leadersCross = (a: Label, b: Label) => a.leader && b.leader && linesCross(...a.leader, ...b.leader);

/** Everywhere a name may stand as far as dots and frame allow, with what speaks against it, the best first. */
function candidatesOf(spot: Spot, frame: Box, size: number, dots: readonly Dot[], { obstacles = [], isBusy }: Surroundings): Candidate[] {
  if (spot.lines.length === 0) return [];
  const width = Math.max(...spot.lines.map((line) => textWidth(line, size)));
  const height = spot.lines.length * LINE * size;
  const others = dots.filter((dot) => dot !== spot);
  const found: Candidate[] = [];
  for (const gap of GAPS) {
    for (let step = 0; step < DIRECTIONS; step++) {
      const angle = (step / DIRECTIONS) * 2 * Math.PI;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const end: Point = [tenth(spot.x + cos * (spot.r + gap)), tenth(spot.y + sin * (spot.r + gap))];
      const anchor = cos > 0.2 ? 'start' : cos < -0.2 ? 'end' : 'middle';
      const x0 = anchor === 'start' ? end[0] : anchor === 'end' ? end[0] - width : end[0] - width / 2;
      const y0 = end[1] + (sin * height) / 2 - height / 2;
      const box = { x0, y0, x1: x0 + width, y1: y0 + height };
      if (!boxHolds(frame, box) || obstacles.some((obstacle) => boxesMeet(obstacle, box))) continue;
      if (dotMeetsBox({ ...spot, r: spot.r + 0.5 }, box) || others.some((dot) => dotMeetsBox(dot, box))) continue;
      const start: Point = [tenth(spot.x + cos * spot.r), tenth(spot.y + sin * spot.r)];
      const leader = gap > NEAR ? ([start, end] as const) : undefined;
      const close = others.filter((dot) => dotMeetsBox({ ...dot, r: dot.r + 5 }, box)).length;
      const busy = isBusy ? samples(box).filter(isBusy).length : 0;
      const over = leader ? others.filter((dot) => lineMeetsDot(...leader, dot)).length : 0;
      const against = anchor === 'start' ? 0 : anchor === 'end' ? 1 : 2;
      const label = { x: end[0], y: tenth(y0 + BASELINE * size), anchor, box, ...(leader && { leader }) } satisfies Label;
      found.push({ label, cost: gap * 1.3 + against + Math.abs(sin) + 50 * over + 6 * close + 4 * busy + (leader ? 6 : 0) });
    }
  }
  return found.toSorted((a, b) => a.cost - b.cost);
}

/** Twelve points of a box. */
const samples = ({ x0, y0, x1, y1 }: Box): Point[] =>
  [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((part) => [y0, y1].map((y): Point => [x0 + part * (x1 - x0), y]));
