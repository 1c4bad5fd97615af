import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { parseIndexablePage } from '../../src/search/index/searchable-page.ts';
import { notFound, getPageWords } from '../support/page-words.ts';

/** A page of terms, a table and a picture, with no white space between its elements. */
const html =
  '<main><h1>Ferries</h1><dl><dt>Harbour</dt><dd>Alder</dd></dl><table><caption>Fares</caption><tr><th>Lantern</th><td>1,250</td></tr></table>' +
  '<figure><figcaption>Marrow–Alder</figcaption></figure><p><span>Crossing</span><time>1871</time>, “by night”; see /ferries/ or a.b.example.</p>' +
  '<button>Copy</button><p hidden>Unseen</p></main>';
const document = parseHTML(html).document as unknown as Document;
const page = new Map([['/ferries/', getPageWords(document)]]);

/** What a search over these words answers: the page, or nothing. */
const asked = (indexed: readonly string[]) =>
  new Map([...page.get('/ferries/')!].map((word) => [word, indexed.includes(word) ? ['/ferries/'] : []]));
const split = (text: string) => text.toLowerCase().split(/[\s,;“”]+/);

describe('the words of a page', () => {
  it('are those of its lists, tables, captions and text, as one types them', () => {
    expect([...page.get('/ferries/')!]).toEqual(
      'ferries harbour alder fares lantern 1,250 marrow–alder crossing 1871 by night see or'.split(' '),
    );
  });

  it('are none where a page has no main part', () => {
    expect(getPageWords(parseHTML('<p>Harbour</p>').document as unknown as Document)).toEqual(new Set());
  });
});

describe('the check that every word is found', () => {
  it('tells each word that glued to its neighbour is not found', () => {
    const glued = document.querySelector('main')!.textContent!;
    expect(notFound(page, asked(split(glued)))).toEqual(
      ['ferries', 'harbour', 'alder', 'fares', 'lantern', '1,250', 'marrow–alder', 'crossing', '1871'].map((word) => `${word} → /ferries/`),
    );
  });

  it('is content with what search takes in of the page', () => {
    const { text } = parseIndexablePage('/ferries/', html)!;
    const found = text
      .toLowerCase()
      .replace(/ – /g, '–')
      .split(/\s+/)
      .map((word) => word.replace(/^[“”]+|[“”;,]+$/g, ''));
    expect(notFound(page, asked(found))).toEqual([]);
  });

  test.each([
    ['another page', ['/lamp-oil/']],
    ['nothing', []],
  ])('is not content with %s', (_, found) => {
    expect(notFound(page, new Map([['harbour', found]]))).toEqual(['harbour → /ferries/']);
  });
});
