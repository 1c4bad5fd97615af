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

/** Returns the value, or the nearer limit if it is outside the limits. */
const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

/** Rounds to one decimal place. */
export const roundToTenth = (value: number) => Math.round(value * 10) / 10;

/** Positive or negative: on which side of `ab` is `c`? */
const crossProduct = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
