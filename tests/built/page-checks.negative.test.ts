import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { findLeaks } from '../support/leaks.ts';
import { pageChecks } from '../support/page-checks.ts';
import { builtPages, type BuiltPage } from '../support/built-pages.ts';
import { builtSite } from '../support/built-site.ts';

const pages = builtPages();
const site = builtSite(pages);
const entry = [...pages.keys()].find((path) => /^\/entries\/[^/]+\/$/.test(path))!;
const statement = [...pages.keys()].find((path) => path.startsWith(entry) && /\/s\d+\/$/.test(path))!;

interface Break {
  what: string;
  /** Matches the description of the check that must fail. */
  description: RegExp;
  /** Path of the page that is broken; a statement if left out. */
  of?: string;
  from: string | RegExp;
  to: string;
  fault: RegExp;
}

const inMain = { from: '</main>', fault: /./ };

/** Changes that break a built page in memory, each with the fault that must be reported. */
const breaks: Break[] = [
  {
    what: 'a link to a page that does not exist',
    description: /^links only to pages/,
    from: 'href="/about/"',
    to: 'href="/abuot/"',
    fault: /\/abuot\//,
  },
  {
    what: 'a link to an anchor that does not exist',
    description: /^links only to pages/,
    from: 'href="#cite"',
    to: 'href="#sight"',
    fault: /#sight/,
  },
  {
    what: 'a form with a missing target',
    description: /^links only to pages/,
    from: 'action="/search/"',
    to: 'action="/seek/"',
    fault: /\/seek\//,
  },
  {
    what: 'a link with a broken escape',
    description: /^links only to pages/,
    from: 'href="/about/"',
    to: 'href="/about%E0/"',
    fault: /%E0/,
  },
  {
    what: 'an external link that is not in the content',
    description: /^links to other hosts/,
    ...inMain,
    to: '<a href="https://example.org/">x</a></main>',
    fault: /not in the content: https:\/\/example\.org/,
  },
  {
    what: 'an external link that is not well-formed',
    description: /^links to other hosts/,
    ...inMain,
    to: '<a href="https://exa mple.org/">x</a></main>',
    fault: /not well-formed/,
  },
  {
    what: 'a mail link',
    description: /^links to other hosts/,
    ...inMain,
    to: '<a href="mailto:a@example.org">x</a></main>',
    fault: /not a plain web address/,
  },
  {
    what: 'a javascript link',
    description: /^links to other hosts/,
    ...inMain,
    to: '<a href="JaVaScript:alert(1)">x</a></main>',
    fault: /not a plain web address/,
  },
  {
    what: 'a name and password in a link',
    description: /^links to other hosts/,
    ...inMain,
    to: '<a href="https://a:b@tass.com/">x</a></main>',
    fault: /not a plain web address/,
  },
  {
    what: 'a picture of another host',
    description: /^loads/,
    ...inMain,
    to: '<img alt="" src="https://example.org/a.png"></main>',
    fault: /example\.org/,
  },
  {
    what: 'a picture of another host, without its scheme',
    description: /^loads/,
    ...inMain,
    to: '<img alt="" src="//example.org/a.png"></main>',
    fault: /example\.org/,
  },
  {
    what: 'a script of another host',
    description: /^loads/,
    from: '</body>',
    to: '<script src="https://example.org/a.js"></script></body>',
    fault: /example\.org/,
  },
  {
    what: 'a connection opened in advance',
    description: /^loads/,
    from: '</head>',
    to: '<link rel="preconnect" href="https://example.org"></head>',
    fault: /example\.org/,
  },
  {
    what: 'a style sheet of another host',
    description: /^loads/,
    from: '</head>',
    to: '<link rel="stylesheet" href="https://example.org/a.css"></head>',
    fault: /example\.org/,
  },
  {
    what: 'a font of another host',
    description: /^loads/,
    from: '</style>',
    to: '@font-face{src:url(https://example.org/a.woff2)}</style>',
    fault: /example\.org/,
  },
  {
    what: 'an imported style sheet',
    description: /^loads/,
    from: '</style>',
    to: '@import "https://example.org/a.css";</style>',
    fault: /example\.org/,
  },
  {
    what: 'a form to another host',
    description: /^loads/,
    from: 'action="/search/"',
    to: 'action="https://example.org/"',
    fault: /example\.org/,
  },
  { what: 'no policy', description: /Policy/, from: /<meta http-equiv="content-security-policy"[^>]*>/, to: '', fault: /0 policies/ },
  {
    what: 'a style that was changed after it was hashed',
    description: /Policy/,
    from: '</style>',
    to: 'a{}</style>',
    fault: /style-src lacks 'sha256-/,
  },
  { what: 'a second style', description: /Policy/, from: '</head>', to: '<style>a{}</style></head>', fault: /style-src lacks 'sha256-/ },
  {
    what: 'an inline script without its hash',
    description: /Policy/,
    from: '</body>',
    to: '<script>1</script></body>',
    fault: /script-src lacks 'sha256-/,
  },
  {
    what: 'an inline module without its hash',
    description: /Policy/,
    from: '</body>',
    to: '<script type="module">1</script></body>',
    fault: /script-src lacks 'sha256-/,
  },
  {
    what: 'unsafe-inline',
    description: /Policy/,
    from: 'style-src ',
    to: "style-src 'unsafe-inline' ",
    fault: /style-src allows 'unsafe-inline'/,
  },
  {
    what: 'WebAssembly on a page without search',
    description: /Policy/,
    from: "script-src 'self'",
    to: "script-src 'self' 'wasm-unsafe-eval'",
    fault: /allows 'wasm-unsafe-eval'/,
  },
  {
    what: 'a search without WebAssembly',
    description: /Policy/,
    of: '/search/',
    from: " 'wasm-unsafe-eval'",
    to: '',
    fault: /lacks 'wasm-unsafe-eval'/,
  },
  {
    what: 'another host in the policy',
    description: /Policy/,
    from: "img-src 'self'",
    to: "img-src 'self' example.org",
    fault: /img-src is/,
  },
  {
    what: 'a policy that comes after a script',
    description: /Policy/,
    from: '<meta charset="utf-8">',
    to: '<meta charset="utf-8"><script src="/a.js"></script>',
    fault: /after a resource/,
  },
  { what: 'an inline style attribute', description: /Policy/, ...inMain, to: '<p style="color:red">x</p></main>', fault: /<p style=/ },
  { what: 'an event handler', description: /Policy/, ...inMain, to: '<p onpointerenter="a()">x</p></main>', fault: /<p onpointerenter=/ },
  { what: 'a script in an address', description: /Policy/, ...inMain, to: '<a href=" javascript:a()">x</a></main>', fault: /javascript:/ },
  { what: 'a second h1', description: /one h1/, ...inMain, to: '<h1>x</h1></main>', fault: /2 h1/ },
  {
    what: 'the title of another page',
    description: /unique title/,
    from: /<title>[^<]*/,
    to: '<title>People and organisations · The Japan–Russia Record',
    fault: /same title as \/actors\//,
  },
  { what: 'an empty title', description: /unique title/, from: /<title>[^<]*/, to: '<title>', fault: /no title/ },
  {
    what: 'no description',
    description: /unique title/,
    from: '<meta name="description"',
    to: '<meta name="descripton"',
    fault: /no description/,
  },
  { what: 'an id twice', description: /unique ids/, ...inMain, to: '<p id="main">x</p></main>', fault: /#main/ },
  { what: 'a skipped heading level', description: /heading level/, ...inMain, to: '<h2>x</h2><h5>y</h5></main>', fault: /2 5/ },
  {
    what: 'a section missing from the contents',
    description: /contents/,
    of: entry,
    ...inMain,
    to: '<h2 id="more">x</h2></main>',
    fault: /parts .*#more/,
  },
  {
    what: 'a link with white space at its end',
    description: /white space/,
    ...inMain,
    to: '<a href="/about/">x </a></main>',
    fault: /x <\/a>/,
  },
  { what: 'kanji without a language', description: /language/, ...inMain, to: '<p>東京</p></main>', fault: /en: 東京/ },
  { what: 'kana marked as Russian', description: /language/, ...inMain, to: '<p lang="ru">サハリン</p></main>', fault: /ru: サハリン/ },
  {
    what: 'Cyrillic in a label',
    description: /language/,
    ...inMain,
    to: '<a href="/about/" aria-label="Токио">x</a></main>',
    fault: /en: Токио/,
  },
  {
    what: 'Cyrillic inside an English quotation of a Russian page',
    description: /language/,
    ...inMain,
    to: '<p lang="ru">Токио <q lang="en">Токио</q></p></main>',
    fault: /en: Токио/,
  },
  {
    what: 'a picture without alternative',
    description: /alternative/,
    ...inMain,
    to: '<img src="/favicon.svg"></main>',
    fault: /<img> without alt/,
  },
  {
    what: 'a drawing without a name',
    description: /alternative/,
    ...inMain,
    to: '<svg class="a"></svg></main>',
    fault: /<svg class="a"> without a name/,
  },
  {
    what: 'a drawing with a missing label',
    description: /alternative/,
    ...inMain,
    to: '<svg class="a" role="img" aria-labelledby="nobody"></svg></main>',
    fault: /without a name/,
  },
];

describe('a broken page is reported:', () => {
  test.each(breaks)('$what', ({ description, of = statement, from, to, fault }) => {
    const page = pages.get(of)!;
    const check = pageChecks.find((each) => description.test(each.description))!;
    expect(check.faults(page, site), 'before it is broken').toEqual([]);
    const html = page.html.replace(from, to.replaceAll('$', '$$$$'));
    expect(html, 'the page contains what is to be replaced').not.toBe(page.html);
    expect(check.faults(read(page.address, html), site).join('\n')).toMatch(fault);
  });

  test.each(pageChecks)('a case breaks “every page $description”', ({ description }) => {
    expect(breaks.some((each) => each.description.test(description))).toBe(true);
  });
});

describe('a leak is reported:', () => {
  test.each([
    'see file:///a',
    '"/home/someone/record"',
    'C:\\Users\\someone',
    'at node (/a/node_modules/b)',
    'src/pages/index.astro',
    'data-astro-source-file=""',
    '//# sourceMappingURL=a.map',
    'by [object Object]',
    'undefined, Japan',
    'NaN %',
    'on Invalid Date',
    '${name}',
    '{{ name }}',
    'TODO: write',
    'Lorem ipsum',
    'draft: true',
  ])('%s', (text) => expect(findLeaks(`Text. ${text} And more.`)).toHaveLength(1));

  it.each(['An undefinable border', 'title = {{Asia}}', 'Todos Santos', 'a draft treaty', 'a line\\nAn end'])('but not in %s', (text) => {
    expect(findLeaks(text)).toEqual([]);
  });
});

const read = (address: string, html: string): BuiltPage => ({ address, html, document: parseHTML(html).document });
