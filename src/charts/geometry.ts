import type { GeoContext } from 'd3-geo';
import type { VoiceForm } from '../views/voice.ts';

/** A point in the units of a drawing. y grows downwards. */
export type Point = readonly [x: number, y: number];

/** A rectangle with sides parallel to the axes. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A circle with its centre at `x`, `y` and the radius `r`. */
export interface Dot {
  x: number;
  y: number;
  r: number;
}

/** Returns whether two boxes overlap; touching edges do not count. */
export const boxesOverlap = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Returns whether the outer box contains the whole inner box. Their edges may touch. */
export const contains = (outer: Box, inner: Box) =>
  inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;

/** Returns whether a circle overlaps a box; touching does not count. */
export const dotOverlapsBox = ({ x, y, r }: Dot, { x0, y0, x1, y1 }: Box) => Math.hypot(x - clamp(x, x0, x1), y - clamp(y, y0, y1)) < r;

/** Returns whether the segment between two points passes through a circle. */
export function segmentCrossesDot([ax, ay]: Point, [bx, by]: Point, { x, y, r }: Dot): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  const fraction = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return Math.hypot(x - ax - fraction * dx, y - ay - fraction * dy) < r;
}

/** Returns whether the segments `ab` and `cd` cross; touching does not count. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return crossProduct(a, b, c) * crossProduct(a, b, d) < 0 && crossProduct(c, d, a) * crossProduct(c, d, b) < 0;
}

/** Returns whether the segment between two points passes through a box. A segment that crosses a box crosses one of its diagonals. */
export function segmentCrossesBox(a: Point, b: Point, { x0, y0, x1, y1 }: Box): boolean {
  const inside = ([x, y]: Point) => x > x0 && x < x1 && y > y0 && y < y1;
  return inside(a) || inside(b) || segmentsCross(a, b, [x0, y0], [x1, y1]) || segmentsCross(a, b, [x0, y1], [x1, y0]);
}

/** Rounds to one decimal place. */
export const roundToTenth = (value: number) => Math.round(value * 10) / 10;

/**
 * Builds SVG path data in whole steps of a grid, each relative to the point before.
 * d3-path writes absolute coordinates: the coast of the larger map would be 1.9 times as long, and 1.5 times after brotli.
 */
export class SvgPathBuilder implements GeoContext {
  readonly #grid: number;
  #data = '';
  /** The end of the last subpath, from which SVG measures the next one. */
  #current: Point = [0, 0];
  #line: Point[] = [];

  /** @param grid steps per unit */
  constructor(grid: number) {
    this.#grid = grid;
  }

  /** Returns the path data. Its units are steps of the grid. */
  toString(): string {
    this.#flush(2, '');
    return this.#data;
  }

  // d3-geo requires both, but they add nothing: there are no points to draw.
  beginPath() {}
  arc() {}

  moveTo(x: number, y: number) {
    this.#flush(2, '');
    this.#line = [this.#snap(x, y)];
  }

  lineTo(x: number, y: number) {
    const [point, last] = [this.#snap(x, y), this.#line.at(-1)!];
    if (point[0] !== last[0] || point[1] !== last[1]) this.#line.push(point);
  }

  /** Omits a ring of fewer than four points: it has no area on the grid. */
  closePath() {
    this.#flush(4, 'z');
  }

  #flush(minPoints: number, close: '' | 'z') {
    const line = this.#line;
    this.#line = line.slice(0, 1);
    if (line.length < minPoints) return;
    const steps = line.map(([x, y], index) => {
      const [fromX, fromY] = line[index - 1] ?? this.#current;
      return `${x - fromX} ${y - fromY}`;
    });
    // A minus sign separates numbers without a space.
    this.#data += `m${steps[0]}l${steps.slice(1).join(' ')}${close}`.replaceAll(' -', '-');
    this.#current = close ? line[0]! : line.at(-1)!;
  }

  #snap(x: number, y: number): Point {
    return [Math.round(x * this.#grid), Math.round(y * this.#grid)];
  }
}

/** Returns the path of a cell: a pill for Japanese voices, cut corners for voices neither Japanese nor Russian, a block for the others. */
export function cellPath(form: VoiceForm, { x0, y0, x1, y1 }: Box): string {
  const [width, height] = [roundToTenth(x1 - x0), roundToTenth(y1 - y0)];
  const corner = roundToTenth(Math.min(5, width / 2, height / 2));
  const start = `M${roundToTenth(x0)} ${roundToTenth(y0)}`;
  const [h, v] = [roundToTenth(width - 2 * corner), roundToTenth(height - 2 * corner)];
  if (form === 'japan') {
    const turn = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`;
    return `${start}m${corner} 0h${h}${turn(corner, corner)}v${v}${turn(-corner, corner)}h${-h}${turn(-corner, -corner)}v${-v}${turn(corner, -corner)}z`;
  }
  if (form === 'third') return `${start}m${corner} 0h${h}l${corner} ${corner}v${v}l${-corner} ${corner}h${-h}l${-corner} ${-corner}v${-v}z`;
  return `${start}h${width}v${height}h${-width}z`;
}

/** The size of text in charts, in pixels. The same number is in TimelineOverview.astro. */
const FONT_SIZE = 13;

/** Factor that keeps space for a fallback font, which may be wider than Source Sans 3. */
const RESERVE = 1.12;

/** Returns the width to keep free for a label of a timeline, in pixels. */
export const labelWidth = (text: string) => RESERVE * measureText(text, FONT_SIZE);

/** Estimates the width of a line of Source Sans 3 in the unit of its size. Each class of characters has the width of its widest. */
export function measureText(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** Returns the value, or the nearer limit if it is outside the limits. */
const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

/** Returns a positive number if `c` is on one side of the line `ab`, and a negative one on the other. */
const crossProduct = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function emsOf(character: string): number {
  if (/[ijl.,:;'’·|!]/.test(character)) return 0.27;
  if (/[ frtI()-]/.test(character)) return 0.34;
  if (/[mwMW]/.test(character)) return 0.84;
  return /[A-Z]/.test(character) ? 0.6 : 0.51;
}
