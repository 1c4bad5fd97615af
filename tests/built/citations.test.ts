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
/** Redirects are neither cited nor read. */
const read = [...pages.values()].filter(({ document }) => !document.querySelector('meta[http-equiv=refresh]'));
const cited = read.filter(({ address }) => isCitable(address)).map(citedPage);

describe('the build', () => {
  it('has one citable page for each thing of the Record', () => {
    const record = JSON.parse(readFileSync(join(DIST, 'data/record.json'), 'utf8')) as Record<string, unknown[]>;
    const counts = Object.fromEntries(
      ['entries', 'statements', 'events', 'actors', 'themes', 'places', 'terms'].map((name) => [name, record[name]!.length]),
    );
    const questions = record['themes'] as { questions: unknown[] }[];
    const found = Object.groupBy(cited, ({ address }) => kindOf(address));
    expect(Object.fromEntries(Object.entries(found).map(([kind, list]) => [kind, list!.length]))).toEqual({
      entry: counts['entries'],
      source: counts['entries'],
      statement: counts['statements'],
      event: counts['events'],
      actor: counts['actors'],
      theme: counts['themes'],
      question: questions.reduce((sum, theme) => sum + theme.questions.length, 0),
      place: counts['places'],
      term: counts['terms'],
      data: 1,
    });
  });

  it('has pages whose head, formats and graph agree', () => {
    expect(cited.flatMap((page) => findFaults(page, build).map((fault) => `${page.address} ${fault}`)).slice(0, 20)).toEqual([]);
  });

  it('gives each page a unique key', () => expect(findKeyFaults(cited)).toEqual([]));

  it('uses the same keys in the files of the whole Record', () => {
    const keys = cited.map(({ csl }) => (JSON.parse(csl) as { id: string }[])[0]!.id).toSorted();
    const text = (extension: string) => readFileSync(join(DIST, `data/record.${extension}`), 'utf8');
    const { entries, errors } = parse(text('bib'));
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key).toSorted()).toEqual(keys);
    expect((JSON.parse(text('csl.json')) as { id: string }[]).map(({ id }) => id).toSorted()).toEqual(keys);
    expect([...text('ris').matchAll(/^ID {2}- (.*)\r$/gm)].map(([, key]) => key).toSorted()).toEqual(keys);
  });

  it.skipIf(!build.vocabulary)('has JSON-LD that expands to terms of schema.org, on pages and as a whole', async () => {
    // The nodes of all pages are in one document, so that the context is parsed once.
    const graphs = [...pages.values()].flatMap(({ document }) =>
      [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => JSON.parse(textContent) as Graph),
    );
    expect(graphs).toHaveLength(cited.length);
    const together = { '@context': 'https://schema.org', '@graph': graphs.flatMap((graph) => graph['@graph']) };
    expect(await expansionFaults(together, build.vocabulary!)).toEqual([]);
    expect(await expansionFaults(wholeGraph(), build.vocabulary!)).toEqual([]);
  });
});

describe('a page without a citation', () => {
  it('has a canonical link and no citation tags', () => {
    const lists = read.filter(({ address }) => !isCitable(address));
    expect(
      lists
        .map(({ address }) => address)
        .filter((address) => !/^\/(?:editions|compare)\/./.test(address))
        .toSorted(),
    ).toEqual([...LISTS].toSorted());
    expect(lists.flatMap((page) => findListFaults(page, build).map((fault) => `${page.address} ${fault}`))).toEqual([]);
  });
});
