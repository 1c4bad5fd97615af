/** A point in the units of a drawing, y downwards. */
export type Point = readonly [x: number, y: number];

/** A rectangle with sides parallel to the axes. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A circle. */
export interface Dot {
  x: number;
  y: number;
  r: number;
}

/** Returns whether two boxes share an area. */
export const overlap = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

export const contains = (outer: Box, inner: Box) =>
  inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;

export const dotOverlapsBox = ({ x, y, r }: Dot, { x0, y0, x1, y1 }: Box) => Math.hypot(x - clamp(x, x0, x1), y - clamp(y, y0, y1)) < r;

/** Returns whether a line from one point to another passes through a dot. */
export function lineCrossesDot([ax, ay]: Point, [bx, by]: Point, { x, y, r }: Dot): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  const along = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) < r;
}

/** Returns whether the lines `ab` and `cd` cross. */
export function linesCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Returns whether a line from one point to another passes through a box. */
export function lineCrossesBox(a: Point, b: Point, { x0, y0, x1, y1 }: Box): boolean {
  const inside = ([x, y]: Point) => x > x0 && x < x1 && y > y0 && y < y1;
  return inside(a) || inside(b) || linesCross(a, b, [x0, y0], [x1, y1]) || linesCross(a, b, [x0, y1], [x1, y0]);
}

export const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

/** Rounds to one decimal. */
export const roundTo1 = (value: number) => Math.round(value * 10) / 10;

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
