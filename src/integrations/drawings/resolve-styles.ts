/** The width of the page, in pixels, by which the conditions of style sheets are met. It is not narrower than any layout of the site. */
const PAGE_WIDTH = 1280;

/** The colour below a drawing. */
export const PAPER = '#fbfaf6';

/** The properties that a drawing keeps. Custom properties are kept too. */
const KEPT =
  /^(?:--.*|fill|fill-opacity|stroke|stroke-width|stroke-dasharray|stroke-linejoin|stroke-linecap|paint-order|opacity|font|font-(?:size|weight|style|family)|text-anchor|letter-spacing|display|color|background|background-color|max-width|overflow|vector-effect)$/;

/** The shorthand of fonts: style, weight, size, line height, family. */
const FONT = /^(?:(?<style>italic)\s+)?(?:(?<weight>\d{3})\s+)?(?<size>[\d.]+(?:px|rem|em))(?:\s*\/\s*\S+)?\s+(?<family>.+)$/;

/** Selectors of pseudo-elements and states. A drawing has none of them. */
const UNSUPPORTED = /::|:(?!root|is\(|not\(|where\(|first-|last-|nth-|only-|empty)/;

/** The style of an element: properties with their values in light colours, and what its children inherit. */
export interface ResolvedStyle {
  properties: Map<string, string>;
  variables: ReadonlyMap<string, string>;
  /** The size of its font in pixels. */
  fontSize: number;
}

/** Returns the style of an element. Its parent is another than in the page if a `use` refers to it. */
export type StyleResolver = (element: Element, parent?: ResolvedStyle) => ResolvedStyle;

/** Returns a function that resolves styles as the style sheets of the page declare them for wide screens in light colours. */
export function styleResolver(document: Document): StyleResolver {
  const declared = new Map<Element, { weight: number; style: CSSStyleDeclaration }[]>();
  const resolved = new Map<Element, ResolvedStyle>();
  const rules = [...document.querySelectorAll('style')].flatMap(({ sheet }) => rulesOf(sheet!));
  for (const [order, { selectorText, style }] of rules.entries())
    for (const selector of Array.from(style).some((name) => KEPT.test(name)) ? splitTopLevel(selectorText) : []) {
      if (UNSUPPORTED.test(selector)) continue;
      const weight = specificity(selector) * rules.length + order;
      for (const element of document.querySelectorAll(selector))
        declared.set(element, [...(declared.get(element) ?? []), { weight, style }]);
    }
  return resolve;

  function resolve(element: Element, other?: ResolvedStyle): ResolvedStyle {
    if (other) return resolveIn(element, other);
    const style = resolved.get(element) ?? resolveIn(element, element.parentElement ? resolve(element.parentElement) : undefined);
    resolved.set(element, style);
    return style;
  }

  function resolveIn(element: Element, parent: ResolvedStyle | undefined): ResolvedStyle {
    const declarations = (declared.get(element) ?? [])
      .toSorted((a, b) => a.weight - b.weight)
      .flatMap(({ style }) => Array.from(style, (name) => [name, style.getPropertyValue(name)] as const))
      .filter(([name]) => KEPT.test(name));
    const variables = new Map([...(parent?.variables ?? []), ...declarations.filter(([name]) => name.startsWith('--'))]);
    const properties = new Map<string, string>();
    const inherited = parent?.fontSize ?? 16;
    let fontSize = inherited;
    for (const [name, declaredValue] of declarations.filter(([property]) => !property.startsWith('--'))) {
      const value = replaceFunctions(declaredValue, variables);
      const font = name === 'font' ? FONT.exec(value)?.groups : undefined;
      if (font) {
        fontSize = toPixels(font['size']!, inherited);
        properties.set('font-family', font['family']!);
        properties.set('font-style', font['style'] ?? 'normal');
        properties.set('font-weight', font['weight'] ?? '400');
      } else if (name === 'font-size') fontSize = toPixels(value, inherited);
      else
        properties.set(
          name,
          value.replace(/[\d.]+em\b/g, (size) => `${toPixels(size, fontSize)}`).replace(/currentcolor/i, 'currentColor'),
        );
    }
    if (fontSize !== inherited) properties.set('font-size', `${fontSize}`);
    return { properties, variables, fontSize };
  }
}

/** Converts a length to pixels: `1.5rem` → 24. Returns the size of the font for other units. */
export function toPixels(length: string, fontSize: number): number {
  const [, size, unit] = /^([\d.]+)(px|rem|em)$/.exec(length) ?? [];
  return size ? Number(size) * { px: 1, rem: 16, em: fontSize }[unit as 'px'] : fontSize;
}

/** Replaces variables by their values, pairs of colours by the light one, and mixed colours by their mixture. */
function replaceFunctions(value: string, variables: ReadonlyMap<string, string>): string {
  // Innermost functions first: their arguments have no brackets. An unknown variable has the value of its fallback.
  const replaced = value
    .replace(/var\((--[\w-]+)(?:,([^()]*))?\)/, (_, name: string, fallback: string | undefined) => variables.get(name) ?? fallback ?? '')
    .replace(/light-dark\(([^(),]*),[^()]*\)/, '$1')
    .replace(/color-mix\(in srgb,\s*(#\w+) ([\d.]+)%,\s*(#\w+|transparent)\)/, (_, color: string, percent: string, other: string) =>
      mixColors(color, Number(percent) / 100, other === 'transparent' ? PAPER : other),
    );
  return replaced === value ? value : replaceFunctions(replaced, variables);
}

/** Mixes two colours (CSS Color 5, in sRGB): `#000`, 0.2, `#fff` → `rgb(204,204,204)`. */
function mixColors(color: string, share: number, other: string): string {
  const channels = (hex: string) => (hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex).match(/\w\w/g)!.map((pair) => parseInt(pair, 16));
  const [from, to] = [channels(color), channels(other)];
  return `rgb(${from.map((channel, index) => Math.round(channel * share + to[index]! * (1 - share))).join(',')})`;
}

/** Returns the rules of a style sheet that apply to a wide screen. Conditions about anything but widths do not apply. */
function rulesOf({ cssRules }: { cssRules: CSSRuleList }): CSSStyleRule[] {
  return [...cssRules].flatMap((rule) => {
    if ('selectorText' in rule) return [rule as CSSStyleRule];
    return 'conditionText' in rule && applies(rule.conditionText as string) ? rulesOf(rule as CSSMediaRule) : [];
  });
}

/** Returns whether one of several conditions is met: `(min-width: 47.5em), print`. */
const applies = (conditions: string): boolean =>
  conditions.split(',').some((condition) => {
    if (/\bnot\b|print|forced-colors|prefers|scripting/.test(condition)) return false;
    return [...condition.matchAll(/(min-width:|max-width:|width\s*[<>]=?)\s*([\d.]+(?:px|rem|em))/g)].every(([, test, width]) =>
      /min|>/.test(test!) ? toPixels(width!, 16) <= PAGE_WIDTH : toPixels(width!, 16) >= PAGE_WIDTH,
    );
  });

/** Splits a list of selectors at the commas outside brackets. Brackets are nested at most three levels deep. */
const splitTopLevel = (selectors: string) =>
  selectors.match(/(?:[^,()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g)!.map((selector) => selector.trim());

/** Estimates the specificity of a selector (Selectors 4): ids, then classes, then types. The first selector in `:is()` counts for all. */
function specificity(selector: string): number {
  const plain = selector.replace(/:where\([^()]*\)/g, '').replace(/:(?:is|not)\(([^(),]*)[^()]*\)/g, ' $1');
  const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0;
  return 10_000 * count(/#[\w-]+/g) + 100 * count(/\.[\w-]+|\[[^\]]*\]|:[\w-]+/g) + count(/(?<![\w.#:[-])[a-z][\w-]*/gi);
}
