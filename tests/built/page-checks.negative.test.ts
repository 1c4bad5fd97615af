import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { findLeaks, pageChecks } from '../support/page-checks.ts';
import { builtPages, type BuiltPage } from '../support/built-pages.ts';
import { builtSite } from '../support/built-site.ts';

const pages = builtPages();
const site = builtSite(pages);
const entry = [...pages.keys()].find((path) => /^\/entries\/[^/]+\/$/.test(path))!;
const statement = [...pages.keys()].find((path) => path.startsWith(entry) && /\/s\d+\/$/.test(path))!;

/**
 * Changes that break a built page in memory: the check that must fail, by its description, and a name. Then what is replaced, by what,
 * the fault that must be reported, and the page if it is not a statement.
 */
const breaks: [check: RegExp, what: string, from: string | RegExp, to: string, fault: RegExp, of?: string][] = [
  [/^links only to pages/, 'a link to a page that does not exist', 'href="/about/"', 'href="/abuot/"', /\/abuot\//],
  [/^links only to pages/, 'a link to an anchor that does not exist', 'href="#cite"', 'href="#sight"', /#sight/],
  [/^links only to pages/, 'a form with a missing target', 'action="/search/#index"', 'action="/seek/"', /\/seek\//],
  [/^links only to pages/, 'a link with a broken escape', 'href="/about/"', 'href="/about%E0/"', /%E0/],
  [
    /^links to other hosts/,
    'an external link that is not in the content',
    '</main>',
    '<a href="https://example.org/">x</a></main>',
    /not in the content: https:\/\/example\.org/,
  ],
  [
    /^links to other hosts/,
    'an external link that is not well-formed',
    '</main>',
    '<a href="https://exa mple.org/">x</a></main>',
    /not well-formed/,
  ],
  [/^links to other hosts/, 'a mail link', '</main>', '<a href="mailto:a@example.org">x</a></main>', /not a plain web address/],
  [/^links to other hosts/, 'a javascript link', '</main>', '<a href="JaVaScript:alert(1)">x</a></main>', /not a plain web address/],
  [
    /^links to other hosts/,
    'a name and password in a link',
    '</main>',
    '<a href="https://a:b@tass.com/">x</a></main>',
    /not a plain web address/,
  ],
  [/^loads/, 'a picture of another host', '</main>', '<img alt="" src="https://example.org/a.png"></main>', /example\.org/],
  [/^loads/, 'a picture of another host, without its scheme', '</main>', '<img alt="" src="//example.org/a.png"></main>', /example\.org/],
  [/^loads/, 'a script of another host', '</body>', '<script src="https://example.org/a.js"></script></body>', /example\.org/],
  [/^loads/, 'a connection opened in advance', '</head>', '<link rel="preconnect" href="https://example.org"></head>', /example\.org/],
  [/^loads/, 'a style sheet of another host', '</head>', '<link rel="stylesheet" href="https://example.org/a.css"></head>', /example\.org/],
  [/^loads/, 'a font of another host', '</style>', '@font-face{src:url(https://example.org/a.woff2)}</style>', /example\.org/],
  [/^loads/, 'an imported style sheet', '</style>', '@import "https://example.org/a.css";</style>', /example\.org/],
  [/^loads/, 'a form to another host', 'action="/search/#index"', 'action="https://example.org/"', /example\.org/],
  [/Policy/, 'no policy', /<meta http-equiv="content-security-policy"[^>]*>/, '', /0 policies/],
  [/Policy/, 'a style that was changed after it was hashed', '</style>', 'a{}</style>', /style-src lacks 'sha256-/],
  [/Policy/, 'a second style', '</head>', '<style>a{}</style></head>', /style-src lacks 'sha256-/],
  [/Policy/, 'an inline script without its hash', '</body>', '<script>1</script></body>', /script-src lacks 'sha256-/],
  [/Policy/, 'an inline module without its hash', '</body>', '<script type="module">1</script></body>', /script-src lacks 'sha256-/],
  [/Policy/, 'unsafe-inline', 'style-src ', "style-src 'unsafe-inline' ", /style-src allows 'unsafe-inline'/],
  [
    /Policy/,
    'WebAssembly on a page without search',
    "script-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    /allows 'wasm-unsafe-eval'/,
  ],
  [/Policy/, 'a search without WebAssembly', " 'wasm-unsafe-eval'", '', /lacks 'wasm-unsafe-eval'/, '/search/'],
  [/Policy/, 'another host in the policy', "img-src 'self'", "img-src 'self' example.org", /img-src is/],
  [
    /Policy/,
    'a policy that comes after a script',
    '<meta charset="utf-8">',
    '<meta charset="utf-8"><script src="/a.js"></script>',
    /after a resource/,
  ],
  [/Policy/, 'an inline style attribute', '</main>', '<p style="color:red">x</p></main>', /<p style=/],
  [/Policy/, 'an event handler', '</main>', '<p onpointerenter="a()">x</p></main>', /<p onpointerenter=/],
  [/Policy/, 'a script in an address', '</main>', '<a href=" javascript:a()">x</a></main>', /javascript:/],
  [/one h1/, 'a second h1', '</main>', '<h1>x</h1></main>', /2 h1/],
  [
    /unique title/,
    'the title of another page',
    /<title>[^<]*/,
    '<title>People and organisations · The Japan–Russia Record',
    /same title as \/actors\//,
  ],
  [/unique title/, 'an empty title', /<title>[^<]*/, '<title>', /no title/],
  [/unique title/, 'no description', '<meta name="description"', '<meta name="descripton"', /no description/],
  [/unique ids/, 'an id twice', '</main>', '<p id="main">x</p></main>', /#main/],
  [/heading level/, 'a skipped heading level', '</main>', '<h2>x</h2><h5>y</h5></main>', /2 5/],
  [/contents/, 'a section missing from the contents', '</main>', '<h2 id="more">x</h2></main>', /parts .*#more/, entry],
  [/white space/, 'a link with white space at its end', '</main>', '<a href="/about/">x </a></main>', /x <\/a>/],
  [/language/, 'kanji without a language', '</main>', '<p>東京</p></main>', /en: 東京/],
  [/language/, 'kana marked as Russian', '</main>', '<p lang="ru">サハリン</p></main>', /ru: サハリン/],
  [/language/, 'Cyrillic in a label', '</main>', '<a href="/about/" aria-label="Токио">x</a></main>', /en: Токио/],
  [
    /language/,
    'Cyrillic inside an English quotation of a Russian page',
    '</main>',
    '<p lang="ru">Токио <q lang="en">Токио</q></p></main>',
    /en: Токио/,
  ],
  [/alternative/, 'a picture without alternative', '</main>', '<img src="/favicon.svg"></main>', /<img> without alt/],
  [/alternative/, 'a drawing without a name', '</main>', '<svg class="a"></svg></main>', /<svg class="a"> without a name/],
  [
    /alternative/,
    'a drawing with a missing label',
    '</main>',
    '<svg class="a" role="img" aria-labelledby="nobody"></svg></main>',
    /without a name/,
  ],
];

describe('the checks of pages', () => {
  test.each(breaks)('match %s and report %s', (description, _, from, to, fault, of = statement) => {
    const page = pages.get(of)!;
    const check = pageChecks.find((each) => description.test(each.description))!;
    expect(check.faults(page, site), 'before it is broken').toEqual([]);
    const html = page.html.replace(from, to.replaceAll('$', '$$$$'));
    expect(html, 'the page contains what is to be replaced').not.toBe(page.html);
    expect(check.faults(read(page.address, html), site).join('\n')).toMatch(fault);
  });

  test.each(pageChecks)('have a case that breaks “every page $description”', ({ description }) => {
    expect(breaks.some(([check]) => check.test(description))).toBe(true);
  });
});

describe('findLeaks', () => {
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
  ])('reports “%s”', (text) => expect(findLeaks(`Text. ${text} And more.`)).toHaveLength(1));

  it.each(['An undefinable border', 'title = {{Asia}}', 'Todos Santos', 'a draft treaty', 'a line\\nAn end'])(
    'reports nothing in “%s”',
    (text) => {
      expect(findLeaks(text)).toEqual([]);
    },
  );
});

const read = (address: string, html: string): BuiltPage => ({ address, html, document: parseHTML(html).document });
