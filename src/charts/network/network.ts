import type { ActorKind, Side } from '../../schema/actor.ts';
import type { NetworkActor, NetworkData } from '../../views/network-data.ts';
import { layoutNetwork, type NetworkFrame } from './layout.ts';
import { roundTo1, type Box } from '../geometry.ts';
import { measureText } from '../text-width.ts';

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

export interface NetworkSvg extends NetworkFrame {
  edges: EdgeMark[];
  nodes: NodeMark[];
}

export interface NetworkFigure {
  title: string;
  finding: string;
  /** For broad screens and for narrow ones: the same actors and pairs. */
  broad: NetworkSvg;
  narrow: NetworkSvg;
}

/** Height of a line of a name, in ems. */
export const NAME_LINE_HEIGHT = 1.08;

export function networkFigure(state: NetworkData): NetworkFigure {
  return {
    title: 'Who stands with whom in the statements of the Record',
    finding: describeFinding(state),
    broad: drawNetwork(state, { width: 880, height: 560 }, 14, 18, 1.15),
    narrow: drawNetwork(state, { width: 340, height: 600 }, 12, 13, 0.8),
  };
}

/** The radius of a mark: its area goes by the number of statements, down to a size that can still be told apart. */
export const nodeRadius = (statements: number, scale: number) => roundTo1(scale * Math.max(4, 1.1 * Math.sqrt(statements)));

/** The width of a stroke goes by the number of statements, down to what can still be seen. */
export const edgeWidth = (statements: number, scale: number) => roundTo1(scale * Math.max(0.8, statements / 12));

function drawNetwork(state: NetworkData, frame: NetworkFrame, size: number, wrap: number, scale: number): NetworkSvg {
  const drafts = state.actors.map((actor) => {
    const lines = wrapName(actor.name, wrap);
    const r = Math.max(nodeRadius(actor.statements, scale), formOf(actor.kind) === 'state' ? 6 : 0);
    const half = Math.max(r, ...lines.map((line) => measureText(line, size) / 2));
    return { actor, lines, r, room: { left: half, right: half, above: r + 1, below: r + 3 + lines.length * NAME_LINE_HEIGHT * size } };
  });
  const places = layoutNetwork(
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
        shape: nodeShape(actor.side, x, y, r),
        ...(form === 'state' && { core: nodeShape(actor.side, x, y, roundTo1(r * 0.5)) }),
        textY: roundTo1(y + r + 2 + 0.82 * size),
        box: { x0: x - room.left, y0: y - room.above, x1: x + room.right, y1: y + room.below },
      };
    }),
  };
}

const formOf = (kind: ActorKind): NodeMark['form'] => (kind === 'person' || kind === 'state' ? kind : 'body');

const said = ({ name, statements }: NetworkActor) => `${name}: ${statements} ${statements === 1 ? 'statement' : 'statements'}`;

/** Marks of equal area: a disc, a square, a square on its corner. */
export function nodeShape(side: Side, x: number, y: number, r: number): string {
  if (side === 'japan') return `M${roundTo1(x - r)} ${y}a${r} ${r} 0 1 0 ${roundTo1(2 * r)} 0a${r} ${r} 0 1 0 ${roundTo1(-2 * r)} 0z`;
  if (side === 'russia') {
    const half = roundTo1(r * 0.886);
    return `M${roundTo1(x - half)} ${roundTo1(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
  }
  const half = roundTo1(r * 1.253);
  return `M${x} ${roundTo1(y - half)}l${half} ${half} ${-half} ${half} ${-half} ${-half}z`;
}

/** A name in one line, or in two of about the same length. */
export function wrapName(name: string, wrap: number): string[] {
  if (name.length <= wrap) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

/** Which pair is the strongest, which comes next, and how many are drawn. */
function describeFinding({ total, least, pairs, actors }: NetworkData): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const [first, second] = pairs.map(({ a, b, statements }) => `${names.get(a)} and ${names.get(b)}, ${statements}`);
  return [
    first ? `Most often together: ${first} statements` : 'No pair is drawn.',
    second ? `; then ${second}.` : first ? '.' : '',
    ` ${pairs.length} of ${total} pairs share ${least} statements or more and are drawn, with ${actors.length} actors.`,
  ].join('');
}
