import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import type { Side } from '../../schema/actor.ts';
import type { NetworkData } from '../../views/network-data.ts';
import { clamp, roundTo1 } from '../geometry.ts';

/** A node with the room that its mark and name need about its middle. */
export interface NodeBox {
  id: string;
  side: Side;
  /** What it weighs: heavier ones begin higher up. */
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

const TICKS = 300;
const PAD = 2;
/** Where the sides stand, as shares of the width. */
const COLUMN: Record<Side, number> = { japan: 0.16, third: 0.5, russia: 0.84 };
/** Where third parties begin, as a share of the height: the two sides face each other above them. */
const THIRD_TOP = 0.3;

/**
 * Lays nodes out by force, the Japanese side left, the Russian right, third parties between and lower; no node's room touches
 * another's while there is place for all. Nothing in it is left to chance: the same network gives the same picture.
 */
export function layoutNetwork(
  rooms: readonly NodeBox[],
  pairs: NetworkData['pairs'],
  { width, height }: NetworkFrame,
): Map<string, { x: number; y: number }> {
  const bodies = rooms.map((room): Body => {
    const column = rooms.filter(({ side }) => side === room.side).toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    const top = room.side === 'third' ? THIRD_TOP : 0.06;
    const rank = (column.indexOf(room) + 0.5) / column.length;
    const homeX = (COLUMN[room.side] + (column.indexOf(room) % 2 ? -0.05 : 0.05)) * width;
    const homeY = (top + (0.96 - top) * rank) * height;
    return { ...room, homeX, homeY, x: homeX, y: homeY };
  });
  const simulation = forceSimulation(bodies)
    .stop()
    .force('x', forceX<Body>(({ homeX }) => homeX).strength(0.18))
    .force('y', forceY<Body>(({ homeY }) => homeY).strength(0.12))
    .force('charge', forceManyBody<Body>().strength(-width / 5))
    .force(
      'link',
      forceLink<Body, { source: string; target: string; strength: number }>(
        pairs.map(({ a, b, statements }) => ({ source: a, target: b, strength: Math.min(0.25, statements / 400) })),
      )
        .id(({ id }) => id)
        .distance(width / 4)
        .strength(({ strength }) => strength),
    );
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    resolveOverlaps(bodies, width, height, 0.5);
  }
  scaleToFit(bodies, width, height);
  for (let round = 0; round < 2000 && resolveOverlaps(bodies, width, height, 1); round++);
  return new Map(bodies.map(({ id, x, y }) => [id, { x: roundTo1(x), y: roundTo1(y) }]));
}

/** Stretches the whole to fill the frame. */
function scaleToFit(bodies: readonly Body[], width: number, height: number) {
  const edge = (of: (body: Body) => number) => bodies.map(of).toSorted((a, b) => a - b)[0] ?? 0;
  const stretch = (from: number, to: number, room: number) => (value: number) => ((value - from) / (to - from || 1)) * room;
  const across = stretch(edge(({ x, left }) => x - left), -edge(({ x, right }) => -x - right), width); // prettier-ignore
  const down = stretch(edge(({ y, above }) => y - above), -edge(({ y, below }) => -y - below), height); // prettier-ignore
  for (const body of bodies) [body.x, body.y] = [across(body.x), down(body.y)];
}

/** Pushes touching rooms apart the shorter way, and all into the frame; tells whether anything moved. */
function resolveOverlaps(bodies: readonly Body[], width: number, height: number, share: number): boolean {
  let moved = false;
  for (const [index, a] of bodies.entries()) {
    for (const b of bodies.slice(index + 1)) {
      const overX = Math.min(a.x + a.right - b.x + b.left, b.x + b.right - a.x + a.left) + PAD;
      const overY = Math.min(a.y + a.below - b.y + b.above, b.y + b.below - a.y + a.above) + PAD;
      if (overX <= 0.2 || overY <= 0.2) continue;
      moved = true;
      if (overX < overY) {
        const push = (share * overX * (a.x < b.x ? -1 : 1)) / 2;
        a.x += push;
        b.x -= push;
      } else {
        const push = (share * overY * (a.y < b.y ? -1 : 1)) / 2;
        a.y += push;
        b.y -= push;
      }
    }
  }
  for (const body of bodies) {
    body.x = clamp(body.x, body.left + 1, width - body.right - 1);
    body.y = clamp(body.y, body.above + 1, height - body.below - 1);
  }
  return moved;
}
