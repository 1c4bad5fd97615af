import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createEpub, printedBook } from '../../src/books/book-formats.ts';
import { articleBook, recordBook } from '../../src/books/book.ts';
import { xhtml } from '../../src/books/markup.ts';
import { questionsChapter } from '../../src/books/reference-chapters.ts';
import { statementPath } from '../../src/paths/paths.ts';
import type { StatementNode, TheRecord } from '../../src/record/model.ts';
import { site } from '../support/citations.ts';
import { changedRecord, find, getData, recordWithBareEntry } from '../support/fixtures.ts';
import { records } from '../support/record.ts';

const unzip = (epub: Uint8Array) =>
  new Map(Object.entries(unzipSync(epub)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
const epubOf = (record: TheRecord) => createEpub(recordBook(record, site), site);

/** Returns what is wrong with a text as XML without entities and comments: the first tag that does not fit, or the first stray sign. */
function findXmlError(text: string): string | undefined {
  const open: string[] = [];
  const rest = text
    .replace(/^<\?xml [^>]*\?>\n(?:<!DOCTYPE html>\n)?/, '')
    .replace(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (tag, end: string, name: string, _, empty: string) => {
      if (end && open.at(-1) !== name) return `<${tag}`;
      if (end) open.pop();
      else if (!empty) open.push(name);
      return '';
    });
  return /<.{0,60}|&(?!#\d+;|amp;|lt;|gt;).{0,20}/.exec(rest)?.[0] ?? open.at(-1);
}

/** Returns the text of markup: without tags, character references and non-breaking spaces. */
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('\u00a0', ' ');

describe.each(records)('the EPUB of %s', (_, record) => {
  const epub = epubOf(record);
  const files = unzip(epub);
  const documents = [...files].filter(([path]) => path.endsWith('.xhtml'));

  test('begins with its media type, which is not compressed', () => {
    expect(new TextDecoder().decode(epub.slice(0, 58))).toMatch(/^PK[^]{28}mimetypeapplication\/epub\+zip$/);
    expect(epub[8]).toBe(0);
  });

  test('has the same bytes when it is made again', () => {
    expect(epubOf(record)).toEqual(epub);
  });

  test('contains only well-formed XML', () => {
    for (const [path, text] of files) if (/\.(?:xhtml|opf|xml)$/.test(path)) expect(findXmlError(text), path).toBe(undefined);
    expect(files.get('EPUB/title.xhtml')).not.toMatch(/undefined|\[object/);
  });

  test('lists every file in its manifest, and every chapter in its reading order', () => {
    const opf = files.get('EPUB/package.opf')!;
    const items = [...opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/g)];
    expect(new Set(items.map(([, , href]) => `EPUB/${href}`))).toEqual(
      new Set([...files.keys()].filter((path) => path.startsWith('EPUB/') && path !== 'EPUB/package.opf')),
    );
    const order = [...opf.matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => `EPUB/${id}.xhtml`);
    expect(order.toSorted()).toEqual(documents.map(([path]) => path).toSorted());
  });

  test('has unique ids in each file, and links only to what it contains or to absolute URLs', () => {
    const targets = new Set<string>();
    for (const [path, text] of documents) {
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      expect(new Set(ids).size, path).toBe(ids.length);
      for (const target of [path, ...ids.map((id) => `${path}#${id}`)]) targets.add(target);
    }
    const links = documents.flatMap(([, text]) => [...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!));
    expect(links.filter((href) => !URL.canParse(href) && !targets.has(`EPUB/${href}`))).toEqual([]);
    // A statement is cited by its URL, and linked inside the book.
    expect(links.filter((href) => /\/s\d+\/$/.test(href)).length).toBeGreaterThanOrEqual(record.statements.length);
  });

  test('contains every statement once, with number, sentence and address', () => {
    for (const { id, data, entry } of [...record.statements, ...record.withdrawn]) {
      const chapter = files.get(`EPUB/${entry.id}.xhtml`)!;
      const [, item] = chapter.split(` id="entries-${id.replace('.', '-')}">`);
      expect(textOf(item!.split('</p>')[0]!).trim(), id).toBe(data.n + data.text);
      if (!data.withdrawn) expect(item!.split('class="item')[0], id).toContain(`href="${site.url(statementPath(id))}"`);
    }
  });

  test('contains every question, event, actor and place', () => {
    const all = textOf([...files.values()].join(''));
    for (const { data } of record.themes.flatMap(({ questions }) => questions)) expect(all).toContain(data.question);
    for (const { data } of record.events) expect(all).toContain(data.title);
    for (const { data } of [...record.actors, ...record.places]) expect(all).toContain(data.names.en);
  });
});

test('the chapter of questions does not claim silence of an article that is not yet read', () => {
  const answersIf = (positions: object[]) => {
    const record = changedRecord((content) => {
      getData(content, 'themes', 'lamp-oil').questions[0]!.positions = positions as never;
    });
    return textOf(questionsChapter(record).body.xhtml);
  };
  const beta = { entry: 'beta-2002', text: 'So it is.', rests: ['beta-2002.s3'], related: [] };
  expect(answersIf([beta])).toContain('Gazette 2001 is not yet read for this question.');
  expect(answersIf([beta])).not.toContain('nothing on this');
  expect(answersIf([beta, { entry: 'alpha-2001', silent: true, rests: [], related: [] }])).toContain('Gazette 2001 says nothing on this.');
});

describe('the book of an article', () => {
  const [, record] = records[1];
  const { from, to } = record.relations.find((relation) => relation.from.entry !== relation.to.entry)!;
  const printed = printedBook(articleBook(from.entry, record, site), site, '');
  const linkTo = ({ id }: StatementNode, inside: boolean) =>
    inside ? `href="#entries-${id.replace('.', '-')}"` : `href="${site.url(statementPath(id))}"`;

  test('links to its own statements inside the book, and to those of other articles on the site', () => {
    expect([linkTo(from, true), linkTo(to, false), linkTo(to, true)].map((href) => printed.includes(href))).toEqual([true, true, false]);
  });

  test('has the page numbers of a first print in its contents', () => {
    const book = articleBook(from.entry, record, site);
    const pages = new Map([[`entries-${from.entry.id}`, 7]]);
    expect(printed.includes('<span>000</span>')).toBe(true);
    expect(printedBook(book, site, '', pages).split('</nav>')[0]).toMatch(/<a href="#entries-[^"]+">[^<]+ <span>7<\/span><\/a>/);
  });
});

test('the book of an article that is not retold has no empty heading and no empty text', () => {
  const record = recordWithBareEntry();
  const printed = printedBook(articleBook(find('entries', 'beta-2002', record), record, site), site, '');
  expect(printed).not.toContain('The article retold');
  expect(printed).not.toMatch(/undefined|<p>\s*<\/p>|<h2[^>]*>[^<]*<\/h2>\s*<h[12]\b/);
  expect(textOf(printed)).toContain('Ilse Thornbury: Speaks in');
});

test('a template escapes texts and marks their language', () => {
  expect(xhtml`<p>${'A < B & “C”'}${xhtml`<i>${'安倍'}</i> · `}${' · '}${false}${[1, undefined, '2 May']}</p>`.xhtml).toBe(
    '<p>A &#60; B &#38; “C”<i><span lang="ja" xml:lang="ja">安倍</span></i> ·  · 12\u00a0May</p>',
  );
});
