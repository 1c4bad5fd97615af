import { getBounds } from '../../dates/bounds.ts';
import type { RelationNode, TheRecord } from '../../record/model.ts';
import type { RelationKind } from '../../schema/relations.ts';
import { pluralize } from '../../text/english.ts';
import { RELATION_ORDER } from '../../views/statement-list-item.ts';

/** Ticks of one kind, as path data. */
export interface Ticks {
  kind: RelationKind;
  d: string;
  /** Heads of arrows, which are filled. */
  heads?: string;
}

/** The relations from one article to another. */
export interface LinkCell {
  count: number;
  isWithin: boolean;
  ticks: Ticks[];
  width: number;
  height: number;
  /** '2 updates, 1 corroboration' */
  words: string;
}

export interface LinkRow {
  label: string;
  year: string;
  count: number;
  cells: LinkCell[];
}

/** Pixels: height of a tick, distance between lines of ticks, width of a line of ticks, space between kinds. */
const TICK = 16;
const LINE = 22;
const MAX_WIDTH = 148;
const GAP = 5;
/** Width of a tick of each kind, with its space. */
const STEP: Record<RelationKind, number> = { contradicts: 12, answers: 10, updates: 8, qualifies: 5, corroborates: 5 };

/** Draws all relations as a table of articles, one tick for each: rows have the article that makes it, columns the one that it is about. */
export function linkMatrix({ entries, relations }: TheRecord): { title: string; rows: LinkRow[] } {
  const rows = entries.map((from) => ({
    label: from.data.label,
    year: getBounds(from.data.source.published.edtf).from?.slice(0, 4) ?? '',
    count: relations.filter((relation) => relation.from.entry === from).length,
    cells: entries.map((to) =>
      cell(
        relations.filter((each) => each.from.entry === from && each.to.entry === to),
        from === to,
      ),
    ),
  }));
  return { title: linkFinding(relations), rows };
}

function cell(relations: readonly RelationNode[], isWithin: boolean): LinkCell {
  let [x, y] = [0, 0];
  let width = 0;
  const counts = RELATION_ORDER.map((kind) => ({ kind, count: relations.filter(({ data }) => data.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
  const ticks = counts.map(({ kind, count }): Ticks => {
    const placed = Array.from({ length: count }, () => {
      if (x + STEP[kind] > MAX_WIDTH) [x, y] = [0, y + LINE];
      const at = { x: x + STEP[kind] / 2, y };
      x += STEP[kind];
      width = Math.max(width, x);
      return at;
    });
    x += GAP;
    const draw = (shape: (x: number, y: number) => string) => placed.map((at) => shape(at.x, at.y)).join('');
    if (kind === 'contradicts') return { kind, d: draw((cx, cy) => `M${cx - 4} ${cy}l8 ${TICK}m0-${TICK}l-8 ${TICK}`) };
    if (kind !== 'updates' && kind !== 'answers') return { kind, d: draw((cx, cy) => `M${cx} ${cy}v${TICK}`) };
    return {
      kind,
      d: draw((cx, cy) => `M${cx} ${cy + 5}v${TICK - 5}`),
      heads: draw((cx, cy) => `M${cx - 3} ${cy + 6}l3-6 3 6z`),
    };
  });
  const words = counts.map(({ kind, count }) => `${count} ${NOUNS[kind][count === 1 ? 0 : 1]}`).join(', ');
  return { count: relations.length, isWithin, ticks, width, height: counts.length > 0 ? y + TICK : 0, words };
}

const NOUNS: Record<RelationKind, [string, string]> = {
  contradicts: ['contradiction', 'contradictions'],
  answers: ['outcome', 'outcomes'],
  updates: ['update', 'updates'],
  qualifies: ['qualification', 'qualifications'],
  corroborates: ['corroboration', 'corroborations'],
};

/** Returns what the relations show: who makes most updates, and whether contradictions cross articles. */
export function linkFinding(relations: readonly RelationNode[]): string {
  if (relations.length === 0) return 'No statement is linked with another yet';
  const ofKind = (kind: RelationKind) => relations.filter(({ data }) => data.kind === kind);
  const updates = ofKind('updates');
  const contradictions = ofKind('contradicts');
  const [most] = [...Map.groupBy(updates, ({ from }) => from.entry)].toSorted(([, a], [, b]) => b.length - a.length);
  const between = contradictions.filter(({ from, to }) => from.entry !== to.entry).length;
  const parts = [
    ...(most ? [`${most[0].data.label} makes ${share(most[1].length, updates.length, 'update')}`] : []),
    ...(contradictions.length > 0 ? [contradictionsFinding(between, contradictions.length)] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : pluralize(relations.length, 'link') + ' between statements';
}

/** 'the only update', 'all 31 updates', '21 of 31 updates' */
function share(part: number, total: number, noun: string): string {
  if (part < total) return `${part} of ${pluralize(total, noun)}`;
  return total === 1 ? `the only ${noun}` : `${total === 2 ? 'both' : `all ${total}`} ${noun}s`;
}

/** 'both contradictions are within single articles', '1 of 3 contradictions is between articles' */
function contradictionsFinding(between: number, total: number): string {
  if (between > 0) return `${share(between, total, 'contradiction')} ${between === 1 ? 'is' : 'are'} between articles`;
  return `${share(total, total, 'contradiction')} ${total === 1 ? 'is within one article' : 'are within single articles'}`;
}
