import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { findLeaks } from '../support/leaks.ts';
import { pageChecks } from '../support/page-checks.ts';
import { builtPages, type BuiltPage } from '../support/built-pages.ts';
import { builtSite } from '../support/built-site.ts';

const pages = builtPages();
const site = builtSite(pages);

interface Break {
  what: string;
  /** Of the truth that no longer holds. */
  truth: RegExp;
  of?: string;
  from: string | RegExp;
  to: string;
  fault: RegExp;
}

const inMain = { from: '</main>', fault: /./ };

/** Real pages, broken in memory: what is put where, and the fault that must be named. */
const breaks: Break[] = [
  { what: 'a link to a page that is not there', truth: /^links only/, from: 'href="/about/"', to: 'href="/abuot/"', fault: /\/abuot\// },
  { what: 'a link to an anchor that is not there', truth: /^links only/, from: 'href="#cite"', to: 'href="#sight"', fault: /#sight/ },
  { what: 'a form that leads nowhere', truth: /^links only/, from: 'action="/search/"', to: 'action="/seek/"', fault: /\/seek\// },
  { what: 'a link with a broken escape', truth: /^links only/, from: 'href="/about/"', to: 'href="/about%E0/"', fault: /%E0/ },
  {
    what: 'an outside link that no content has',
    truth: /^leads/,
    ...inMain,
    to: '<a href="https://example.org/">x</a></main>',
    fault: /not in the content: https:\/\/example\.org/,
  },
  {
    what: 'an outside link that is not well-formed',
    truth: /^leads/,
    ...inMain,
    to: '<a href="https://exa mple.org/">x</a></main>',
    fault: /not well-formed/,
  },
  { what: 'a mail link', truth: /^leads/, ...inMain, to: '<a href="mailto:a@example.org">x</a></main>', fault: /not a plain web address/ },
  {
    what: 'a javascript link',
    truth: /^leads/,
    ...inMain,
    to: '<a href="JaVaScript:alert(1)">x</a></main>',
    fault: /not a plain web address/,
  },
  {
    what: 'a name and password in a link',
    truth: /^leads/,
    ...inMain,
    to: '<a href="https://a:b@tass.com/">x</a></main>',
    fault: /not a plain web address/,
  },
  {
    what: 'a picture of another host',
    truth: /^asks/,
    ...inMain,
    to: '<img alt="" src="https://example.org/a.png"></main>',
    fault: /example\.org/,
  },
  {
    what: 'a picture of another host, without its scheme',
    truth: /^asks/,
    ...inMain,
    to: '<img alt="" src="//example.org/a.png"></main>',
    fault: /example\.org/,
  },
  {
    what: 'a script of another host',
    truth: /^asks/,
    from: '</body>',
    to: '<script src="https://example.org/a.js"></script></body>',
    fault: /example\.org/,
  },
  {
    what: 'a connection opened in advance',
    truth: /^asks/,
    from: '</head>',
    to: '<link rel="preconnect" href="https://example.org"></head>',
    fault: /example\.org/,
  },
  {
    what: 'a style sheet of another host',
    truth: /^asks/,
    from: '</head>',
    to: '<link rel="stylesheet" href="https://example.org/a.css"></head>',
    fault: /example\.org/,
  },
  {
    what: 'a font of another host',
    truth: /^asks/,
    from: '</style>',
    to: '@font-face{src:url(https://example.org/a.woff2)}</style>',
    fault: /example\.org/,
  },
  {
    what: 'an imported style sheet',
    truth: /^asks/,
    from: '</style>',
    to: '@import "https://example.org/a.css";</style>',
    fault: /example\.org/,
  },
  { what: 'a form to another host', truth: /^asks/, from: 'action="/search/"', to: 'action="https://example.org/"', fault: /example\.org/ },
  { what: 'no policy', truth: /policy/, from: /<meta http-equiv="content-security-policy"[^>]*>/, to: '', fault: /0 policies/ },
  {
    what: 'a style that was changed after it was hashed',
    truth: /policy/,
    from: '</style>',
    to: 'a{}</style>',
    fault: /style-src lacks 'sha256-/,
  },
  { what: 'a second style', truth: /policy/, from: '</head>', to: '<style>a{}</style></head>', fault: /style-src lacks 'sha256-/ },
  {
    what: 'an inline script without its hash',
    truth: /policy/,
    from: '</body>',
    to: '<script>1</script></body>',
    fault: /script-src lacks 'sha256-/,
  },
  {
    what: 'an inline module without its hash',
    truth: /policy/,
    from: '</body>',
    to: '<script type="module">1</script></body>',
    fault: /script-src lacks 'sha256-/,
  },
  {
    what: 'unsafe-inline',
    truth: /policy/,
    from: 'style-src ',
    to: "style-src 'unsafe-inline' ",
    fault: /style-src allows 'unsafe-inline'/,
  },
  {
    what: 'WebAssembly where nothing is searched',
    truth: /policy/,
    from: "script-src 'self'",
    to: "script-src 'self' 'wasm-unsafe-eval'",
    fault: /allows 'wasm-unsafe-eval'/,
  },
  {
    what: 'a search without WebAssembly',
    truth: /policy/,
    of: '/search/',
    from: " 'wasm-unsafe-eval'",
    to: '',
    fault: /lacks 'wasm-unsafe-eval'/,
  },
  { what: 'another host in the policy', truth: /policy/, from: "img-src 'self'", to: "img-src 'self' example.org", fault: /img-src is/ },
  {
    what: 'a policy that comes after a script',
    truth: /policy/,
    from: '<meta charset="utf-8">',
    to: '<meta charset="utf-8"><script src="/a.js"></script>',
    fault: /too late/,
  },
  { what: 'an inline style attribute', truth: /policy/, ...inMain, to: '<p style="color:red">x</p></main>', fault: /<p style=/ },
  { what: 'an event handler', truth: /policy/, ...inMain, to: '<p onpointerenter="a()">x</p></main>', fault: /<p onpointerenter=/ },
  { what: 'a script in an address', truth: /policy/, ...inMain, to: '<a href=" javascript:a()">x</a></main>', fault: /javascript:/ },
  { what: 'a second h1', truth: /one h1/, ...inMain, to: '<h1>x</h1></main>', fault: /2 h1/ },
  {
    what: 'the title of another page',
    truth: /title of its own/,
    from: /<title>[^<]*/,
    to: '<title>Actors · The Japan–Russia Record',
    fault: /title as of \/actors\//,
  },
  { what: 'an empty title', truth: /title of its own/, from: /<title>[^<]*/, to: '<title>', fault: /no title/ },
  {
    what: 'no description',
    truth: /title of its own/,
    from: '<meta name="description"',
    to: '<meta name="descripton"',
    fault: /no description/,
  },
  { what: 'an id twice', truth: /id twice/, ...inMain, to: '<p id="main">x</p></main>', fault: /#main/ },
  { what: 'a level of headings left out', truth: /headings/, ...inMain, to: '<h2>x</h2><h5>y</h5></main>', fault: /2 5/ },
  {
    what: 'a part that the contents leave out',
    truth: /contents/,
    of: '/entries/tass-2026/',
    ...inMain,
    to: '<h2 id="more">x</h2></main>',
    fault: /parts .*#more/,
  },
  { what: 'a link with white space at its end', truth: /white space/, ...inMain, to: '<a href="/about/">x </a></main>', fault: /x <\/a>/ },
  { what: 'kanji without a language', truth: /language/, ...inMain, to: '<p>東京</p></main>', fault: /en: 東京/ },
  { what: 'kana marked as Russian', truth: /language/, ...inMain, to: '<p lang="ru">サハリン</p></main>', fault: /ru: サハリン/ },
  {
    what: 'Cyrillic in a label',
    truth: /language/,
    ...inMain,
    to: '<a href="/about/" aria-label="Токио">x</a></main>',
    fault: /en: Токио/,
  },
  {
    what: 'Cyrillic inside an English quotation of a Russian page',
    truth: /language/,
    ...inMain,
    to: '<p lang="ru">Токио <q lang="en">Токио</q></p></main>',
    fault: /en: Токио/,
  },
  {
    what: 'a picture without alternative',
    truth: /alternative/,
    ...inMain,
    to: '<img src="/favicon.svg"></main>',
    fault: /<img> without alt/,
  },
  {
    what: 'a drawing that is not told',
    truth: /alternative/,
    ...inMain,
    to: '<svg class="a"></svg></main>',
    fault: /<svg class="a"> not told/,
  },
  {
    what: 'a drawing named by what is not there',
    truth: /alternative/,
    ...inMain,
    to: '<svg class="a" role="img" aria-labelledby="nobody"></svg></main>',
    fault: /not told/,
  },
];

describe('a broken page is caught:', () => {
  test.each(breaks)('$what', ({ truth, of = '/entries/tass-2026/s18/', from, to, fault }) => {
    const page = pages.get(of)!;
    const check = pageChecks.find((each) => truth.test(each.truth))!;
    expect(check.faults(page, site), 'before it is broken').toEqual([]);
    const html = page.html.replace(from, to.replaceAll('$', '$$$$'));
    expect(html, 'the page has what is to be broken').not.toBe(page.html);
    expect(check.faults(read(page.address, html), site).join('\n')).toMatch(fault);
  });

  test.each(pageChecks)('there is a break for “$truth”', ({ truth }) => {
    expect(breaks.some((each) => each.truth.test(truth))).toBe(true);
  });
});

describe('a leak is caught:', () => {
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

const read = (address: string, html: string): BuiltPage => ({ address, html, document: parseHTML(html).document as unknown as Document });
