/** The width of the page, in pixels, by which the conditions of style sheets are met. It is not narrower than any layout of the site. */
const PAGE_WIDTH = 1280;

/** The properties that a drawing keeps. Custom properties are kept too. */
const KEPT =
  /^(?:--.*|fill|fill-opacity|stroke|stroke-width|stroke-dasharray|stroke-linejoin|stroke-linecap|paint-order|opacity|font|font-(?:size|weight|style|family)|text-anchor|letter-spacing|display|color|background|background-color|max-width|overflow|vector-effect)$/;

/** The shorthand of fonts: style, weight, size, line height, family. */
const FONT = /^(?:(?<style>italic)\s+)?(?:(?<weight>\d{3})\s+)?(?<size>[\d.]+)(?<unit>px|rem|em)(?:\s*\/\s*\S+)?\s+(?<family>.+)$/;

/** Selectors of pseudo-elements and states. A drawing has none of them. */
const UNSUPPORTED = /::|:(?!root|is\(|not\(|where\(|first-|last-|nth-|only-|empty)/;

type Declarations = [property: string, value: string][];

interface Rule {
  selector: string;
  declarations: Declarations;
}

/** What an element inherits: its custom properties, and the size of its font in pixels. */
export interface Inherited {
  variables: ReadonlyMap<string, string>;
  fontSize: number;
}

/** The styles of an element: properties with their values in light colours, and what its children inherit. */
export interface ResolvedStyle {
  properties: Map<string, string>;
  inherited: Inherited;
}

/** Returns a function that resolves the styles of an element, as the style sheets of the page declare them for wide screens in light colours. */
export function styleResolver(document: Document, root: Element): (element: Element, inherited: Inherited) => ResolvedStyle {
  const declared = new Map<Element, { weight: number; declarations: Declarations }[]>();
  const above: Element[] = [];
  for (let element: Element | null = root; element; element = element.parentElement) above.push(element);
  const rules = [...document.querySelectorAll('style')].flatMap(({ textContent }) => parseRules(textContent));
  for (const [order, { selector, declarations }] of rules.entries())
    for (const single of splitTopLevel(selector, ',')) {
      if (UNSUPPORTED.test(single)) continue;
      const weight = specificity(single) * rules.length + order;
      for (const element of [...above.filter((ancestor) => ancestor.matches(single)), ...root.querySelectorAll(single)])
        declared.set(element, [...(declared.get(element) ?? []), { weight, declarations }]);
    }
  return (element, inherited) => {
    const own = (declared.get(element) ?? []).toSorted((a, b) => a.weight - b.weight).flatMap(({ declarations }) => declarations);
    const variables = new Map(inherited.variables);
    for (const [property, value] of own) if (property.startsWith('--')) variables.set(property, value);
    const properties = new Map<string, string>();
    let { fontSize } = inherited;
    for (const [property, value] of own
      .filter(([name]) => !name.startsWith('--'))
      .map(([name, value]) => [name, resolve(value, variables)] as const)) {
      const font = property === 'font' ? FONT.exec(value)?.groups : undefined;
      if (font) {
        fontSize = toPixels(Number(font['size']), font['unit']!, inherited.fontSize);
        properties.set('font-family', font['family']!);
        if (font['style']) properties.set('font-style', font['style']);
        properties.set('font-weight', font['weight'] ?? '400');
      } else if (property === 'font-size') {
        const [, size, unit] = /^([\d.]+)(px|rem|em)$/.exec(value) ?? [];
        if (size) fontSize = toPixels(Number(size), unit!, inherited.fontSize);
      } else
        properties.set(
          property,
          value.replace(/([\d.]+)em\b/g, (_, size: string) => `${Number(size) * fontSize}`).replace(/currentcolor/gi, 'currentColor'),
        );
    }
    if (fontSize !== inherited.fontSize) properties.set('font-size', `${fontSize}`);
    return { properties, inherited: { variables, fontSize } };
  };
}

const toPixels = (size: number, unit: string, fontSize: number) => size * { px: 1, rem: 16, em: fontSize }[unit]!;

/** Replaces variables by their values, and pairs of colours by the light one. */
function resolve(value: string, variables: ReadonlyMap<string, string>): string {
  const open = /(?:var|light-dark|color-mix)\(/.exec(value);
  if (!open) return value;
  const start = open.index + open[0].length;
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < value.length; end++) depth += value[end] === '(' ? 1 : value[end] === ')' ? -1 : 0;
  const parts = splitTopLevel(value.slice(start, end - 1), ',');
  const replace = () => {
    if (open[0] === 'light-dark(') return parts[0]!;
    if (open[0] === 'color-mix(') return mix(parts.slice(1).map((part) => resolve(part, variables)));
    return variables.get(parts[0]!) ?? parts.slice(1).join(',');
  };
  return resolve(value.slice(0, open.index) + replace() + value.slice(end), variables);
}

/** Mixes two colours (CSS Color 5, in sRGB): `#000 20%`, `#fff` → `rgb(204,204,204)`. */
function mix([first = '', second = '']: readonly string[]): string {
  const [, a, percent = '50'] = /^(\S+)(?:\s+([\d.]+)%)?$/.exec(first.trim()) ?? [];
  const [from, to] = [parseColor(a ?? ''), parseColor(second.trim().split(/\s/)[0]!)];
  const share = Number(percent) / 100;
  if (!from) return first;
  if (!to) return `rgba(${from.join(',')},${share})`;
  return `rgb(${from.map((channel, index) => Math.round(channel * share + to[index]! * (1 - share))).join(',')})`;
}

function parseColor(color: string): number[] | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (!hex) return undefined;
  return (hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!).map((pair) => parseInt(pair, 16));
}

/** Parses the rules of a style sheet that apply to a wide screen. */
function parseRules(css: string): Rule[] {
  const rules: Rule[] = [];
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    let end = open + 1;
    for (let depth = 1; depth > 0 && end < text.length; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
    const prelude = text.slice(text.lastIndexOf(';', open) >= at ? text.lastIndexOf(';', open) + 1 : at, open).trim();
    const body = text.slice(open + 1, end - 1);
    if (!prelude.startsWith('@')) rules.push({ selector: prelude, declarations: parseDeclarations(body) });
    else if (/^@(?:media|container|supports)/.test(prelude) && applies(prelude)) rules.push(...parseRules(body));
    at = end;
  }
  return rules.filter(({ declarations }) => declarations.length > 0);
}

/** Returns whether a condition is met by a wide screen. Conditions that ask for anything but widths are not. */
function applies(condition: string): boolean {
  if (/\bnot\b|print|forced-colors|prefers|scripting/.test(condition)) return false;
  return [...condition.matchAll(/(min-width:|max-width:|width\s*[<>]=?)\s*([\d.]+)(px|rem|em)/g)].every(([, test, size, unit]) => {
    const width = toPixels(Number(size), unit!, 16);
    return /min|>/.test(test!) ? width <= PAGE_WIDTH : width >= PAGE_WIDTH;
  });
}

const parseDeclarations = (body: string): Declarations =>
  splitTopLevel(body, ';')
    .map((declaration): [string, string] => {
      const colon = declaration.indexOf(':');
      return [
        declaration.slice(0, colon).trim(),
        declaration
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      ];
    })
    .filter(([property]) => KEPT.test(property));

/** Splits a text at a character outside brackets and quotation marks. */
function splitTopLevel(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|[\s\S]/g)) {
    if (token === '(' || token === '[') depth++;
    if (token === ')' || token === ']') depth--;
    if (token === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Estimates the specificity of a selector (Selectors 4): ids, then classes, then types. */
function specificity(selector: string): number {
  // `:is()` and `:not()` count as the most specific of their selectors, `:where()` as nothing.
  const plain = selector.replace(/:(is|not|where)\(([^()]*)\)/g, (_, name: string, list: string) =>
    name === 'where'
      ? ''
      : splitTopLevel(list, ',')
          .toSorted((a, b) => specificity(b) - specificity(a))[0]!
          .replace(/^(?=[a-z])/i, ' '),
  );
  const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0;
  return 10_000 * count(/#[\w-]+/g) + 100 * count(/\.[\w-]+|\[[^\]]*\]|:[\w-]+/g) + count(/(?<![\w.#:[-])[a-z][\w-]*/gi);
}
