import { describe, expect, it, test } from 'vitest';
import { hashPassage, splitWords } from '../../scripts/sources/article.ts';
import { classifyBlocks, splitBlocks, type ClassifiedArticle } from '../../scripts/sources/classify-blocks.ts';
import { findDate } from '../../scripts/sources/printed-date.ts';
import { japanese, plain, report, russian, withBanner } from '../support/articles.ts';

const shape = ({ blocks }: ClassifiedArticle) => blocks.map(({ locator, role }) => locator ?? role).join(' ');

describe('classifyBlocks', () => {
  it('assigns roles and locators to the blocks of an article', () => {
    const outline = classifyBlocks(plain);
    expect(shape(outline)).toBe('outlet outlet title byline date p0 furniture p1 heading p2 c1 p3 n1 furniture r1 r2 furniture');
    expect(outline).toMatchObject({
      title: 'Ferry pact faces a hard winter on the strait',
      outlet: 'The Norrow Courier',
      authors: ['Ada Quill', 'Tom Reave'],
      date: { edtf: '2001-10-03', wording: '3 October 2001' },
      language: 'en',
    });
    expect([...outline.passages.keys()]).toEqual(['p0', 'p1', 'p2', 'c1', 'p3', 'n1', 'r1', 'r2']);
    expect(outline.passages.get('p3')).toBe('"We shall sail," said the chair of the board.');
  });

  it('does not classify the name of the site as the title', () => {
    const outline = classifyBlocks(plain.replace('The Norrow Courier\n', ''));
    expect(outline).toMatchObject({ title: 'Ferry pact faces a hard winter on the strait', outlet: 'The Norrow Courier' });
    expect(classifyBlocks('Crews Strike Again\n\nThe crews of the strait are on strike again. Nobody sails.').title).toBe(
      'Crews Strike Again',
    );
  });

  it('leaves out cookie notices and buttons', () => {
    const outline = classifyBlocks(withBanner);
    expect(shape(outline)).toBe('furniture furniture furniture furniture furniture title date p1 furniture p2 furniture');
    expect([...outline.passages.values()].join(' ')).not.toMatch(/cookie|newsletter/i);
  });

  it('recognises the foot of a page below related articles and a byline with a place', () => {
    const page = `The boats stay in port\n\nBy Ada Quill-Reave in Port Alder\n\nThe boats of the strait stay in port until there is a lamp on the mole, says the board.\n\nRelated articles\n\nSquid is dear\n\nSign up to our letter\n\nYour address\n\n© 2001 Norrow Courier. All rights reserved.\n\nTerms of use\nPrivacy\nContact us`;
    const outline = classifyBlocks(page);
    expect(outline.authors).toEqual(['Ada Quill-Reave']);
    expect([...outline.passages.keys()]).toEqual(['p1', 'r1']);
  });

  it('does not classify a paragraph as the foot of a page by its first word', () => {
    const paragraphs = ['Contacts between the islands resumed in May.', 'Privacy is dear on the strait, say its pilots.'];
    const outline = classifyBlocks(`The boats sail again\n\n${paragraphs.join('\n\n')}`);
    expect([...outline.passages.values()]).toEqual(paragraphs);
  });

  it('classifies a Japanese article', () => {
    const outline = classifyBlocks(japanese);
    expect(outline).toMatchObject({
      title: '島の港に新しい灯台がともる',
      authors: ['架空太郎'],
      date: { edtf: '2004-05-03' },
      language: 'ja',
    });
    expect([...outline.passages.keys()]).toEqual(['p1', 'p2', 'c1', 'r1']);
  });

  it('classifies a Russian article', () => {
    const outline = classifyBlocks(russian);
    expect(outline).toMatchObject({
      title: 'На причале снова зажгли огни',
      authors: ['Анна Вымышленная'],
      date: { edtf: '2005-11-07' },
      language: 'ru',
    });
    expect([...outline.passages.keys()]).toEqual(['p1', 'p2', 'c1', 'r1']);
  });

  it('numbers the paragraphs of a long report but not its headings', () => {
    const { passages, blocks, title } = classifyBlocks(report);
    expect(title).toBe('The state of the strait: ten years of ferries');
    expect([...passages.keys()]).toEqual(Array.from({ length: 200 }, (_, index) => `p${index + 1}`));
    expect(blocks.filter(({ role }) => role === 'heading')).toHaveLength(39);
  });

  it('returns one passage for a text without line breaks', () => {
    const line = 'The ferry board met on Monday and said that it would sail. '.repeat(30).trim();
    expect([...classifyBlocks(line).passages]).toEqual([['p1', line]]);
  });

  it('classifies two megabytes within 20 seconds', () => {
    const text = report.repeat(Math.ceil(2_000_000 / report.length));
    const began = performance.now();
    expect(classifyBlocks(text).passages.size).toBeGreaterThan(20_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);

  it('uses the roles that the user sets', () => {
    const { blocks } = classifyBlocks(
      plain,
      new Map([
        [16, 'furniture'],
        [9, 'body'],
      ]),
    );
    expect(blocks.map(({ locator }) => locator).filter(Boolean)).toEqual(['p0', 'p1', 'p2', 'p3', 'c1', 'p4', 'n1', 'r1']);
  });

  it('returns no blocks for an empty text', () => {
    expect(classifyBlocks('')).toMatchObject({ blocks: [], passages: new Map(), authors: [] });
  });
});

describe('splitBlocks', () => {
  test.each([
    ['paragraphs at blank lines', 'One.\n\nTwo.\n \t\nThree.', ['One.', 'Two.', 'Three.']],
    ['lines if there is no blank line', 'One.\nTwo.', ['One.', 'Two.']],
    [
      'no lines that are wrapped to a width',
      `${'a '.repeat(30)}\n${'b '.repeat(30)}\nc.\n\nTwo.`,
      [`${'a '.repeat(30)}${'b '.repeat(30)}c.`, 'Two.'],
    ],
    ['short lines of a menu', 'Home\nNews\n\nText.', ['Home', 'News', 'Text.']],
    [
      'no lines of wrapped Japanese, which are joined without a space',
      `${'あ'.repeat(50)}\nい。\n\nう。`,
      [`${'あ'.repeat(50)}い。`, 'う。'],
    ],
    ['nothing from white space', ' \n\n ', []],
  ])('splits %s', (_, text, blocks) => {
    expect(splitBlocks(text)).toEqual(blocks);
  });
});

describe('classifyBlocks on a web page', () => {
  const body = 'The two sides agreed on a smaller catch of herring for this year, the harbour office said on the last day of the talks.';
  const page = (...blocks: string[]) => classifyBlocks(blocks.join('\n\n'));

  it('recognises a caption by the credit at its end', () => {
    const outline = page(
      'A smaller catch of herring for both',
      'Nets dry on the quay at Northport, in March 2001. Photograph: Fixture Pictures',
      body,
      body,
    );
    expect(shape(outline)).toBe('title c1 p1 p2');
  });

  it('is unsure about a note above the text', () => {
    const opening = `This article is invented, like every harbour and figure in it, and serves as a fixture. ${body}`;
    const { blocks } = page('A smaller catch of herring for both', opening, body, body);
    expect(blocks.map(({ role, unsure }) => [role, unsure])).toContainEqual(['note', true]);
  });

  it('does not classify a button below a cookie notice as a related headline', () => {
    const consent = 'We use cookies to measure how this site is used.';
    const headline = 'Scallop growers look for buyers elsewhere';
    const text = ['A smaller catch of herring for both', body, body];
    expect(shape(page(...text, 'Related', headline, consent, 'Manage preferences'))).toBe('title p1 p2 furniture r1 furniture furniture');
    expect(shape(page(consent, ...text, 'Related', headline))).toBe('furniture title p1 p2 furniture r1');
  });
});

describe('findDate', () => {
  test.each([
    ['3 October 2001', '2001-10-03'],
    ['Published on Oct. 3rd, 2001 at noon', '2001-10-03'],
    ['October 2001', '2001-10'],
    ['2001-10-03T10:00', '2001-10-03'],
    ['2001年10月3日(水)', '2001-10-03'],
    ['平成13年10月3日', '2001-10-03'],
    ['令和元年5月1日', '2019-05-01'],
    ['2001年10月', '2001-10'],
    ['3 октября 2001 года', '2001-10-03'],
    ['1 мая 2001', '2001-05-01'],
    ['15 марта 2001', '2001-03-15'],
    ['03.10.2001', '2001-10-03'],
    ['October 3', null],
    ['3 октября', null],
    ['10月3日', null],
  ])('parses “%s” as %s', (text, edtf) => {
    expect(findDate(text)?.edtf).toBe(edtf);
  });

  test.each(['3/10/2001', '31 February 2001', 'May I come in?', 'no date'])('returns undefined for “%s”', (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});

describe('splitWords', () => {
  test.each([
    ['It’s a well-kept 2.5 kg lamp.', 6],
    ['Паром придёт в 7 часов.', 5],
    ['新しい灯台が点灯した。', 5],
    ['G7の会議', 3],
    ['', 0],
  ])('splits “%s” into %i words', (text, count) => {
    expect(splitWords(text)).toHaveLength(count);
  });

  it('hashPassage ignores white space and Unicode composition', () => {
    expect(hashPassage(' a\n\u00a0b ')).toBe(hashPassage('a b'));
  });
});
