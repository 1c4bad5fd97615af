import { measureText } from '../../charts/text-metrics.ts';
import { styleResolver, type Inherited } from './resolve-styles.ts';

/** The full width of the page, and the space around the figure, in pixels. */
const [WIDTH, MARGIN] = [1132, 34];
const [INK, SOFT, PAPER, RULE] = ['#17181a', '#55585c', '#fbfaf6', '#cbc5b6'];
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
export function figureSvg(document: Document, figure: Element): string {
  const style = styleResolver(document, figure);
  const inherited = inheritedBy(figure, style);
  const serialize = serializer(figure, style);
  const isShown = (element: Element): boolean =>
    element === figure || (style(element, inherited).properties.get('display') !== 'none' && isShown(element.parentElement!));
  const all = (selector: string) => [...figure.querySelectorAll(selector)].filter(isShown);
  const contextOf = (element: Element): Context => ({ inherited: inheritedBy(element.parentElement!, style), scale: 1 });

  const isKey = (element: Element) => element.closest('[class*="key"]') !== null;
  const drawings = all('svg').filter((svg) => !svg.parentElement!.closest('svg, table') && !isKey(svg));
  const blocks: Block[] = [
    textBlock(textOf(figure.querySelector('h2, h3, h4')), { size: 26, family: SERIF, color: INK }),
    textBlock(textOf(figure.querySelector('.frame-about')), { size: 16, family: SANS, color: SOFT }),
    ...all('[class*="key"]')
      .filter((key) => !isKey(key.parentElement!))
      .map((key) => keyBlock(key, (svg) => serialize(svg, contextOf(svg)))),
    ...rowsOf(drawings).map((row) =>
      drawingBlock(
        row.map((svg) => ({
          svg,
          box: viewBoxOf(svg),
          width: widthOf(svg, style(svg, inheritedBy(svg.parentElement!, style)).properties.get('max-width')),
        })),
        (svg, scale) => serialize(svg, { ...contextOf(svg), scale }),
      ),
    ),
    ...all('table').map((table) => tableBlock(table, (cell) => style(cell, inheritedBy(cell, style)).properties)),
    textBlock(
      [textOf(figure.querySelector('.frame-source')), textOf(figure.querySelector('.frame-cite span'))].filter(Boolean).join('. '),
      {
        size: 13,
        family: SANS,
        color: SOFT,
      },
    ),
  ];
  let y = MARGIN;
  const placed = blocks
    .filter(({ height }) => height > 0)
    .map(({ markup, height }) => {
      const group = `<g transform="translate(${MARGIN} ${round(y)})">${markup}</g>`;
      y += height + 14;
      return group;
    });
  const [width, height] = [WIDTH + 2 * MARGIN, Math.ceil(y + MARGIN - 14)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(SANS)}">`,
    `<title>${escape(textOf(figure.querySelector('h2, h3, h4')))}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...placed,
    '</svg>\n',
  ].join('\n');
}

type Style = ReturnType<typeof styleResolver>;

/** What the children of an element inherit. */
function inheritedBy(element: Element, style: Style): Inherited {
  const parent = element.parentElement;
  return style(element, parent ? inheritedBy(parent, style) : { variables: new Map(), fontSize: 16 }).inherited;
}

interface Context {
  inherited: Inherited;
  /** Pixels to a unit of the drawing, for strokes that do not scale. */
  scale: number;
}

/** Attributes that have a meaning on a page only. */
const DROPPED = /^(?:class|id|style|role|tabindex|href|xmlns|vector-effect|(?:aria|data)-.*)$/;

/** Returns a function that writes an element of a drawing with its styles as attributes. */
function serializer(figure: Element, style: Style) {
  return function serialize(element: Element, { inherited, scale }: Context, replaced: Record<string, string> = {}): string {
    const tag = element.localName;
    if (/^(?:title|desc|defs|script|style)$/.test(tag)) return '';
    const resolved = style(element, inherited);
    const attributes = new Map([...element.attributes].filter(({ name }) => !DROPPED.test(name)).map(({ name, value }) => [name, value]));
    for (const [property, value] of resolved.properties)
      if (!/^(?:display|background|background-color|max-width|vector-effect)$/.test(property)) attributes.set(property, value);
    if (resolved.properties.get('display') === 'none') return '';
    const own = scale * Number(/scale\(([\d.]+)/.exec(attributes.get('transform') ?? '')?.[1] ?? 1);
    if (resolved.properties.get('vector-effect') === 'non-scaling-stroke')
      for (const name of ['stroke-width', 'stroke-dasharray'])
        attributes.set(
          name,
          (attributes.get(name) ?? (name === 'stroke-width' ? '1' : 'none')).replace(/[\d.]+/g, (size) => `${round(Number(size) / own)}`),
        );
    for (const [name, value] of Object.entries(replaced)) attributes.set(name, value);
    const context = { inherited: resolved.inherited, scale: own };
    if (tag === 'use') {
      const target = figure.ownerDocument.getElementById((element.getAttribute('href') ?? '').slice(1));
      return target ? `<svg overflow="visible"${format(attributes)}>${serialize(target, context)}</svg>` : '';
    }
    const children = [...element.childNodes].map((node) =>
      node.nodeType === 3 ? escape(node.textContent ?? '') : node.nodeType === 1 ? serialize(node as Element, context) : '',
    );
    const name = tag === 'a' ? 'g' : tag;
    return `<${name}${format(attributes)}>${children.join('')}</${name}>`;
  };
}

const format = (attributes: ReadonlyMap<string, string>) => [...attributes].map(([name, value]) => ` ${name}="${escape(value)}"`).join('');

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const round = (value: number) => Math.round(value * 100) / 100;

interface Face {
  size: number;
  family: string;
  color: string;
}

/** Returns a text in lines as wide as the figure. */
function textBlock(text: string, { size, family, color }: Face): Block {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const line = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && measureText(line, size) <= Math.min(WIDTH, 46 * size)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  const spans = lines.map((line, index) => `<tspan x="0" y="${round(size * (1 + 1.35 * index))}">${escape(line)}</tspan>`);
  return {
    markup: `<text font-family="${escape(family)}" font-size="${size}" fill="${color}">${spans.join('')}</text>`,
    height: lines.length * size * 1.35,
  };
}

/** Returns the items of a key in lines: each a mark, which is a small drawing or a voice mark, and its text. */
function keyBlock(key: Element, serialize: (svg: Element) => string): Block {
  let [x, y] = [0, 0];
  const items = [...key.children].map((item) => {
    const svg = item.querySelector('svg');
    const voice = item.querySelector('.voice');
    const markWidth = svg ? Number(svg.getAttribute('width') ?? 14) + 5 : voice ? 15 : 0;
    const text = textOf(item);
    const width = markWidth + measureText(text, 15);
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + 23];
    const mark = svg ? `<g transform="translate(0 ${2})">${serialize(svg)}</g>` : voice ? voiceMark(voice) : '';
    const markup = `<g transform="translate(${round(x)} ${y})">${mark}<text x="${markWidth}" y="14" font-size="15" fill="${SOFT}">${escape(text)}</text></g>`;
    x += width + 20;
    return markup;
  });
  return { markup: items.join(''), height: items.length > 0 ? y + 23 : 0 };
}

const COLORS: Record<string, string> = { japan: '#b3341f', russia: '#1d5591', third: '#7b7566', unnamed: '#7b7566' };

/** Draws a voice mark (voice.css): the shapes of one or two speakers, and the bar of who passed it on. */
function voiceMark({ classList }: Element): string {
  const find = (prefix: string) => Object.keys(COLORS).find((form) => classList.contains(prefix + form));
  const [first, second, relay] = [find(''), find('and-'), find('by-')];
  const shape = (form: string, y: number, height: number) => {
    const color = COLORS[form]!;
    if (form === 'japan') return `<rect y="${y}" width="10" height="${height}" rx="${Math.min(5, height / 2)}" fill="${color}"/>`;
    if (form === 'russia') return `<rect y="${y}" width="10" height="${height}" fill="${color}"/>`;
    if (form === 'unnamed')
      return `<rect x="0.75" y="${y + 0.75}" width="8.5" height="${height - 1.5}" fill="none" stroke="${color}" stroke-width="1.5"/>`;
    return `<path d="M5 ${y}l5 ${height * 0.3}v${height * 0.4}l-5 ${height * 0.3}l-5 ${-height * 0.3}v${-height * 0.4}z" fill="${color}"/>`;
  };
  return [
    first && shape(first, 1, second ? 7 : 14),
    second && shape(second, 8.5, 6.5),
    relay && `<rect y="17" width="10" height="3" fill="${COLORS[relay]}"/>`,
  ]
    .filter(Boolean)
    .join('');
}

/** Groups drawings: those with a view box are next to each other, others below each other. */
function rowsOf(drawings: readonly Element[]): Element[][] {
  const [boxed, fluid] = [drawings.filter((svg) => svg.hasAttribute('viewBox')), drawings.filter((svg) => !svg.hasAttribute('viewBox'))];
  return [...(boxed.length > 0 ? [boxed] : []), ...fluid.map((svg) => [svg])];
}

interface Drawing {
  svg: Element;
  /** Width and height in units. */
  box: [width: number, height: number];
  /** Width on the page, in pixels. */
  width: number;
}

function viewBoxOf(svg: Element): [number, number] {
  const [, , width, height] =
    svg
      .getAttribute('viewBox')
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  return width && height ? [width, height] : [WIDTH, Number(svg.getAttribute('height'))];
}

/** Returns the width of a drawing on the page: the largest that its style allows, or else its own. */
function widthOf(svg: Element, maxWidth = ''): number {
  const [, size, unit] = /^([\d.]+)(px|rem)$/.exec(maxWidth) ?? [];
  return size ? Number(size) * (unit === 'rem' ? 16 : 1) : viewBoxOf(svg)[0];
}

/** Returns drawings next to each other, together as wide as the figure. */
function drawingBlock(row: readonly Drawing[], serialize: (svg: Element, scale: number) => string): Block {
  const gap = 24;
  const enlarge = (WIDTH - gap * (row.length - 1)) / row.reduce((sum, { width }) => sum + width, 0);
  let x = 0;
  const heights: number[] = [];
  const markup = row.map(({ svg, box, width }) => {
    const scale = (width * enlarge) / box[0];
    const place = `x="${round(x)}" y="0" width="${round(width * enlarge)}" height="${round(box[1] * scale)}"`;
    x += width * enlarge + gap;
    heights.push(box[1] * scale);
    return serialize(svg, scale).replace(/^<svg[^>]*>/, (tag) =>
      tag.replace(/ (?:width|height|x|y)="[^"]*"/g, '').replace('<svg', `<svg ${place}`),
    );
  });
  return { markup: markup.join(''), height: Math.max(...heights) };
}

/** Returns a table as a drawing: texts, tints of cells, and bars. */
function tableBlock(table: Element, propertiesOf: (cell: Element) => ReadonlyMap<string, string>): Block {
  const ROW = 25;
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.children]);
  const columns = Math.max(...rows.map(({ length }) => length));
  const head = Math.min(
    WIDTH * 0.42,
    16 + Math.max(...rows.filter(({ length }) => length === columns).map(([first]) => measureText(textOf(first!), 15))),
  );
  const width = Math.min((WIDTH - head) / Math.max(1, columns - 1), 760);
  const markup = rows.flatMap((cells, index) => {
    const y = index * ROW;
    const line = `<path d="M0 ${y}h${round(head + width * (columns - 1))}" stroke="${RULE}"/>`;
    const texts = cells.map((cell, column) => {
      const x = column === 0 ? 0 : head + (column - 1) * width;
      const properties = propertiesOf(cell);
      const tint = /^(?:#|rgb)\S+$/.exec(properties.get('background-color') ?? properties.get('background') ?? '')?.[0];
      const [bar, voice] = [cell.querySelector('svg rect'), cell.querySelector('.voice')];
      const indent = column > 0 ? 6 : voice ? 17 : 0;
      const fill = bar ? (propertiesOf(bar).get('fill') ?? SOFT) : SOFT;
      const share = parseFloat(bar?.getAttribute('width') ?? '0') / 100;
      const isStrong = cell.closest('thead') !== null || cells.length < columns;
      return [
        tint && `<rect x="${round(x)}" y="${y + 1}" width="${round(width - 2)}" height="${ROW - 2}" fill="${tint}"/>`,
        bar && `<rect x="${round(x + 34)}" y="${y + 8}" width="${round(share * (width - 54))}" height="9" fill="${fill}"/>`,
        voice && `<g transform="translate(${x} ${y + 4})">${voiceMark(voice)}</g>`,
        `<text x="${round(x + indent)}" y="${y + 17}" font-size="15" fill="${cell.closest('thead') ? SOFT : INK}"${isStrong ? ' font-weight="600"' : ''}>${escape(textOf(cell))}</text>`,
      ]
        .filter(Boolean)
        .join('');
    });
    return [line, ...texts];
  });
  return { markup: markup.join(''), height: rows.length * ROW };
}
