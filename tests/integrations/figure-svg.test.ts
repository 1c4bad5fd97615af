import { Resvg } from '@resvg/resvg-js';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { cardSvg } from '../../src/integrations/drawings/card-svg.ts';
import { figureSvg } from '../../src/integrations/drawings/figure-svg.ts';
import { styleResolver } from '../../src/integrations/drawings/resolve-styles.ts';

const draw = (css: string, content: string) => {
  const { document } = parseHTML(
    `<html><head><style>${css}</style></head><body><figure data-figure="x"><h2>A & B</h2><p class="frame-about">Boats</p>${content}
<figcaption><span class="frame-source">Two articles</span><details class="frame-cite"><p><span>“A & B”</span></p></details></figcaption></figure></body></html>`,
  );
  return figureSvg(document.querySelector('figure') as unknown as Element, styleResolver(document));
};

describe('figureSvg', () => {
  it('returns a drawing that a renderer reads, with title, subtitle, source and citation', () => {
    const svg = draw('', '<svg width="100%" height="20"><text x="50%" y="9">ō</text></svg>');
    expect(new Resvg(svg, { font: { loadSystemFonts: false } }).width).toBe(1200);
    for (const text of ['A &amp; B', 'Boats', 'Two articles. “A &amp; B”', '>ō<']) expect(svg).toContain(text);
  });

  it('writes the styles of a wide screen in light colours as attributes', () => {
    const css = `:root{--side:light-dark(#a00,#f00)}.mark{color:var(--side);fill:var(--fill,currentcolor)}
@media (min-width:60em){.mark{stroke-width:2px}}@media print{.mark{stroke:red}}.mark:hover{stroke:blue}`;
    expect(draw(css, '<svg width="100%" height="9"><circle class="mark" r="4"/></svg>')).toContain(
      '<circle r="4" color="#a00" fill="currentColor" stroke-width="2px">',
    );
  });

  it('prefers the more specific rule, whatever its order', () => {
    expect(draw('svg .a.b{fill:#111}.a{fill:#333}', '<svg width="100%" height="9"><path class="a b"/></svg>')).toContain('fill="#111"');
  });

  it('draws what a `use` refers to with the variables of its context', () => {
    const css = '.shape{fill:var(--fill,#000)}.open{--fill:#fff}';
    const content =
      '<svg width="100%" height="9"><defs><circle id="c" class="shape" r="4"/></defs><use class="open" href="#c" x="25%"/></svg>';
    expect(draw(css, content)).toContain('<svg overflow="visible" x="25%"><circle r="4" fill="#fff"></circle></svg>');
  });

  it('leaves out what a wide screen does not show, links and text alternatives', () => {
    const content =
      '<svg class="phone" width="9" height="9"><path/></svg><svg width="100%" height="9"><title>T</title><a href="/x/"><rect/></a></svg>';
    const svg = draw('@media (min-width:35em){.phone{display:none}}', content);
    expect(svg).toContain('<g><rect></rect></g>');
    for (const absent of ['<path', '>T<', 'href']) expect(svg).not.toContain(absent);
  });

  it('divides strokes that do not scale by the scale of the drawing', () => {
    const css = 'path{vector-effect:non-scaling-stroke;stroke-width:2px}';
    expect(draw(css, '<svg viewBox="0 0 566 100"><path d="M0 0h9"/></svg>')).toContain('stroke-width="1px"');
  });

  it('draws the cells, bars and marks of a table', () => {
    const content = '<table><tr><th><i class="voice japan by-russia"></i>Boats</th><td>7 <svg><rect width="50%"/></svg></td></tr></table>';
    const svg = draw('td rect{fill:#b00}', content);
    for (const part of ['>Boats<', '>7<', 'a5 5 0 0 1 5 5v4', 'y="17" width="10" height="3" fill="#1d5591"']) expect(svg).toContain(part);
    expect(svg).toMatch(/<rect width="50%" fill="#b00">/);
  });

  it('draws rows of a name, a line and words', () => {
    const row =
      '<li><p><i class="voice russia"></i>Boats sail</p><div><svg width="100%" height="100%"><path/></svg></div><p>They sail</p></li>';
    const svg = draw('', `<div class="lines"><h3>Later</h3><ul>${row}</ul></div>`);
    for (const part of ['>Later<', '>Boats sail<', 'width="544"', '>They sail<']) expect(svg).toContain(part);
  });

  it('draws the strips of the glance below its lines', () => {
    const row = '<li class="glance-row"><p><a>Gazette 2001</a></p><span data-n="2"><a class="voice japan"></a></span></li>';
    const svg = draw('', `<ol class="glance-rows">${row}</ol><svg viewBox="0 0 1132 90"><path d="M0 0h9"/></svg>`);
    for (const part of ['>Gazette 2001<', '>2<', 'fill="#b3341f"']) expect(svg.indexOf(part)).toBeLessThan(svg.indexOf('<path d="M0 0h9"'));
    expect(svg).toContain('>Gazette 2001<');
  });
});

describe('cardSvg', () => {
  it.each([9, 50, 110, 180, 280, 500])('keeps a title of %i characters between the name of the site and the line', (length) => {
    const svg = cardSvg({
      title: 'An ill wind '.repeat(42).slice(0, length),
      line: 'Marrow Strait · a line that is too long for the width '.repeat(2),
    });
    const blocks = [...svg.matchAll(/translate\(80 ([\d.]+)\)"><text font-size="(\d+)" .*?<\/text>/g)].map(([block, y, size]) => ({
      top: Number(y),
      bottom: Number(y) + Math.max(...[...block.matchAll(/ y="([\d.]+)"/g)].map(([, line]) => Number(line))) + 0.25 * Number(size),
    }));
    const [name, title] = blocks;
    const foot = Number(/translate\(168 ([\d.]+)/.exec(svg)![1]);
    expect(title!.top).toBeGreaterThan(name!.bottom - 5);
    expect(title!.bottom).toBeLessThan(foot + 5);
  });
});
