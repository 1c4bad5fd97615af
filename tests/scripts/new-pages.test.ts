import { readdirSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { Draft } from '../../scripts/new/blocks.ts';
import { draftPage } from '../../scripts/new/page-draft.ts';
import { readSavedArticle } from '../../scripts/new/read-article.ts';

/** What a page should give. `?` marks what is unsure. Blocks are given by role and first words. */
interface ExpectedPage {
  title: string;
  authors?: string[];
  outlet?: string;
  date?: string;
  language: string;
  url?: string;
  blocks: string[];
}

const folder = fileURLToPath(new URL('../fixtures/pages', import.meta.url));
const expected = parse(readFileSync(new URL('../cases/pages.yaml', import.meta.url), 'utf8')) as Record<string, ExpectedPage>;
const outside = mkdtempSync(join(tmpdir(), 'record-pages-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));

const read = async (file: string) => (await readSavedArticle(file, undefined, new Set())).draft;
const mark = (value: string, doubt?: string) => (doubt ? `${value}?` : value);

/** Returns a draft in the form of the cases. */
function summarize({ blocks, title, authors, outlet, date, language, url }: Draft, firstWords: readonly string[]) {
  return {
    title: title && mark(title.value, title.doubt),
    ...(authors.names.length > 0 && { authors: authors.names.map((name) => mark(name, authors.doubt)) }),
    ...(outlet && { outlet: mark(outlet.value, outlet.doubt) }),
    ...(date && { date: mark(date.edtf ?? date.wording, date.doubt) }),
    language: mark(language.value, language.doubt),
    ...(url && { url }),
    blocks: blocks.map(({ role, text, doubt }, index) => {
      const words = firstWords[index]?.replace(/^\S+ /, '') ?? '';
      return `${mark(role, doubt)} ${words && text.startsWith(words) ? words : text}`.replaceAll('\t', ' ');
    }),
  };
}

/** Returns the sentences of the body of a page, without white space, by means that share no code with the command. */
function sentencesOf(html: string): string[] {
  const entities: Record<string, string> = { '&nbsp;': ' ', '&mdash;': '—', '&amp;': '&' };
  const text = html
    .replace(/^[\s\S]*<body[^>]*>/i, '')
    .replace(/<(script|style|svg|rt)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:i|b|a|em|strong|ruby|time|span)\b[^>]*>/gi, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
  return (text.match(/[^\n.!?。]+[.!?。]/g) ?? []).map((sentence) => sentence.replace(/\s/g, '')).filter((sentence) => sentence.length > 8);
}

const joinTexts = ({ blocks }: Draft) => blocks.map(({ text }) => text.replace(/\s/g, '')).join('|');
const htmlOf = (name: string) =>
  new TextDecoder(name.includes('windows-1251') ? 'windows-1251' : 'utf-8').decode(readFileSync(join(folder, name)));

describe('a saved page', () => {
  it('has a case for each fixture', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(Object.keys(expected).length).toBeGreaterThanOrEqual(12);
  });

  test.each(Object.keys(expected))('gives the expected fields and blocks: %s', async (name) => {
    expect(summarize(await read(join(folder, name)), expected[name]!.blocks)).toEqual(expected[name]);
  });

  test.each(Object.keys(expected))('loses no sentence: %s', async (name) => {
    const texts = joinTexts(await read(join(folder, name)));
    const sentences = sentencesOf(htmlOf(name));
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.filter((sentence) => !texts.includes(sentence))).toEqual([]);
  });

  test.each(Object.keys(expected))('has no sentence that is furniture without a doubt: %s', async (name) => {
    const { blocks } = await read(join(folder, name));
    const dropped = blocks.filter(({ role, text, doubt }) => role === 'furniture' && !doubt && /[.!?。]$/.test(text) && text.length > 20);
    expect(dropped).toEqual([]);
  });

  it('is read from MHTML like from HTML', async () => {
    const html = htmlOf('japanese.html');
    const encoded = Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n');
    const head =
      'From: <Saved by a browser>\r\nSnapshot-Content-Location: https://north.example/1\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n';
    const page = `--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://north.example/\r\n\r\n${encoded}\r\n`;
    const style = '--b\r\nContent-Type: text/css\r\nContent-Location: cid:css@x\r\n\r\np { color: red }\r\n--b--\r\n';
    writeFileSync(join(outside, 'page.mhtml'), `${head}\r\n${page}${style}`);
    expect(await read(join(outside, 'page.mhtml'))).toEqual({
      ...(await read(join(folder, 'japanese.html'))),
      url: 'https://north.example/1',
    });
  });

  it.each(['not a message', 'MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nText.'])(
    'is refused if MHTML contains no page: %j',
    async (text) => {
      writeFileSync(join(outside, 'bad.mht'), text);
      await expect(read(join(outside, 'bad.mht'))).rejects.toMatchObject({ hint: expect.stringContaining('as HTML') });
    },
  );
});

describe('draftPage', () => {
  const text = 'The two harbour towns agreed on Monday to share the cost of a new ferry between their islands.';
  const page = (head: string, body = `<h1>Two towns share a ferry</h1><p>${text}</p><p>${text.replace('Monday', 'Friday')}</p>`) =>
    draftPage(`<html><head>${head}</head><body>${body}</body></html>`);

  test.each([
    ['<meta name="date" content="2021-10-03">', '2021-10-03', 'the metadata do not call it the date of publication'],
    ['<meta property="article:modified_time" content="2021-10-03">', '2021-10-03', 'the metadata do not call it the date of publication'],
    ['<meta property="article:published_time" content="2021-10-03T23:00:00Z">', '2021-10-03', undefined],
    ['<meta itemprop="datePublished" content="2021-10-03">', '2021-10-03', undefined],
    ['<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2021-10-03"}]</script>', '2021-10-03', undefined],
    ['<script type="application/ld+json">{"@type":"BreadcrumbList","datePublished":"2021-10-03"}</script>', undefined, undefined],
    ['<script type="application/ld+json">{broken</script>', undefined, undefined],
  ])('takes only metadata that say published for the date of publication: %s', (head, edtf, doubt) => {
    const { date } = page(head);
    expect([date?.edtf, date?.doubt]).toEqual([edtf, doubt]);
  });

  it('prefers a printed date and reports that the metadata differ', () => {
    const { date } = page(
      '<meta property="article:published_time" content="2021-10-03T23:00:00Z">',
      `<h1>Two towns share a ferry</h1><p>4 October 2021</p><p>${text}</p>`,
    );
    expect(date).toEqual({ edtf: '2021-10-04', wording: '4 October 2021', doubt: 'the metadata give 2021-10-03' });
  });

  it('reports a language that the letters contradict', () => {
    const { language } = draftPage(
      '<html lang="en"><body><h1>Огни</h1><p>В воскресенье на причале зажгли огни. Начальник говорил минуту.</p></body></html>',
    );
    expect(language).toEqual({ value: 'en', doubt: 'the letters look like "ru"' });
  });

  test.each([
    ['in upper case', `<HTML LANG=RU><META NAME="date" CONTENT="2021-10-03"><BODY><H1>Two towns</H1><P>${text}</BODY></HTML>`],
    ['in XHTML', `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Two towns</h1><p>${text}</p></body></html>`],
    [
      'in a shadow root',
      `<html><body><h1>Two towns</h1><x-a><template shadowrootmode="open"><p>${text}</p></template></x-a></body></html>`,
    ],
    ['without html and body', `<h1>Two towns</h1><p>${text}</p>`],
    ['without end tags', `<html><body><h1>Two <b>towns</b><p>${text}<div><p>`],
    [
      'with the name of the site as h1',
      `<html><head><title>Two towns | Courier</title></head><body><h1>Courier</h1><h2>Two towns</h2><p>${text}</p>`,
    ],
  ])('reads a page %s', (_, html) => {
    const { title, blocks } = draftPage(html);
    expect(title).toEqual({ value: 'Two towns' });
    expect(blocks.at(-1)?.text).toBe(text);
  });

  it('marks short lines above the text as unsure', () => {
    const { blocks } = page(
      '',
      `<article><p>Ferries</p><h1>Two towns share a ferry</h1><p>3 October 2021 · 5 min read</p><p>${text}</p><p>No.</p></article>`,
    );
    expect(blocks.map(({ role, doubt }) => [role, doubt])).toEqual([
      ['furniture', 'a short line above the text'],
      ['title', undefined],
      ['date', 'the line contains other words than a date'],
      ['body', undefined],
      ['body', undefined],
    ]);
  });

  it('proposes comments of readers as furniture', () => {
    const { blocks } = page(
      '',
      `<article><h1>Two towns</h1><p>${text}</p></article><div class="comments">${`<p>I think so. ${text}</p>`.repeat(9)}</div>`,
    );
    expect(blocks.slice(2)).toEqual(Array(9).fill({ text: `I think so. ${text}`, role: 'furniture', doubt: 'in the comments of readers' }));
  });

  it('is refused if it is nested too deeply', async () => {
    writeFileSync(join(outside, 'deep.html'), `<html><body>${'<div>'.repeat(20_000)}${text}`);
    await expect(read(join(outside, 'deep.html'))).rejects.toMatchObject({ message: 'the page is nested too deeply' });
  });

  it('keeps the text of a page whose whole body is in a form or in an element with the class of an author', () => {
    for (const wrapper of ['<form>', '<div class="single-author">', '<aside>'])
      expect(page('', `${wrapper}<h1>Two towns share a ferry</h1><p>${text}</p></div></form></aside>`).blocks.at(-1)).toEqual({
        text,
        role: 'body',
      });
  });

  const sentences = [
    text,
    'By Friday both councils had voted for the pact.',
    'Утечка персональных данных коснулась жителей обоих берегов.',
    '個人情報が漏れたという噂を、町は否定した。',
    'Night boats all year',
    'Share',
    'We use cookies to measure how this site is used.',
  ];
  const tag = fc.constantFrom(
    'p',
    'div',
    'li',
    'h2',
    'td',
    'nav',
    'aside',
    'footer',
    'form',
    'figcaption',
    'blockquote',
    'section',
    'pre',
    'span',
    'amp-x',
  );
  const attribute = fc.constantFrom(
    '',
    ' class="author"',
    ' hidden',
    ' class="related share"',
    ' role="dialog"',
    ' style="display:none"',
    ' class="caption"',
  );
  const element = fc
    .tuple(tag, tag, attribute, fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }))
    .map(
      ([outer, inner, attributes, texts]) =>
        `<${outer}${attributes}>${texts.map((each) => `<${inner}>${each}</${inner}>`).join('\n')}</${outer}>`,
    );

  it('loses no sentence of any page and drops none without a doubt', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 8 }), fc.boolean(), (elements, hasTitle) => {
        const html = `<html><body>${hasTitle ? '<h1>Two towns share a ferry</h1>' : ''}${elements.join('')}</body></html>`;
        const draft = draftPage(html);
        const count = (whole: string, part: string) => whole.split(part.replace(/\s/g, '')).length;
        for (const sentence of sentences.slice(0, 4)) {
          expect(count(joinTexts(draft), sentence)).toBe(count(html.replace(/\s|<[^>]*>/g, ''), sentence));
          for (const { role, text: each, doubt } of draft.blocks)
            if (each.includes(sentence) && !/body|caption|related/.test(role))
              expect([role, each, Boolean(doubt)]).toEqual([role, each, true]);
        }
      }),
    );
  });
});
