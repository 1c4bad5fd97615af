import { voiceGroup } from '../views/voice.ts';
import type { ArticleFlows, Flow, Voices } from '../views/through-whom.ts';
import { roundToTenth, measureText } from './geometry.ts';

/** Measures of a drawing, in its units. A band runs level from the speaker to `turn`, curves to `last`, and runs level to `end`. */
interface Measures {
  width: number;
  start: number;
  turn: number;
  last: number;
  end: number;
  /** Whether names are above the bands, as on a phone, and not to the left of them. */
  isNarrow: boolean;
}

const BROAD: Measures = { width: 720, start: 196, turn: 326, last: 446, end: 560, isNarrow: false };
const NARROW: Measures = { width: 328, start: 0, turn: 160, last: 244, end: 320, isNarrow: true };

/** The height of a statement, and of a line of text. */
const UNIT = 2;
const LINE = 16;
const FONT = 13;
/** The width of a title in the bold typeface, as a factor. */
const TITLE_SIZE = 1.25;
/** The width of the bars at both ends and between. */
const BAR = 6;
/** Space above the bands of an article, and between speakers. */
const HEAD = 26;
const GAP = 5;
/** The maximum number of articles in a drawing: those that pass on the largest share. The table has all. */
const MAX_ARTICLES = 12;

/** A text of the drawing, of one or more lines. */
export interface BandText {
  x: number;
  y: number;
  lines: string[];
  anchor?: 'end';
  address?: string;
  /** The sides of the mark next to it, and its left edge. */
  mark?: { forms: ArticleFlows['forms']; x: number };
  className?: 'flow-title' | 'flow-head';
}

/** A drawing of who speaks through whom. Bands and bars are path data by class. */
export interface BandDrawing {
  width: number;
  height: number;
  bands: { className: string; path: string }[];
  texts: BandText[];
  /** The y of the lines between articles. */
  rules: number[];
}

/**
 * Places the bands of each article: a broad drawing, and a narrow one for phones. Bands keep their order from left to right, so that they
 * do not cross, and nobody seems to speak through another speaker's relay.
 */
export function bandDrawings(articles: readonly ArticleFlows[]): { broad: BandDrawing; narrow: BandDrawing } {
  const drawn = articles.slice(0, MAX_ARTICLES);
  return { broad: draw(drawn, BROAD), narrow: draw(drawn, NARROW) };
}

function draw(articles: readonly ArticleFlows[], measures: Measures): BandDrawing {
  const paths = new Map<string, string>();
  const add = (className: string, path: string) => paths.set(className, (paths.get(className) ?? '') + path);
  const texts: BandText[] = [];
  const rules: number[] = [];
  const { start, turn, last, end, isNarrow } = measures;
  if (!isNarrow && articles.length > 0) {
    const heads = { 'Who speaks': start, 'First passed on by': turn, 'Last passed on by': last + 60, 'Printed in': end + 76 };
    for (const [head, x] of Object.entries(heads)) texts.push({ x, y: FONT, lines: [head], anchor: 'end', className: 'flow-head' });
  }
  let top = isNarrow || articles.length === 0 ? 0 : LINE + GAP;
  for (const article of articles) {
    rules.push(top);
    top = drawArticle(article, top, measures, add, texts);
  }
  // Bars lie on bands.
  const bands = [...paths]
    .map(([className, path]) => ({ className, path }))
    .toSorted((a, b) => Number(a.className.startsWith('bar')) - Number(b.className.startsWith('bar')));
  return { width: measures.width, height: Math.ceil(top), bands, texts, rules };
}

/** A flow with the y of its band at the speaker. */
interface Placed {
  flow: Flow;
  speaker: Voices;
  y: number;
  height: number;
}

/** Adds the bands and texts of an article. Returns the y of its lower edge. */
function drawArticle(
  { article, forms, total, passedOn, speakers }: ArticleFlows,
  top: number,
  measures: Measures,
  add: (className: string, path: string) => void,
  texts: BandText[],
): number {
  const { start, turn, last, end, isNarrow } = measures;
  const share = `${passedOn} of ${total} passed on`;
  let y = top + HEAD + (isNarrow ? GAP : 0);
  if (isNarrow)
    texts.push({
      x: 16,
      y: top + 22,
      lines: [`${article.name}: ${share}`],
      address: article.address,
      className: 'flow-title',
      ...mark(forms, 0),
    });

  const placed: Placed[] = [];
  for (const { flows, count, ...speaker } of speakers) {
    const isRelayedFirst = (flows[0]?.first.length ?? 0) > 0;
    const own = count * UNIT;
    let below = 0;
    if (isNarrow) {
      y += LINE;
      texts.push({ x: 16, y: y - 4, lines: [`${speaker.name} ${count}`], ...addressOf(speaker), ...mark(speaker.forms, 0) });
    } else {
      // The label is as high as a line, a thin band lies in its middle.
      if (isRelayedFirst) y += LINE - GAP;
      const lines = wrap(`${speaker.name} ${count}`, start - 30);
      const middle = y + Math.max(own, lines.length * LINE) / 2;
      const first = middle + 4.5 - ((lines.length - 1) * LINE) / 2;
      texts.push({
        x: start - 22,
        y: roundToTenth(first),
        lines,
        anchor: 'end',
        ...addressOf(speaker),
        ...mark(speaker.forms, start - 16),
      });
      y = Math.max(y, middle - own / 2);
      below = Math.max(0, (lines.length * LINE - own) / 2);
    }
    const from = y;
    for (const [index, flow] of flows.entries()) {
      if (flow.first.length > 0) {
        const label = `${flow.first.map(({ name }) => name).join(', then ')} ${flow.count}`;
        const { forms: sides } = flow.first.at(-1)!;
        if (isNarrow || index > 0) y += LINE;
        // Its mark is above the bar of the relay, and its name before the mark, where bands are level.
        texts.push(
          isNarrow
            ? { x: 30, y: y - 4, lines: [`via ${label}`], ...mark(sides, 14) }
            : { x: turn - 7, y: y - 4, lines: [label], anchor: 'end', ...mark(sides, turn - 1) },
        );
      }
      placed.push({ flow, speaker, y, height: flow.count * UNIT });
      y += flow.count * UNIT;
    }
    addBar(add, speaker.forms, start, from, y - from);
    y += below + GAP;
  }
  const bottom = y - GAP;

  // The bands meet in one stack in the middle of their height, in the same order.
  const stack = roundToTenth((top + HEAD + bottom - total * UNIT) / 2);
  let at = stack;
  for (const { flow, speaker, y: from, height } of placed) {
    const group = voiceGroup(speaker.forms);
    const to = at;
    const [half, rounded] = [(turn + last) / 2, [from, to, to + height, from + height].map(roundToTenth)];
    const [a, b, c, d] = rounded;
    add(
      `band ${group}${flow.last ? '' : ' own'}`,
      `M${start} ${a}H${turn}C${half} ${a} ${half} ${b} ${last} ${b}H${end}V${c}H${last}C${half} ${c} ${half} ${d} ${turn} ${d}H${start}z`,
    );
    if (flow.first.length > 0) addBar(add, flow.first.at(-1)!.forms, turn, from, height);
    if (flow.last) addBar(add, flow.last.forms, last, to, height);
    at += height;
  }
  addBar(add, forms, end, stack, total * UNIT);

  if (!isNarrow) {
    const lasts = [
      ...Map.groupBy(
        placed.filter(({ flow }) => flow.last),
        ({ flow }) => flow.last!.name,
      ).values(),
    ];
    if (lasts.length === 1) {
      const { last: relay } = lasts[0]![0]!.flow;
      texts.push({ x: last + 16, y: stack - 7, lines: [`${relay!.name} ${passedOn}`], ...mark(relay!.forms, last) });
    }
    const title = wrap(article.name, (measures.width - end - 32) / TITLE_SIZE);
    const middle = (top + HEAD + bottom) / 2 - 8;
    texts.push({ x: end + 32, y: middle, lines: title, address: article.address, className: 'flow-title', ...mark(forms, end + 16) });
    texts.push({ x: end + 16, y: middle + title.length * LINE + 1, lines: [article.published.replace(/, inferred$/, '†'), share] });
  }
  return Math.max(bottom, top + HEAD + 60 * Number(!isNarrow)) + (isNarrow ? 18 : 14);
}

/** Adds a bar in the colours of one or more sides. */
function addBar(add: (className: string, path: string) => void, forms: ArticleFlows['forms'], x: number, y: number, height: number) {
  const width = BAR / forms.length;
  for (const [index, form] of forms.entries()) {
    add(
      `bar ${form}`,
      `M${roundToTenth(x + index * width)} ${roundToTenth(y)}h${roundToTenth(width)}v${roundToTenth(height)}h-${roundToTenth(width)}z`,
    );
  }
}

const mark = (forms: ArticleFlows['forms'], x: number) => ({ mark: { forms, x } });

const addressOf = ({ address }: Voices) => (address ? { address } : {});

/** Breaks a name into two lines if it is too wide for one. */
function wrap(text: string, width: number): string[] {
  if (measureText(text, FONT) <= width) return [text];
  const words = text.split(' ');
  const breaks = words.map((_, index) => [words.slice(0, index).join(' '), words.slice(index).join(' ')]).slice(1);
  const widest = (lines: string[]) => Math.max(...lines.map((line) => measureText(line, FONT)));
  return breaks.toSorted((a, b) => widest(a) - widest(b))[0] ?? [text];
}
