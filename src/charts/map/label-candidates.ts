import { overlap, contains, dotOverlapsBox, lineCrossesDot, roundTo1, type Box, type Dot, type Point } from '../geometry.ts';
import { measureText } from '../text-width.ts';

/** A dot that wants its name beside it. */
export interface LabelAnchor extends Dot {
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
export const LINE_HEIGHT = 1.14;
const BASELINE = 0.86;
/** How far from its dot a name may stand; farther than `NEAR` a line leads to it. */
const GAPS = [2, 4, 7, 11, 16, 22, 29, 37, 46, 56, 67];
const NEAR = 4;
const DIRECTIONS = 24;

/** What else a picture asks of its names. */
export interface LabelObstacles {
  /** What to keep clear of. */
  obstacles?: readonly Box[];
  /** Where names are better not, such as on land. */
  isBusy?: (point: Point) => boolean;
}

/** A place where a name may stand. */
export interface Candidate {
  label: Label;
  /** The box of the name together with its leader: nothing that stays clear of it touches either. */
  reach: Box;
  cost: number;
}

/** Everywhere a name may stand as far as dots and frame allow, with what speaks against it, the best first. */
export function labelCandidates(
  spot: LabelAnchor,
  frame: Box,
  size: number,
  dots: readonly Dot[],
  { obstacles = [], isBusy }: LabelObstacles,
): Candidate[] {
  if (spot.lines.length === 0) return [];
  const width = Math.max(...spot.lines.map((line) => measureText(line, size)));
  const height = spot.lines.length * LINE_HEIGHT * size;
  const others = dots.filter((dot) => dot !== spot);
  const found: Candidate[] = [];
  for (const gap of GAPS) {
    for (let step = 0; step < DIRECTIONS; step++) {
      const angle = (step / DIRECTIONS) * 2 * Math.PI;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const end: Point = [roundTo1(spot.x + cos * (spot.r + gap)), roundTo1(spot.y + sin * (spot.r + gap))];
      const anchor = cos > 0.2 ? 'start' : cos < -0.2 ? 'end' : 'middle';
      const x0 = anchor === 'start' ? end[0] : anchor === 'end' ? end[0] - width : end[0] - width / 2;
      const y0 = end[1] + (sin * height) / 2 - height / 2;
      const box = { x0, y0, x1: x0 + width, y1: y0 + height };
      if (!contains(frame, box) || obstacles.some((obstacle) => overlap(obstacle, box))) continue;
      if (dotOverlapsBox({ ...spot, r: spot.r + 0.5 }, box) || others.some((dot) => dotOverlapsBox(dot, box))) continue;
      const start: Point = [roundTo1(spot.x + cos * spot.r), roundTo1(spot.y + sin * spot.r)];
      const leader = gap > NEAR ? ([start, end] as const) : undefined;
      const close = others.filter((dot) => dotOverlapsBox({ ...dot, r: dot.r + 5 }, box)).length;
      const busy = isBusy ? samples(box).filter(isBusy).length : 0;
      const over = leader ? others.filter((dot) => lineCrossesDot(...leader, dot)).length : 0;
      const against = anchor === 'start' ? 0 : anchor === 'end' ? 1 : 2;
      const label = { x: end[0], y: roundTo1(y0 + BASELINE * size), anchor, box, ...(leader && { leader }) } satisfies Label;
      found.push({
        label,
        reach: leader ? withLine(box, leader) : box,
        cost: gap * 1.3 + against + Math.abs(sin) + 50 * over + 6 * close + 4 * busy + (leader ? 6 : 0),
      });
    }
  }
  return found.toSorted((a, b) => a.cost - b.cost);
}

const withLine = ({ x0, y0, x1, y1 }: Box, [[ax, ay], [bx, by]]: readonly [Point, Point]): Box => ({
  x0: Math.min(x0, ax, bx),
  y0: Math.min(y0, ay, by),
  x1: Math.max(x1, ax, bx),
  y1: Math.max(y1, ay, by),
});

/** Twelve points of a box. */
const samples = ({ x0, y0, x1, y1 }: Box): Point[] =>
  [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((part) => [y0, y1].map((y): Point => [x0 + part * (x1 - x0), y]));
