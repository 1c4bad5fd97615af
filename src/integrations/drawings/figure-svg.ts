import { cellPath, measureText } from '../../charts/geometry.ts';
import { COLUMNS, GAP_ROW, LABELS, LINE, LINE_GAP, PADDING, PITCH } from '../../charts/glance.ts';
import type { VoiceForm } from '../../views/voice.ts';
import { PAPER, toPixels, type ResolvedStyle, type StyleResolver } from './resolve-styles.ts';

/** The full width of the page, and the space around the figure, in pixels. */
const [WIDTH, MARGIN] = [1132, 34];
const [INK, SOFT, RULE] = ['#17181a', '#55585c', '#cbc5b6'];
const COLORS: Record<VoiceForm, string> = { japan: '#b3341f', russia: '#1d5591', third: '#7b7566', unnamed: '#7b7566' };
const SERIF = "'Source Serif 4', Georgia, serif";
const SANS = "'Source Sans 3', Arial, sans-serif";

/** A part of the figure: its markup at the top left, and its height. */
interface Block {
  markup: string;
  height: number;
}

/**
 * Draws the figure of a page as one SVG that needs no style sheet: title, what is counted, key, drawing or table, source and citation.
 * Positions in per cent, links and text alternatives of the page become a drawing of fixed width.
 */
export function figureSvg(figure: Element, style: StyleResolver): string {
  const isShown = (element: Element): boolean =>
    element === figure || (style(element).properties.get('display') !== 'none' && isShown(element.parentElement!));
  const all = (selector: string) => [...figure.querySelectorAll(selector)].filter(isShown);
  const text = (selector: string) => textOf(figure.querySelector(selector));

  const drawings = all('svg').filter((svg) => !svg.parentElement!.closest('svg, table, li, .lines, [class*="key"]'));
  const [boxed, fluid] = [drawings.filter((svg) => svg.hasAttribute('viewBox')), drawings.filter((svg) => !svg.hasAttribute('viewBox'))];
  const blocks: Block[] = [
    textBlock(text('h2, h3, h4'), `font-family="${SERIF}" fill="${INK}"`, 26),
    textBlock(text('.frame-about'), `fill="${SOFT}"`, 16),
    ...all('[class*="key"]')
      .filter((key) => !key.parentElement!.closest('[class*="key"]'))
      .map((key) => keyBlock(key, style)),
    // Drawings with a view box are next to each other, others below each other.
    ...[boxed, ...fluid.map((svg) => [svg])]
      .filter(({ length }) => length > 0)
      .map((row) => drawingBlock(row, style, all('.glance-rows > li'))),
    ...all('table').map((table) => gridBlock([...table.querySelectorAll('tr')].map(cellsOf), style)),
    ...all('.lines').map((lines) => gridBlock([...lines.querySelectorAll('.lines-head, h3, li')].map(cellsOf), style, [320, 556, 256])),
    ...all('.shelf').map((shelf) => textBlock([...shelf.querySelectorAll('h3, li')].map(textOf).join(' · '), `fill="${SOFT}"`, 15)),
    textBlock([text('.frame-source'), text('.frame-cite span')].filter(Boolean).join('. '), `fill="${SOFT}"`, 13),
  ];
  let y = MARGIN;
  const placed = blocks
    .filter(({ height }) => height > 0)
    .map(({ markup, height }) => {
      y += height + 14;
      return place(MARGIN, y - height - 14, { markup, height });
    });
  const [width, height] = [WIDTH + 2 * MARGIN, Math.ceil(y + MARGIN - 14)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}">`,
    `<title>${escape(text('h2, h3, h4'))}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...placed,
    '</svg>\n',
  ].join('\n');
}

/** Attributes that have a meaning on a page only, and properties that are no attributes. */
const DROPPED =
  /^(?:class|id|style|role|tabindex|href|xmlns|vector-effect|display|background|background-color|max-width|(?:aria|data)-.*)$/;

/** Returns a text in lines of at most 46 ems. @param leading the distance of lines, in ems */
export function textBlock(text: string, attributes: string, size: number, width = WIDTH, leading = 1.35): Block {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const line = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && measureText(line, size) <= Math.min(width, 46 * size)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  const spans = lines.map((line, index) => `<tspan x="0" y="${round(size * (1 + leading * index))}">${escape(line)}</tspan>`);
  return { markup: `<text font-size="${size}" ${attributes}>${spans.join('')}</text>`, height: lines.length * size * leading };
}

export const place = (x: number, y: number, { markup }: Block) => `<g transform="translate(${round(x)} ${round(y)})">${markup}</g>`;

/** Returns the markup of an element of a drawing, with its styles as attributes. @param scale pixels to a unit, for strokes that do not scale */
function serialize(
  element: Element,
  style: StyleResolver,
  scale = 1,
  replaced: Record<string, number> = {},
  parent?: ResolvedStyle,
): string {
  const { localName: tag, ownerDocument } = element;
  const resolved = style(element, parent);
  const { properties } = resolved;
  if (/^(?:title|desc|defs|script|style)$/.test(tag) || properties.get('display') === 'none') return '';
  const own = [...element.attributes].map(({ name, value }) => [name, value] as const);
  const attributes = new Map([...own, ...properties].filter(([name]) => !DROPPED.test(name)));
  const unit = scale * Number(/scale\(([\d.]+)/.exec(attributes.get('transform') ?? '')?.[1] ?? 1);
  if (properties.get('vector-effect') === 'non-scaling-stroke') {
    const toUnits = (sizes: string) => sizes.replace(/[\d.]+/g, (size) => `${round(Number(size) / unit)}`);
    attributes.set('stroke-width', toUnits(attributes.get('stroke-width') ?? '1'));
    attributes.set('stroke-dasharray', toUnits(attributes.get('stroke-dasharray') ?? 'none'));
  }
  const all = [...new Map<string, number | string>([...attributes, ...Object.entries(replaced)])]
    .map(([name, value]) => ` ${name}="${escape(`${value}`)}"`)
    .join('');
  if (tag === 'use') {
    const target = ownerDocument.getElementById(element.getAttribute('href')!.slice(1))!;
    return `<svg overflow="visible"${all}>${serialize(target, style, unit, {}, resolved)}</svg>`;
  }
  const children = [...element.childNodes].map((node) => {
    if (node.nodeType === 1) return serialize(node as Element, style, unit, {}, resolved);
    return node.nodeType === 3 ? escape(node.textContent ?? '') : '';
  });
  const name = tag === 'a' ? 'g' : tag;
  return `<${name}${all}>${children.join('')}</${name}>`;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const round = (value: number) => Math.round(value * 100) / 100;

/** Returns the items of a key in lines: each a mark, which is a small drawing or a voice mark, and its text. */
function keyBlock(key: Element, style: StyleResolver): Block {
  let [x, y] = [0, 0];
  const items = [...key.children].map((item) => {
    const svg = item.querySelector('svg');
    const voice = item.querySelector('.voice');
    const markWidth = svg ? sizeOf(svg).width + 5 : voice ? 15 : 0;
    const text = textOf(item);
    const width = markWidth + measureText(text, 15);
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + 23];
    const mark = svg ? `<g transform="translate(0 2)">${serialize(svg, style, 1, { ...sizeOf(svg) })}</g>` : voiceMark(voice);
    const markup = `<g transform="translate(${round(x)} ${y})">${mark}<text x="${markWidth}" y="14" font-size="15" fill="${SOFT}">${escape(text)}</text></g>`;
    x += width + 20;
    return markup;
  });
  return { markup: items.join(''), height: items.length > 0 ? y + 23 : 0 };
}

/** Draws a voice mark (voice.css): the shapes of one or two speakers, and the bar of who passed it on. */
function voiceMark(mark: Element | null): string {
  if (!mark) return '';
  const find = (prefix: string) => (Object.keys(COLORS) as VoiceForm[]).find((form) => mark.classList.contains(prefix + form));
  const [first, second, relay] = [find(''), find('and-'), find('by-')];
  const shape = (form: VoiceForm | undefined, y0: number, y1: number) =>
    form === 'unnamed'
      ? `<path d="${cellPath(form, { x0: 0.75, y0: y0 + 0.75, x1: 9.25, y1: y1 - 0.75 })}" fill="none" stroke="${COLORS[form]}" stroke-width="1.5"/>`
      : form && `<path d="${cellPath(form, { x0: 0, y0, x1: 10, y1 })}" fill="${COLORS[form]}"/>`;
  const bar = relay && `<rect y="${first ? 17 : 9}" width="10" height="3" fill="${COLORS[relay]}"/>`;
  return [shape(first, 1, second ? 8 : 15), shape(second, 8.5, 15), bar].join('');
}

/** Returns width and height of a drawing in its units. One without a view box is as wide as the figure if its width is in per cent. */
function sizeOf(svg: Element): { width: number; height: number } {
  const [own, high] = [svg.getAttribute('width') ?? '', Number(svg.getAttribute('height'))];
  const [, , width = own.endsWith('%') ? WIDTH : Number(own), height = high] = svg.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  return { width, height };
}

/** Returns the width of a drawing on the page, in pixels: the largest that its style allows, or else its own. */
function widthOf(svg: Element, style: StyleResolver): number {
  const maxWidth = style(svg).properties.get('max-width');
  return maxWidth ? toPixels(maxWidth, 16) : sizeOf(svg).width;
}

/** Returns drawings next to each other, together as wide as the figure. Strips of cells lie below the first one. */
function drawingBlock(row: readonly Element[], style: StyleResolver, strips: readonly Element[]): Block {
  const gap = 24;
  const enlarge = (WIDTH - gap * (row.length - 1)) / row.reduce((sum, svg) => sum + widthOf(svg, style), 0);
  let x = 0;
  let height = 0;
  const markup = row.map((svg) => {
    const width = widthOf(svg, style) * enlarge;
    const scale = width / sizeOf(svg).width;
    const high = sizeOf(svg).height * scale;
    const place = { x: round(x), width: round(width), height: round(high) };
    x += width + gap;
    height = Math.max(height, high);
    return serialize(svg, style, scale, place);
  });
  const below = strips.length > 0 ? `<g transform="scale(${round(enlarge)})">${drawStrips(strips)}</g>` : '';
  return { markup: below + markup.join(''), height };
}

/** Draws the strips of the Record at a glance, which a page lays out as text, with the measures of `charts/glance.ts`. */
function drawStrips(rows: readonly Element[]): string {
  let y = 0;
  return rows
    .map((row) => {
      if (!row.matches('.glance-row')) {
        y += GAP_ROW;
        return place(0, y - GAP_ROW, textBlock(textOf(row), `fill="${SOFT}" font-style="italic"`, 15));
      }
      const top = y + PADDING;
      const cells = [...row.querySelectorAll('.voice')];
      const [name, ...facts] = [...row.querySelectorAll('p > *')].map(textOf);
      y = top + Math.max(1, Math.ceil(cells.length / COLUMNS)) * (LINE + LINE_GAP) - LINE_GAP + PADDING;
      const texts = [name!, ...facts].map((text, index) =>
        place(
          0,
          top - 16 + 19 * index,
          textBlock(text, index === 0 ? `font-family="${SERIF}" font-weight="600"` : `fill="${SOFT}"`, index === 0 ? 16 : 13),
        ),
      );
      const marks = cells.map((cell, index) => {
        const number = cell.parentElement!.getAttribute('data-n');
        const frame = number
          ? `<path d="M-3-2h16v24h-16z" fill="none" stroke="${INK}"/><text x="1" y="-6" font-size="12" font-weight="600">${number}</text>`
          : '';
        return `<g transform="translate(${LABELS + (index % COLUMNS) * PITCH} ${top + Math.floor(index / COLUMNS) * (LINE + LINE_GAP)}) scale(1.2)">${voiceMark(cell)}${frame}</g>`;
      });
      return [...texts, ...marks].join('');
    })
    .join('');
}

/** Returns the cells of a row. A heading is the only cell of its row. */
const cellsOf = (row: Element) => (row.matches('h3') ? [row] : [...row.children]);

/** Ink in per cent of the tints of a matrix (ArticleMatrix.astro), and of the links within an article (LinkMatrix.astro). */
const TINTS: Record<string, number> = { within: 6, t1: 6, t2: 12, t3: 20, t4: 32, t5: 76 };

/** Returns the text of a cell, with its tag in brackets. A cell without a text has a dot, as on the page. */
function cellText(cell: Element): string {
  const [text, tag] = [textOf(cell), textOf(cell.querySelector('.tag'))];
  if (tag) return `${text.slice(0, -tag.length)}(${tag})`;
  return cell.matches('.words td') ? text || '·' : text;
}

/** Returns rows of cells. Each cell has paragraphs, each with a voice mark and a text, or a drawing such as a bar. */
function gridBlock(rows: readonly Element[][], style: StyleResolver, given?: readonly number[]): Block {
  const columns = Math.max(...rows.map(({ length }) => length));
  const head = Math.min(WIDTH * 0.42, 30 + Math.max(...rows.map(([first]) => measureText(textOf(first!), 15))));
  const widths = given ?? [head, ...Array<number>(columns - 1).fill(Math.min((WIDTH - head) / (columns - 1), 760))];
  const total = widths.reduce((sum, each) => sum + each, 0);
  let y = 0;
  const markup = rows.flatMap((cells) => {
    const isHead = cells.length < columns || cells[0]!.closest('thead, .lines-head') !== null;
    const face = isHead ? `fill="${SOFT}" font-weight="600"` : `fill="${INK}"`;
    let x = 0;
    const drawn = cells.map((whole, column) => {
      const tint = TINTS[whole.className];
      // The head of a matrix has a date and a bar next to the name of the article.
      const cell = (whole.matches('.matrix thead th') && whole.querySelector('a')) || whole;
      const svg = cell.matches('svg') ? cell : cell.querySelector('svg');
      const width = cells.length < columns ? total : widths[column]! - 12;
      const paragraphs = cell.matches('p') || svg ? [cell] : [...cell.querySelectorAll('p')];
      let below = 3;
      const texts = (paragraphs.length > 0 ? paragraphs : [cell]).map((paragraph) => {
        const voice = paragraph.querySelector('.voice');
        const block = textBlock(
          svg?.textContent.trim() ? '' : cellText(paragraph),
          tint === TINTS['t5'] ? `fill="${PAPER}"` : face,
          15,
          width - (voice ? 17 : 0),
        );
        below += block.height;
        return place(0, below - block.height, {
          ...block,
          markup: `${voiceMark(voice)}<g transform="translate(${voice ? 17 : 0})">${block.markup}</g>`,
        });
      });
      x += widths[column]!;
      return { svg, tint, texts, x: x - widths[column]!, width, height: below + 3 };
    });
    const height = Math.max(26, ...drawn.map((cell) => cell.height));
    const items = drawn.map(({ svg, tint, texts, x: left, width, height: own }) => {
      const bar = own > 6 ? 34 : 0;
      const high = Number(svg?.getAttribute('height')) || height;
      const box = { x: bar, y: round((height - high) / 2), width: round(width - bar), height: high };
      const ground = tint
        ? `<path d="M-6 0h${round(width + 8)}v${round(height)}h${round(-width - 8)}z" fill="${INK}" fill-opacity="${tint / 100}"/>`
        : '';
      return place(left, y, { markup: ground + texts.join('') + (svg ? serialize(svg, style, 1, box) : ''), height });
    });
    y += height;
    return [`<path d="M0 ${round(y - height)}h${round(total)}" stroke="${RULE}"/>`, ...items];
  });
  return { markup: markup.join(''), height: y };
}
