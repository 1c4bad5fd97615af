import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import type { Side } from '../../schema/actor.ts';
import type { NetworkData } from '../../views/network-page.ts';
import { clamp, roundToTenth } from '../geometry.ts';

/** A node with the extent of its mark and name around its centre, in units of the drawing. */
export interface NodeBox {
  id: string;
  side: Side;
  /** Nodes with more weight start higher. */
  weight: number;
  left: number;
  right: number;
  above: number;
  below: number;
}

export interface NetworkFrame {
  width: number;
  height: number;
}

type Body = SimulationNodeDatum & NodeBox & { x: number; y: number; homeX: number; homeY: number };

/** The steps after which d3-force stops by default (alpha below 0.001). On the network of the first five articles, 1000 steps give the same layout. */
const TICKS = 300;

/** The centre of each side's column, as a share of the width. Nodes alternate by `ZIGZAG` around it, to use the width. */
const COLUMN_X: Record<Side, number> = { japan: 0.16, third: 0.5, russia: 0.84 };
const ZIGZAG = 0.05;

/** The span of a column, as shares of the height. Third parties start lower: the two sides face each other above them. */
const COLUMN_TOP: Record<Side, number> = { japan: 0.06, third: 0.3, russia: 0.06 };
const COLUMN_BOTTOM = 0.96;

/**
 * The strength of the pull to the column, without unit, chosen on the network of the first five articles at 880 units.
 * The gap between the two sides is 338 units with 0.18 and 274 with the default of d3-force, 0.1. With smaller values, third parties mix with the two sides.
 */
const COLUMN_PULL = { x: 0.18, y: 0.12 };

/** The repulsion of nodes and the length of links, as shares of the width. Halving or doubling the repulsion moves the sides by 10 %. */
const REPULSION = 1 / 5;
const LINK_LENGTH = 1 / 4;

/** The strength of a link, without unit. At four times this strength, the gap between the two sides falls from 338 to 277 units. */
const linkStrength = (statements: number) => Math.min(0.25, statements / 400);

/** The space between two nodes, and the overlap that is ignored, in units of the drawing. */
const GAP = 2;
const TOLERANCE = 0.2;

/** The maximum number of rounds after the simulation. A drawing of 28 nodes needs none; one of 62 nodes may not have space for all. */
const MAX_ROUNDS = 2000;

/**
 * Returns the centre of each node. The Japanese side is on the left, the Russian on the right, third parties are between and lower.
 * Nodes do not overlap if the frame has space for all. The layout is deterministic.
 */
export function layoutNetwork(
  nodes: readonly NodeBox[],
  pairs: NetworkData['pairs'],
  { width, height }: NetworkFrame,
): Map<string, { x: number; y: number }> {
  const bodies = nodes.map((node): Body => {
    const column = nodes.filter(({ side }) => side === node.side).toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    const index = column.indexOf(node);
    const top = COLUMN_TOP[node.side];
    const homeX = (COLUMN_X[node.side] + (index % 2 ? -ZIGZAG : ZIGZAG)) * width;
    const homeY = (top + ((COLUMN_BOTTOM - top) * (index + 0.5)) / column.length) * height;
    return { ...node, homeX, homeY, x: homeX, y: homeY };
  });
  const links = pairs.map(({ a, b, statements }) => ({ source: a, target: b, strength: linkStrength(statements) }));
  const simulation = forceSimulation(bodies)
    .stop()
    .force('x', forceX<Body>(({ homeX }) => homeX).strength(COLUMN_PULL.x))
    .force('y', forceY<Body>(({ homeY }) => homeY).strength(COLUMN_PULL.y))
    .force('charge', forceManyBody<Body>().strength(-width * REPULSION))
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(width * LINK_LENGTH)
        .strength(({ strength }) => strength),
    );
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    resolveOverlaps(bodies, width, height, 0.5);
  }
  scaleToFit(bodies, width, height);
  for (let round = 0; round < MAX_ROUNDS && resolveOverlaps(bodies, width, height, 1); round++);
  return new Map(bodies.map(({ id, x, y }) => [id, { x: roundToTenth(x), y: roundToTenth(y) }]));
}

/** Scales and moves the bodies so that they fill the frame. */
function scaleToFit(bodies: readonly Body[], width: number, height: number) {
  const min = (edge: (body: Body) => number) => Math.min(...bodies.map(edge));
  const max = (edge: (body: Body) => number) => Math.max(...bodies.map(edge));
  const [left, right] = [min((body) => body.x - body.left), max((body) => body.x + body.right)];
  const [top, bottom] = [min((body) => body.y - body.above), max((body) => body.y + body.below)];
  for (const body of bodies) {
    body.x = ((body.x - left) / (right - left || 1)) * width;
    body.y = ((body.y - top) / (bottom - top || 1)) * height;
  }
}

/** Separates overlapping bodies by a share of the overlap, on the shorter axis, inside the frame. Returns whether any overlapped. */
function resolveOverlaps(bodies: readonly Body[], width: number, height: number, share: number): boolean {
  let overlapped = false;
  for (const [index, a] of bodies.entries()) {
    for (const b of bodies.slice(index + 1)) {
      const overlapX = Math.min(a.x + a.right - b.x + b.left, b.x + b.right - a.x + a.left) + GAP;
      const overlapY = Math.min(a.y + a.below - b.y + b.above, b.y + b.below - a.y + a.above) + GAP;
      if (overlapX <= TOLERANCE || overlapY <= TOLERANCE) continue;
      overlapped = true;
      const [axis, distance] = overlapX < overlapY ? (['x', overlapX] as const) : (['y', overlapY] as const);
      const push = (share * distance * (a[axis] < b[axis] ? -1 : 1)) / 2;
      a[axis] += push;
      b[axis] -= push;
    }
  }
  for (const body of bodies) {
    body.x = clamp(body.x, body.left + 1, width - body.right - 1);
    body.y = clamp(body.y, body.above + 1, height - body.below - 1);
  }
  return overlapped;
}
