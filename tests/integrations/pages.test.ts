import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addCsp, createPolicy, prefixHeaderPaths, trimPage } from '../../src/integrations/pages.ts';

/** Returns the styles that remain on a page with these contents. */
const trim = (css: string, body: string, ...added: string[]) =>
  /<style>([^]*)<\/style>/.exec(trimPage(`<html><style>${css}</style><body>${body}`, new Set(added)))![1];

describe('trimPage', () => {
  it.each([
    ['a class of the page', '.a{x:y}', '<p class="b a">'],
    ['an element of the page', 'p>b{x:y}', '<p><b>'],
    ['an id of the page', '#a{x:y}', '<p id="a">'],
    ['one of several alternatives', ':is(.z,p:hover)>:is(.z,b){x:y}', '<p><b>'],
    ['no class or element', ':root{x:y}*{x:y}[hidden]{x:y}', ''],
    ['classes that a condition excludes', 'p:not(.z,:has(.z)){x:y}', '<p>'],
    ['conditions in conditions', 'p:has(b:checked):not(:has(b:is(a,b:not(.z,.y)))){x:y}', '<p><b>'],
    ['steps of an animation', '@keyframes k{0%{x:y}to{x:y}}', ''],
    ['at-rules without a selector', '@page{margin:0}', ''],
    ['used rules inside a condition', '@media (width>=1em){p{x:y}}', '<p>'],
    ['a font of characters on the page', '@font-face{unicode-range:U+20-FF,U+3042;src:x}', 'あ'],
    ['a font whose range has wildcards', '@font-face{unicode-range:U+4??;src:x}', 'Я'],
    ['all fonts on the search page, whose results have other characters', '@font-face{unicode-range:U+3042;src:x}', '<record-search>'],
    ['voice marks of all kinds where scripts render statements', '.joint.and-third,.by-and-russia{x:y}', '<record-notebook>'],
    ['system fonts', '@font-face{font-family:A;src:local(x)}', ''],
    ['system fonts after a line break between style sheets', 'p{x:y}\n@font-face{font-family:A;src:local(x)}', '<p>'],
    ['classes that a preview copies from another page', '.voice{x:y}.joint.and-third{x:y}', ''],
    ['what the script of every page adds', '.preview,p.visually-hidden{x:y}', ''],
  ])('keeps rules for %s', (_, css, body) => {
    expect(trim(css, body)).toBe(css);
  });

  it('removes the selectors of a rule that match nothing', () => {
    expect(trim('.z,p:hover,p:is(.y),#a{x:y}', '<p>')).toBe('p:hover{x:y}');
  });

  it('removes custom properties that neither a rule nor a script reads', () => {
    expect(trim(':root{--a:1;--b:2;--c:3}p{x:var(--a,0)}', '<p>', '--c')).toBe(':root{--a:1;--c:3}p{x:var(--a,0)}');
  });

  it('joins the styles of a page, those for a medium last', () => {
    const page = '<html><style media="print">p{x:y}.a{x:y}</style><style>p{y:z}</style><style>\n:root{x:y}\n</style><body><p>';
    expect(trimPage(page, new Set())).toBe('<html><style>p{y:z}\n:root{x:y}\n@media print{p{x:y}}</style><body><p>');
  });

  it('keeps rules for classes and elements that a script may add', () => {
    expect(trim('li.off{x:y}', '', 'li', 'off')).toBe('li.off{x:y}');
  });

  it.each([
    ['classes that the page lacks', '.a{x:y}', '<p class="ab">'],
    ['elements that the page lacks', 'table td{x:y}', '<p>'],
    ['a selector of which only a part is on the page', 'p .z:hover{x:y}', '<p>'],
    ['conditions of which the page has no alternative', 'p:is(.z,:has(.z)),section:has(>p>.z,.y){x:y}', '<section><p>'],
    ['ids that the page lacks', '#b{x:y}', '<p id="a">'],
    ['conditions that are empty without their rules', '@media print{.a{x:y}}', ''],
    ['fonts of characters that the page lacks', '@font-face{unicode-range:U+3040-309F;src:x}', 'a'],
    ['fonts whose range has wildcards that exclude its characters', '@font-face{unicode-range:U+4??;src:x}', 'あ'],
  ])('removes rules for %s', (_, css, body) => {
    expect(trim(css, body)).toBe('');
  });
});

describe('createPolicy', () => {
  const directive = (html: string, name: string) =>
    createPolicy(html)
      .split(';')
      .find((each) => each.startsWith(name));
  // printf 'a{}' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";

  it('allows inline styles and scripts by the hash of their text', () => {
    expect(directive('<style>a{}</style>', 'style-src')).toBe(`style-src ${hash}`);
    expect(directive('<script type="module">a{}</script>', 'script-src')).toBe(`script-src 'self' ${hash}`);
    expect(directive('<script>a{}</script><script>a{}</script>', 'script-src')).toBe(`script-src 'self' ${hash}`);
  });

  it('allows style sheets of the same host on a page that has one', () => {
    expect(directive('<link rel="stylesheet" href="/a.css"><style>a{}</style>', 'style-src')).toBe(`style-src 'self' ${hash}`);
  });

  it('forbids inline styles on a page without any, and ignores scripts that are files or data', () => {
    expect(directive('', 'style-src')).toBe("style-src 'none'");
    expect(directive('<script src="/a.js"></script><script type="application/ld+json">{}</script>', 'script-src')).toBe(
      "script-src 'self'",
    );
  });

  it('allows WebAssembly only on pages with the search', () => {
    expect(directive('<record-search></record-search>', 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  });
});

describe('addCsp', () => {
  it('inserts the policy after the charset', () => {
    expect(addCsp('<head><meta charset="utf-8"><title>')).toMatch(
      /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><title>$/,
    );
  });

  it('throws if the page has no charset', () => {
    expect(() => addCsp('<head></head>')).toThrow('no <meta charset="utf-8">');
  });
});

describe('prefixHeaderPaths', () => {
  const headersFile = readFileSync('public/_headers', 'utf8');
  const paths = (text: string) => text.match(/^\/.*$/gm);

  it('returns the file unchanged for the base path /', () => {
    expect(prefixHeaderPaths('/', headersFile)).toBe(headersFile);
  });

  it.each(['/record', '/record/'])('prefixes each path with the base path %s and changes nothing else', (base) => {
    const prefixed = prefixHeaderPaths(base, headersFile);
    expect(paths(prefixed)).toEqual(paths(headersFile)!.map((path) => `/record${path}`));
    expect(prefixed.replaceAll(/^\/record/gm, '')).toBe(headersFile);
  });
});
