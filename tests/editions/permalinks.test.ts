import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  identifiersOf,
  collectPermalinks,
  parsePermalinks,
  findBrokenPermalinks,
  newPermalinks,
  serializePermalinks,
  type BuiltSite,
} from '../../src/editions/permalinks.ts';

const text = [
  '/data/record.json',
  '/entries/alpha/ .bib .json #s1 #s2',
  '/entries/alpha/s1/ alpha.s1 .bib',
  '/entries/alpha/s2/ alpha.s2',
  '/timeline/ #y2001 #undated',
].join('\n');
const list = parsePermalinks(text);

const build = (change: Partial<BuiltSite> = {}): BuiltSite => ({
  pages: new Map([
    ['/', new Set(['main'])],
    ['/entries/alpha/', new Set(['s1', 's2', 'ledger'])],
    ['/entries/alpha/s1/', new Set(['cite'])],
    ['/entries/alpha/s2/', new Set(['cite'])],
    ['/themes/oil/', new Set(['price', 'overview'])],
    ['/timeline/', new Set(['y2001', 'undated', 'filters'])],
  ]),
  files: new Set(['/entries/alpha.bib', '/entries/alpha.json', '/entries/alpha/s1.bib', '/data/record.json', '/_assets/a.js', '/404.html']),
  statements: new Set(['alpha.s1', 'alpha.s2']),
  retired: new Set(),
  ...change,
});
const without = <Item>(all: ReadonlySet<Item>, item: Item) => new Set([...all].filter((each) => each !== item));
const withoutPage = (address: string) => new Map([...build().pages].filter(([each]) => each !== address));

describe('a list of addresses', () => {
  it('is read and written the same', () => {
    expect(
      serializePermalinks(list)
        .replace(/^#.*\n/gm, '')
        .trimEnd(),
    ).toBe(text);
    expect(parsePermalinks(serializePermalinks(list))).toEqual(list);
  });

  it('names every claim once', () => {
    expect(list.flatMap(identifiersOf)).toEqual([
      '/data/record.json',
      '/entries/alpha/',
      '/entries/alpha.bib',
      '/entries/alpha.json',
      '/entries/alpha/#s1',
      '/entries/alpha/#s2',
      '/entries/alpha/s1/',
      '/entries/alpha/s1.bib',
      'alpha.s1',
      '/entries/alpha/s2/',
      'alpha.s2',
      '/timeline/',
      '/timeline/#y2001',
      '/timeline/#undated',
    ]);
  });

  test.each([
    ['/a/ b', 'line 1 of the addresses: “b” is no statement, form or anchor'],
    ['# head\na/', 'line 2 of the addresses: “a/” is no address'],
  ])('is refused where it says %j', (broken, message) => {
    expect(() => parsePermalinks(broken)).toThrow(message);
  });
});

describe('what a build issues', () => {
  const questions = new Map([['/themes/oil/', ['price']]]);

  it('is its pages with forms, statements and lasting anchors, and the files of the data', () => {
    expect(serializePermalinks(collectPermalinks(build(), questions)).replace(/^#.*\n/gm, '')).toBe(
      `/\n${text.replace('#y2001', '#y2001').split('\n').slice(0, 4).join('\n')}\n/themes/oil/ #price\n/timeline/ #y2001 #undated\n`,
    );
  });

  it('answers all that it issues', () => {
    expect(findBrokenPermalinks(collectPermalinks(build(), questions), build())).toEqual([]);
  });

  it('leaves out what was issued before, and only that', () => {
    const earlier = parsePermalinks(
      '/entries/alpha/ .bib #s1\n/entries/alpha/s1/ alpha.s1 .bib\n/data/record.json\n/\n/timeline/ #y2001 #undated',
    );
    const fresh = newPermalinks(collectPermalinks(build(), questions), earlier);
    expect(serializePermalinks(fresh).replace(/^#.*\n/gm, '')).toBe(
      '/entries/alpha/ .json #s2\n/entries/alpha/s2/ alpha.s2\n/themes/oil/ #price\n',
    );
  });

  it('with what was issued before is all that it issues, whatever that was', () => {
    const all = collectPermalinks(build(), questions);
    fc.assert(
      fc.property(fc.subarray(all), (earlier) => {
        const claims = [...earlier, ...newPermalinks(all, earlier)].flatMap(identifiersOf);
        expect(new Set(claims)).toEqual(new Set(all.flatMap(identifiersOf)));
      }),
    );
  });
});

describe('what no longer answers', () => {
  test.each<[string, Partial<BuiltSite>, string[]]>([
    ['nothing', {}, []],
    ['a page', { pages: withoutPage('/entries/alpha/s2/') }, ['/entries/alpha/s2/']],
    ['a file', { files: without(build().files, '/data/record.json') }, ['/data/record.json']],
    ['a form of a page', { files: without(build().files, '/entries/alpha.bib') }, ['/entries/alpha.bib']],
    ['an anchor', { pages: new Map([...build().pages, ['/timeline/', new Set(['undated'])]]) }, ['/timeline/#y2001']],
    ['a page with its anchors', { pages: withoutPage('/timeline/') }, ['/timeline/', '/timeline/#y2001', '/timeline/#undated']],
    ['a statement', { statements: new Set(['alpha.s1']) }, ['alpha.s2']],
    [
      'nothing of a retired page but its forms',
      { retired: new Set(['/timeline/']), pages: new Map([...build().pages, ['/timeline/', new Set<string>()]]) },
      [],
    ],
    ['nothing of a statement whose page is retired', { retired: new Set(['/entries/alpha/s2/']), statements: new Set(['alpha.s1']) }, []],
  ])('is %s', (_, change, gone) => {
    expect(findBrokenPermalinks(list, build(change))).toEqual(gone);
  });

  it('is every claim of any page, file or statement that is taken away', () => {
    const all = collectPermalinks(build(), new Map());
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ address, statements }) => {
        const gone = findBrokenPermalinks(
          all,
          build({
            pages: withoutPage(address),
            files: without(build().files, address),
            statements: new Set([...build().statements].filter((id) => !statements.includes(id))),
          }),
        );
        expect(gone).toEqual(expect.arrayContaining([address, ...statements]));
      }),
    );
  });
});
