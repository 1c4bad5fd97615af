import type { ActorKind, Side } from '../../schema/actor.ts';
import { pluralize } from '../../text/english.ts';
import type { NetworkData } from '../../views/network-page.ts';
import { roundToTenth } from '../geometry.ts';
import { measureText } from '../text-metrics.ts';
import { layoutNetwork } from './layout.ts';

export type NetworkSvg = ReturnType<typeof networkSvg>;

/** The line height of names, in ems. */
export const NAME_LINE_HEIGHT = 1.08;

/** `wrap`: the characters up to which a name has one line. `scale`: the factor for marks and strokes. */
const broad = { frame: { width: 880, height: 560 }, fontSize: 14, wrap: 18, scale: 1.15 };
const narrow = { frame: { width: 340, height: 600 }, fontSize: 12, wrap: 13, scale: 0.8 };

/** Returns the network twice, for broad and for narrow screens. */
export function networkFigure(network: NetworkData) {
  return {
    title: 'Who stands with whom in the statements of the Record',
    finding: describeNetwork(network),
    broad: networkSvg(network, broad),
    narrow: networkSvg(network, narrow),
  };
}

/** Returns the radius of a mark. Its area is proportional to the number of statements, above a visible minimum. */
export const nodeRadius = (statements: number, scale: number) => roundToTenth(scale * Math.max(4, 1.1 * Math.sqrt(statements)));

/** Returns the width of a stroke, proportional to the number of statements, above a visible minimum. */
const edgeWidth = (statements: number, scale: number) => roundToTenth(scale * Math.max(0.8, statements / 12));

function networkSvg({ actors, pairs }: NetworkData, { frame, fontSize, wrap, scale }: typeof broad) {
  const drafts = actors.map((actor) => {
    const lines = wrapName(actor.name, wrap);
    const form = getForm(actor.kind);
    const r = Math.max(nodeRadius(actor.statements, scale), form === 'state' ? 6 : 0);
    const half = Math.max(r, ...lines.map((line) => measureText(line, fontSize) / 2));
    const extent = { left: half, right: half, above: r + 1, below: r + 3 + lines.length * NAME_LINE_HEIGHT * fontSize };
    return { actor, lines, form, r, extent };
  });
  const nodes = drafts.map(({ actor: { id, side, statements }, extent }) => ({ id, side, weight: statements, ...extent }));
  const centres = layoutNetwork(nodes, pairs, frame);
  const formatPoint = (id: string) => `${centres.get(id)!.x} ${centres.get(id)!.y}`;
  const byWidth = Map.groupBy(pairs, ({ statements }) => edgeWidth(statements, scale));
  return {
    ...frame,
    /** One path for all pairs with the same stroke width. */
    edges: [...byWidth].map(([width, group]) => ({
      width,
      path: group.map(({ a, b }) => `M${formatPoint(a)}L${formatPoint(b)}`).join(''),
    })),
    nodes: drafts.map(({ actor: { id, address, name, side, statements }, lines, form, r, extent }) => {
      const { x, y } = centres.get(id)!;
      return {
        ...{ id, address, side, form, x, y, lines },
        /** For screen readers. */
        description: `${name}: ${pluralize(statements, 'statement')}`,
        shape: nodeShape(side, x, y, r),
        ...(form === 'state' && { core: nodeShape(side, x, y, roundToTenth(r * 0.5)) }),
        /** The baseline of the first line of the name. */
        textY: roundToTenth(y + r + 2 + 0.82 * fontSize),
        box: { x0: x - extent.left, y0: y - extent.above, x1: x + extent.right, y1: y + extent.below },
      };
    }),
  };
}

/** A person is drawn filled, an organization (`body`) as an outline, a state as an outline around a filled core. */
const getForm = (kind: ActorKind) => (kind === 'person' || kind === 'state' ? kind : 'body');

/** Returns path data of a disc, a square or a diamond of equal area: half a side of the square is √π/2 r, half a diagonal √(π/2) r. */
function nodeShape(side: Side, x: number, y: number, r: number): string {
  if (side === 'japan')
    return `M${roundToTenth(x - r)} ${y}a${r} ${r} 0 1 0 ${roundToTenth(2 * r)} 0a${r} ${r} 0 1 0 ${roundToTenth(-2 * r)} 0z`;
  if (side === 'russia') {
    const half = roundToTenth(r * 0.886);
    return `M${roundToTenth(x - half)} ${roundToTenth(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
  }
  const half = roundToTenth(r * 1.253);
  return `M${x} ${roundToTenth(y - half)}l${half} ${half} ${-half} ${half} ${-half} ${-half}z`;
}

/** Breaks a name longer than `wrap` characters at the space nearest to its middle. */
export function wrapName(name: string, wrap: number): string[] {
  if (name.length <= wrap) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

function describeNetwork({ total, minShared, pairs, actors }: NetworkData): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const [first, second] = pairs.map(({ a, b, statements }) => `${names.get(a)} and ${names.get(b)}, ${statements}`);
  return [
    first ? `Most often together: ${first} statements` : 'No pair is drawn.',
    second ? `; then ${second}.` : first ? '.' : '',
    ` ${pairs.length} of ${total} pairs share ${minShared} statements or more and are drawn, with ${actors.length} actors.`,
  ].join('');
}
