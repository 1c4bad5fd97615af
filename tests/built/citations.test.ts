import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { citedPage, theBuild, wholeGraph } from '../support/cited-build.ts';
import { findFaults, findKeyFaults, findListFaults, isCitable, kindOf, LISTS } from '../support/citable-pages.ts';
import { expansionFaults, type Graph } from '../support/page-graph.ts';
import { builtPages, DIST } from '../support/built-pages.ts';

const pages = builtPages();
const build = theBuild(pages);
const cited = [...pages.values()].filter(({ address }) => isCitable(address)).map(citedPage);

if (!build.vocabulary) console.warn('shared/data holds no vocabulary of schema.org: JSON-LD is not expanded');
if (!build.validCsl) console.warn('shared/data holds no CSL schema: CSL-JSON is checked by its structure alone');

describe('what can be cited in the build', () => {
  it('is every thing of the Record, once', () => {
    const record = JSON.parse(readFileSync(join(DIST, 'data/record.json'), 'utf8')) as Record<string, unknown[]>;
    const counts = Object.fromEntries(
      ['entries', 'statements', 'events', 'actors', 'themes', 'places', 'terms'].map((name) => [name, record[name]!.length]),
    );
    const found = Object.groupBy(cited, ({ address }) => kindOf(address));
    expect(Object.fromEntries(Object.entries(found).map(([kind, list]) => [kind, list!.length]))).toEqual({
      entry: counts['entries'],
      source: counts['entries'],
      statement: counts['statements'],
      event: counts['events'],
      actor: counts['actors'],
      theme: counts['themes'],
      place: counts['places'],
      term: counts['terms'],
      data: 1,
    });
  });

  it('has a head, four other forms and a graph that agree', () => {
    expect(cited.flatMap((page) => findFaults(page, build).map((fault) => `${page.address} ${fault}`)).slice(0, 20)).toEqual([]);
  });

  it('has a key that nothing else has', () => expect(findKeyFaults(cited)).toEqual([]));

  it('stands in the files of the whole Record under the same keys', () => {
    const keys = cited.map(({ csl }) => (JSON.parse(csl) as { id: string }[])[0]!.id).toSorted();
    const text = (ending: string) => readFileSync(join(DIST, `data/record.${ending}`), 'utf8');
    const { entries, errors } = parse(text('bib'));
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key).toSorted()).toEqual(keys);
    expect((JSON.parse(text('csl.json')) as { id: string }[]).map(({ id }) => id).toSorted()).toEqual(keys);
    expect([...text('ris').matchAll(/^ID {2}- (.*)\r$/gm)].map(([, key]) => key).toSorted()).toEqual(keys);
  });

  it.skipIf(!build.vocabulary)(
    'expands with the context of schema.org into its vocabulary alone, page by page and as a whole',
    async () => {
      // Nodes of all pages in one document: the context is read once.
      const graphs = [...pages.values()].flatMap(({ document }) =>
        [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => JSON.parse(textContent) as Graph),
      );
      expect(graphs).toHaveLength(cited.length);
      const together = { '@context': 'https://schema.org', '@graph': graphs.flatMap((graph) => graph['@graph']) };
      expect(await expansionFaults(together, build.vocabulary!)).toEqual([]);
      expect(await expansionFaults(wholeGraph(), build.vocabulary!)).toEqual([]);
    },
  );
});

describe('a page on which nothing can be cited', () => {
  it('has a canonical of its own and no tag that makes it a work', () => {
    const lists = [...pages.values()].filter(({ address }) => !isCitable(address));
    expect(lists.map(({ address }) => address).toSorted()).toEqual([...LISTS].toSorted());
    expect(lists.flatMap((page) => findListFaults(page, build).map((fault) => `${page.address} ${fault}`))).toEqual([]);
  });
});
