import type { ActorKind, Side } from '../../schema/actor.ts';
import type { NetworkActor, NetworkState } from '../../views/network-data.ts';
import { layOut, type NetworkFrame } from './layout.ts';
import { tenth, type Box } from '../geometry.ts';
import { textWidth } from '../text-width.ts';

/** An actor in the picture. */
export interface NodeMark {
  id: string;
  address: string;
  said: string;
  side: Side;
  /** `person` is drawn full, `body` as an outline, `state` as an outline about a full mark. */
  form: 'person' | 'body' | 'state';
  x: number;
  y: number;
  /** Its outline: round on the Japanese side, square on the Russian, a diamond for third parties. */
  shape: string;
  /** The mark within the outline of a state. */
  core?: string;
  lines: string[];
  /** Where its first line stands. */
  textY: number;
  /** The room of mark and name. */
  box: Box;
}

/** Pairs of one strength: one stroke, one width. */
export interface EdgeMark {
  width: number;
  path: string;
}

export interface DrawnNetwork extends NetworkFrame {
  edges: EdgeMark[];
  nodes: NodeMark[];
}

export interface NetworkPictures {
  title: string;
  finding: string;
  /** For broad screens and for narrow ones: the same actors and pairs. */
  broad: DrawnNetwork;
  narrow: DrawnNetwork;
}

/** Height of a line of a name, in ems. */
export const NAME_LINE = 1.08;

export function networkPictures(state: NetworkState): NetworkPictures {
  return {
    title: 'Who stands with whom in the statements of the Record',
    finding: sayFinding(state),
    broad: draw(state, { width: 880, height: 560 }, 14, 18, 1.15),
    narrow: draw(state, { width: 340, height: 600 }, 12, 13, 0.8),
  };
}

/** The radius of a mark: its area goes by the number of statements, down to a size that can still be told apart. */
export const nodeRadius = (statements: number, scale: number) => tenth(scale * Math.max(4, 1.1 * Math.sqrt(statements)));

/** The width of a stroke goes by the number of statements, down to what can still be seen. */
export const edgeWidth = (statements: number, scale: number) => tenth(scale * Math.max(0.8, statements / 12));

function draw(state: NetworkState, frame: NetworkFrame, size: number, wrap: number, scale: number): DrawnNetwork {
  const drafts = state.actors.map((actor) => {
    const lines = linesOf(actor.name, wrap);
    const r = Math.max(nodeRadius(actor.statements, scale), formOf(actor.kind) === 'state' ? 6 : 0);
    const half = Math.max(r, ...lines.map((line) => textWidth(line, size) / 2));
    return { actor, lines, r, room: { left: half, right: half, above: r + 1, below: r + 3 + lines.length * NAME_LINE * size } };
  });
  const places = layOut(
    drafts.map(({ actor: { id, side, statements }, room }) => ({ id, side, weight: statements, ...room })),
    state.pairs,
    frame,
  );
  const at = (id: string) => places.get(id)!;
  const byWidth = Map.groupBy(state.pairs, ({ statements }) => edgeWidth(statements, scale));
  return {
    ...frame,
    edges: [...byWidth].map(([width, pairs]) => ({
      width,
      path: pairs.map(({ a, b }) => `M${at(a).x} ${at(a).y}L${at(b).x} ${at(b).y}`).join(''),
    })),
    nodes: drafts.map(({ actor, lines, r, room }) => {
      const { x, y } = at(actor.id);
      const form = formOf(actor.kind);
      return {
        ...{ id: actor.id, address: actor.address, said: said(actor), side: actor.side, form, x, y, lines },
        shape: shapeOf(actor.side, x, y, r),
        ...(form === 'state' && { core: shapeOf(actor.side, x, y, tenth(r * 0.5)) }),
        textY: tenth(y + r + 2 + 0.82 * size),
        box: { x0: x - room.left, y0: y - room.above, x1: x + room.right, y1: y + room.below },
      };
    }),
  };
}

const formOf = (kind: ActorKind): NodeMark['form'] => (kind === 'person' || kind === 'state' ? kind : 'body');

const said = ({ name, statements }: NetworkActor) => `${name}: ${statements} ${statements === 1 ? 'statement' : 'statements'}`;

/** Marks of equal area: a disc, a square, a square on its corner. */
export function shapeOf(side: Side, x: number, y: number, r: number): string {
  if (side === 'japan') return `M${tenth(x - r)} ${y}a${r} ${r} 0 1 0 ${tenth(2 * r)} 0a${r} ${r} 0 1 0 ${tenth(-2 * r)} 0z`;
  if (side === 'russia') {
    const half = tenth(r * 0.886);
    return `M${tenth(x - half)} ${tenth(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
  }
  const half = tenth(r * 1.253);
  return `M${x} ${tenth(y - half)}l${half} ${half} ${-half} ${half} ${-half} ${-half}z`;
}

/** A name in one line, or in two of about the same length. */
export function linesOf(name: string, wrap: number): string[] {
  if (name.length <= wrap) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

/** Which pair is the strongest, which comes next, and how many are drawn. */
function sayFinding({ total, least, pairs, actors }: NetworkState): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const [first, second] = pairs.map(({ a, b, statements }) => `${names.get(a)} and ${names.get(b)}, ${statements}`);
  return [
    first ? `Most often together: ${first} statements` : 'No pair is drawn.',
    second ? `; then ${second}.` : first ? '.' : '',
    ` ${pairs.length} of ${total} pairs share ${least} statements or more and are drawn, with ${actors.length} actors.`,
  ].join('');
}
