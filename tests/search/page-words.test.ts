import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { parseIndexablePage } from '../../src/search/index/write-search-index.ts';
import { findMissingPages, getPageWords } from '../support/page-words.ts';

/** A page with terms, a table and a figure, without white space between its elements. */
const html =
  '<main><h1>Ferries</h1><dl><dt>Harbour</dt><dd>Alder</dd></dl><table><caption>Fares</caption><tr><th>Lantern</th><td>1,250</td></tr></table>' +
  '<figure><figcaption>Marrow–Alder</figcaption></figure><p><span>Crossing</span><time>1871</time>, “by night”; see /ferries/ or a.b.example.</p>' +
  '<button>Copy</button><p hidden>Unseen</p></main>';
const document = parseHTML(html).document;
const pages = new Map([['/ferries/', getPageWords(document)]]);

/** Returns the results of a search for each word of the page that finds only the words of this text. */
const searchWords = (text: string) => {
  const indexed = text.split(/\s+/).map((word) => word.replace(/^[“”]+|[“”;,]+$/g, '').toLowerCase());
  return new Map([...pages.get('/ferries/')!].map((word) => [word, indexed.includes(word) ? ['/ferries/'] : []]));
};

describe('getPageWords', () => {
  it('returns the words of lists, tables, captions and text as readers would type them', () => {
    expect([...pages.get('/ferries/')!]).toEqual(
      'ferries harbour alder fares lantern 1,250 marrow–alder crossing 1871 by night see or'.split(' '),
    );
  });

  it('returns no words for a page without a main part', () => {
    expect(getPageWords(parseHTML('<p>Harbour</p>').document)).toEqual(new Set());
  });
});

describe('findMissingPages', () => {
  it('reports every word that is joined to the next one', () => {
    expect(findMissingPages(pages, searchWords(document.querySelector('main')!.textContent))).toEqual(
      ['ferries', 'harbour', 'alder', 'fares', 'lantern', '1,250', 'marrow–alder', 'crossing', '1871'].map((word) => `${word} → /ferries/`),
    );
  });

  it('reports nothing for the text of parseIndexablePage', () => {
    const { text } = parseIndexablePage('/ferries/', html)!;
    expect(findMissingPages(pages, searchWords(text.replace(/ – /g, '–')))).toEqual([]);
  });

  test.each([
    ['another page', ['/lamp-oil/']],
    ['no page', []],
  ])('reports a word that finds %s', (_, found) => {
    expect(findMissingPages(pages, new Map([['harbour', found]]))).toEqual(['harbour → /ferries/']);
  });
});
