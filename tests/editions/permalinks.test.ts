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

describe('parsePermalinks', () => {
  it('parses the output of serializePermalinks', () => {
    expect(
      serializePermalinks(list)
        .replace(/^#.*\n/gm, '')
        .trimEnd(),
    ).toBe(text);
    expect(parsePermalinks(serializePermalinks(list))).toEqual(list);
  });

  it('returns permalinks whose identifiers are all listed by identifiersOf', () => {
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
    ['/a/ b', 'line 1: “b” is not a statement, format or anchor'],
    ['# head\na/', 'line 2: “a/” is not a path'],
  ])('throws for %j', (broken, message) => {
    expect(() => parsePermalinks(broken)).toThrow(message);
  });
});

describe('collectPermalinks', () => {
  const questions = new Map([['/themes/oil/', ['price']]]);

  it('returns pages with formats, statements and lasting anchors, and data files', () => {
    expect(serializePermalinks(collectPermalinks(build(), questions)).replace(/^#.*\n/gm, '')).toBe(
      `/\n${text.split('\n').slice(0, 4).join('\n')}\n/themes/oil/ #price\n/timeline/ #y2001 #undated\n`,
    );
  });

  it('returns permalinks that all resolve in the same build', () => {
    expect(findBrokenPermalinks(collectPermalinks(build(), questions), build())).toEqual([]);
  });

  it('is filtered by newPermalinks, which removes earlier identifiers', () => {
    const earlier = parsePermalinks(
      '/entries/alpha/ .bib #s1\n/entries/alpha/s1/ alpha.s1 .bib\n/data/record.json\n/\n/timeline/ #y2001 #undated',
    );
    const fresh = newPermalinks(collectPermalinks(build(), questions), earlier);
    expect(serializePermalinks(fresh).replace(/^#.*\n/gm, '')).toBe(
      '/entries/alpha/ .json #s2\n/entries/alpha/s2/ alpha.s2\n/themes/oil/ #price\n',
    );
  });

  it('is filtered by newPermalinks: earlier and new identifiers are all identifiers of the build', () => {
    const all = collectPermalinks(build(), questions);
    fc.assert(
      fc.property(fc.subarray(all), (earlier) => {
        const identifiers = [...earlier, ...newPermalinks(all, earlier)].flatMap(identifiersOf);
        expect(new Set(identifiers)).toEqual(new Set(all.flatMap(identifiersOf)));
      }),
    );
  });
});

describe('findBrokenPermalinks', () => {
  test.each<[string, Partial<BuiltSite>, string[]]>([
    ['nothing for the build itself', {}, []],
    ['a missing page', { pages: withoutPage('/entries/alpha/s2/') }, ['/entries/alpha/s2/']],
    ['a missing file', { files: without(build().files, '/data/record.json') }, ['/data/record.json']],
    ['a missing format of a page', { files: without(build().files, '/entries/alpha.bib') }, ['/entries/alpha.bib']],
    ['a missing anchor', { pages: new Map([...build().pages, ['/timeline/', new Set(['undated'])]]) }, ['/timeline/#y2001']],
    ['a missing page with its anchors', { pages: withoutPage('/timeline/') }, ['/timeline/', '/timeline/#y2001', '/timeline/#undated']],
    ['a missing statement', { statements: new Set(['alpha.s1']) }, ['alpha.s2']],
    [
      'no anchor of a retired page',
      { retired: new Set(['/timeline/']), pages: new Map([...build().pages, ['/timeline/', new Set<string>()]]) },
      [],
    ],
    ['no statement whose page is retired', { retired: new Set(['/entries/alpha/s2/']), statements: new Set(['alpha.s1']) }, []],
  ])('reports %s', (_, change, broken) => {
    expect(findBrokenPermalinks(list, build(change))).toEqual(broken);
  });

  it('reports path and statements of any page or file that is removed', () => {
    const all = collectPermalinks(build(), new Map());
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ address, statements }) => {
        const broken = findBrokenPermalinks(
          all,
          build({
            pages: withoutPage(address),
            files: without(build().files, address),
            statements: new Set([...build().statements].filter((id) => !statements.includes(id))),
          }),
        );
        expect(broken).toEqual(expect.arrayContaining([address, ...statements]));
      }),
    );
  });
});
