import { createHash } from 'node:crypto';
import type { Catalogue, SearchRecord } from '../../src/search/search-record.ts';
import type { SearchablePage } from '../build/searchable-page.ts';

/** What there is to search. */
export interface Searchable {
  catalogue: Catalogue;
  pages: SearchablePage[];
}

/** Kinds of which a larger archive has more; themes, terms and pages about the Record stay as many as they are. */
const GROWING: readonly string[] = ['actor', 'event', 'place', 'article', 'statement'];

/**
 * An archive so many times as large, the same on every run: the Record itself, and copies of it in which every name, and half of
 * the words that are rare, are others, so that names grow as the archive does and the common words stay.
 */
export function grown({ catalogue, pages }: Searchable, times: number): Searchable {
  const names = ownNames(catalogue.records);
  const rare = rareWords(catalogue.records);
  const records = catalogue.records.filter(({ kind }) => GROWING.includes(kind));
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const copies = Array.from({ length: times - 1 }, (_, index) => {
    const rewrite = rewriter(index + 1, names, rare);
    const id = (plain: string) => `${plain}-c${index + 1}`;
    return {
      records: records.map((record) => copyOf(record, `/c${index + 1}`, rewrite, id)),
      pages: records.map(({ address }) => pageCopy(byAddress.get(address)!, `/c${index + 1}${address}`, rewrite)),
      labels: Object.entries(catalogue.labels.actor).map(([actor, label]) => [id(actor), rewrite(label)] as const),
      articles: Object.entries(catalogue.labels.article).map(([article, label]) => [id(article), rewrite(label)] as const),
    };
  });
  const { labels } = catalogue;
  return {
    catalogue: {
      ...catalogue,
      records: [...catalogue.records, ...copies.flatMap((copy) => copy.records)],
      labels: {
        ...labels,
        actor: { ...labels.actor, ...Object.fromEntries(copies.flatMap((copy) => copy.labels)) },
        article: { ...labels.article, ...Object.fromEntries(copies.flatMap((copy) => copy.articles)) },
      },
    },
    pages: [...pages, ...copies.flatMap((copy) => copy.pages)],
  };
}

type Rewrite = (text: string) => string;

function copyOf(record: SearchRecord, root: string, rewrite: Rewrite, id: (plain: string) => string): SearchRecord {
  const { address, title, names, misspellings, keywords, text, facts, facets } = record;
  const renamed = ([facet, values]: [string, readonly string[]]) => [
    facet,
    ['article', 'actor', 'speaker'].includes(facet) ? values.map(id) : values,
  ];
  return {
    ...record,
    address: root + address,
    title: rewrite(title),
    names: names.map(rewrite),
    misspellings: misspellings.map(rewrite),
    keywords: keywords.map(rewrite),
    text: rewrite(text),
    facts: facts.map(rewrite),
    facets: Object.fromEntries(Object.entries(facets).map(renamed)),
  };
}

/** Rewritten when it is read, for all pages of a large archive are more than there is room for. */
function pageCopy(page: SearchablePage, address: string, rewrite: Rewrite): SearchablePage {
  return {
    address,
    title: rewrite(page.title),
    description: rewrite(page.description),
    get html() {
      return page.html.replace(/>[^<]+</g, rewrite);
    },
    get text() {
      return rewrite(page.text);
    },
  };
}

const WORD = /[\p{L}\p{M}]+/gu;

/** Words of the names of actors and places that no text has in lower case. */
function ownNames(records: readonly SearchRecord[]): Set<string> {
  const plain = new Set(
    records.flatMap(({ text }) => text.match(WORD) ?? []).filter((word) => word === word.toLowerCase() && /^[a-z]/.test(word)),
  );
  return new Set(
    records
      .filter(({ kind }) => kind === 'actor' || kind === 'place')
      .flatMap(({ title, names, misspellings }) => [title, ...names, ...misspellings].flatMap((name) => name.match(WORD) ?? []))
      .map((word) => word.toLowerCase())
      .filter((word) => word.length > 1 && !plain.has(word)),
  );
}

function rareWords(records: readonly SearchRecord[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of records)
    for (const word of new Set(text.toLowerCase().match(WORD) ?? [])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count <= 2).map(([word]) => word));
}

function rewriter(copy: number, names: ReadonlySet<string>, rare: ReadonlySet<string>): Rewrite {
  const known = new Map<string, string>();
  const other = (word: string) => {
    const plain = word.toLowerCase();
    const lot = createHash('sha256').update(`${copy} ${plain}`).digest();
    return names.has(plain) || (rare.has(plain) && lot[0]! < 128) ? invented(word, lot) : word;
  };
  return (text) =>
    text.replace(WORD, (word) => {
      const before = known.get(word) ?? other(word);
      known.set(word, before);
      return before;
    });
}

const ALPHABETS = ['aeiou', 'bcdfghjklmnprstvz', 'аеиоуы', 'бвгджзклмнпрстфхчш'];

/** A word of the same shape: vowels become other vowels, consonants other consonants, kanji and kana their neighbours. */
function invented(word: string, lot: Buffer): string {
  return [...word]
    .map((letter, index) => {
      const shift = 1 + lot[index % lot.length]!;
      const lower = letter.toLowerCase();
      const alphabet = ALPHABETS.find((letters) => letters.includes(lower));
      if (alphabet) {
        const next = alphabet[(alphabet.indexOf(lower) + shift) % alphabet.length]!;
        return letter === lower ? next : next.toUpperCase();
      }
      if (/\p{Script=Han}/u.test(letter)) return String.fromCodePoint(0x4e00 + ((letter.codePointAt(0)! - 0x4e00 + shift * 31) % 0x4000));
      if (/\p{Script=Katakana}/u.test(letter) && letter !== 'ー')
        return String.fromCodePoint(0x30a2 + ((letter.codePointAt(0)! - 0x30a2 + shift) % 0x50));
      return letter;
    })
    .join('');
}
