import type { EntryNode, StatementNode } from '../../record/model.ts';
import { pluralize } from '../../text/english.ts';
import { voiceOf, type VoiceForm } from '../../views/voice.ts';
import { passageAnchor } from '../../paths/paths.ts';
import { roundToTenth, type Box } from '../geometry.ts';
import { cellPath } from './cell-path.ts';

/** Width and intended height of the map in px, and the width of its labels. */
const WIDTH = 200;
const HEIGHT = 360;
const LABELS = 36;
/** Minimum height of a row in px: a line of its label. */
const MIN_ROW = 16;
/** Width and height of the map as a bar, for narrow screens. */
const BAR_WIDTH = 328;
const BAR_HEIGHT = 28;
const SPACE = 1.5;

/** Cells of one form in one path. */
type Paths = { form: VoiceForm; path: string }[];

/** The passages of an article with their statements: the longer a passage, the larger its area. Each statement is a cell of its passage. */
export function paragraphMap({ passages, statements }: EntryNode) {
  const words = Object.values(passages).reduce((sum, passage) => sum + passage.words, 0);
  let [y, x] = [0, 0];
  const rows = Object.entries(passages).map(([locator, passage]) => {
    const inside = statements.filter(({ data }) => data.at.includes(locator));
    const height = Math.max(MIN_ROW, (passage.words / words) * HEIGHT);
    const width = (passage.words / words) * BAR_WIDTH;
    const row = { x0: LABELS, y0: y, x1: WIDTH, y1: y + height - SPACE };
    const column = { x0: x, y0: 0, x1: x + Math.max(1, width - SPACE), y1: BAR_HEIGHT };
    [y, x] = [y + height, x + width];
    return {
      locator,
      sign: signOf(locator),
      title: `${signOf(locator)}: ${pluralize(passage.words, 'word')}, ${pluralize(inside.length, 'statement')}`,
      address: passageAnchor(inside[0]?.data.at[0] ?? locator),
      y: roundToTenth(row.y0 + 12),
      inside,
      row,
      column,
    };
  });
  return {
    width: WIDTH,
    height: Math.ceil(y),
    bar: { width: BAR_WIDTH, height: BAR_HEIGHT, paths: toPaths(rows.map(({ inside, column }) => [inside, column, 'down'])) },
    rows: rows.map(({ inside, row, locator, sign, title, address, y: baseline }) => ({
      locator,
      sign,
      title,
      address,
      y: baseline,
      paths: toPaths([[inside, row, 'across']]),
      /** The frame of a passage without statements. */
      ...(inside.length === 0 && { frame: cellPath('russia', row) }),
    })),
  };
}

export type ParagraphMap = ReturnType<typeof paragraphMap>;

const signOf = (locator: string) =>
  locator === 'p0' ? 'lead' : ({ p: '¶', c: 'cap. ', n: 'note ', r: 'rel. ' }[locator[0]!] ?? '') + locator.slice(1);

/** Divides areas among their statements, across or down, and joins the cells of each form. Joint speakers share a cell. */
function toPaths(areas: [StatementNode[], Box, 'across' | 'down'][]): Paths {
  const cells = areas.flatMap(([statements, area, direction]) =>
    divide(area, statements.length, direction, SPACE).flatMap((cell, index) => {
      const forms = voiceOf(statements[index]!).speakers;
      return divide(cell, forms.length, 'down', 0.5).map((part, at) => ({ form: forms[at]!, path: cellPath(forms[at]!, part) }));
    }),
  );
  return [...Map.groupBy(cells, ({ form }) => form)].map(([form, group]) => ({ form, path: group.map(({ path }) => path).join('') }));
}

/** Divides a box into equal parts with a space between them. */
function divide({ x0, y0, x1, y1 }: Box, count: number, direction: 'across' | 'down', space: number): Box[] {
  const across = direction === 'across';
  const step = ((across ? x1 - x0 : y1 - y0) + space) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) =>
    across
      ? { x0: x0 + index * step, x1: x0 + (index + 1) * step - space, y0, y1 }
      : { x0, x1, y0: y0 + index * step, y1: y0 + (index + 1) * step - space },
  );
}
