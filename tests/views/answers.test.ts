import { describe, expect, it, test } from 'vitest';
import { answerCounts, questionPage, pairPage, articlePairs, answerLinks, linksFinding } from '../../src/views/answers.ts';
import { addEntry, changedRecord, find, fixture, getData } from '../support/fixtures.ts';
import type { RelationKind } from '../../src/schema/statement.ts';

const pageOf = (theme: string, record = fixture) => questionPage(find('themes', theme, record).questions[0]!, record);

/** The fixture with the first question answered by nobody. */
const unanswered = changedRecord((content) => {
  getData(content, 'themes', 'ferries').questions[0]!.positions = [];
});

describe('questionPage', () => {
  const page = pageOf('ferries');

  it('has a column for every article by date, with its answer and the statements behind it', () => {
    expect(page.columns.map(({ label, text, statements }) => [label, text, statements.map(({ n }) => n)])).toEqual([
      ['Gazette 2001', 'A pilot expects it.', [3]],
      ['Thornbury 2002', 'None had sailed.', [1]],
    ]);
  });

  it('has a column without an answer for an article that says nothing', () => {
    const [silent] = pageOf('lamp-oil').columns;
    expect(silent).toMatchObject({ label: 'Gazette 2001', text: undefined, statements: [] });
  });

  it('lists the links between the statements behind its answers', () => {
    expect(page.links.map(({ from, verb, to }) => `${from.id} ${verb} ${to.id}`)).toEqual([
      'beta-2002.s1 reports the outcome of alpha-2001.s3',
    ]);
    expect(page.finding).toMatch(/^A statement by .+ reports the outcome of another by the same speaker$/);
    expect(page.outside).toBe(0);
    expect(pageOf('lamp-oil').finding).toBe('No link joins the answers');
  });

  it.each([
    ['both articles', page, 'Both articles answer, with two statements.'],
    ['one article', pageOf('lamp-oil'), 'Only Thornbury 2002 answers, with one statement.'],
    ['no article', pageOf('ferries', unanswered), 'None of the two articles answers. Gazette 2001 is not yet read for this question.'],
  ])('says in one sentence that %s answer', (_, { lede }, expected) => {
    expect(lede).toBe(expected);
  });

  it('names the articles that do not answer if several do', () => {
    const record = changedRecord((content) => addEntry(content, 'gamma-2003', '2003'));
    expect(pageOf('ferries', record).lede).toBe('Two of the three articles answer, with two statements. gamma-2003 does not.');
  });

  it('has its place in the theme', () => {
    expect(page).toMatchObject({ crumb: 'Question 1 of 1', theme: { name: 'Ferries', address: '/themes/ferries/' }, siblings: [] });
    expect([page.previous, page.next]).toEqual([undefined, undefined]);
  });
});

describe('answerCounts', () => {
  it('counts answers and silences, but no article that was not read against the question', () => {
    expect(answerCounts(fixture)).toEqual({ questions: 2, answers: 3, silences: 1 });
    expect(answerCounts(unanswered)).toEqual({ questions: 2, answers: 1, silences: 2 });
  });
});

describe('pairPage', () => {
  const page = pairPage(fixture, [find('entries', 'alpha-2001'), find('entries', 'beta-2002')]);

  it('has the answers to the questions that both answer, by theme', () => {
    expect(
      page.groups.map(({ heading, questions }) => [heading.name, questions.map(({ answers }) => answers.map(({ text }) => text))]),
    ).toEqual([['Ferries', [['A pilot expects it.', 'None had sailed.']]]]);
    expect(page.lede).toContain('1 of 2 questions has an answer in both articles.');
    expect(page.heading).toBe('One question that both answer');
  });

  it('lists the questions that one of them answers', () => {
    expect(page.others.map(({ heading, questions }) => [heading, questions.map(({ slug }) => slug)])).toEqual([
      ['One question that only Thornbury 2002 answers', ['lamp-oil-price']],
    ]);
  });

  it('lists the links between the two articles on all subjects', () => {
    expect(page.links.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['beta-2002.s1', 'alpha-2001.s3'],
      ['beta-2002.s2', 'alpha-2001.s1'],
    ]);
    expect(page.finding).toMatch(/, and one more link joins the two articles$/);
  });

  it('is linked from both articles at the same address', () => {
    const address = '/compare/alpha-2001/beta-2002/';
    expect(articlePairs(fixture)).toEqual([
      { label: 'Gazette 2001', others: [{ name: 'Thornbury 2002', address, count: 1 }] },
      { label: 'Thornbury 2002', others: [{ name: 'Gazette 2001', address, count: 1 }] },
    ]);
  });
});

describe('answerLinks', () => {
  /** A relation between two speakers. */
  const relation = { ...fixture.relations[0]!, to: find('statements', 'alpha-2001.s1') };

  /** Returns links of these kinds between the same two statements. */
  const linksOf = (...kinds: RelationKind[]) => answerLinks(kinds.map((kind) => ({ ...relation, data: { ...relation.data, kind } })));

  it('answerLinks puts contradictions first', () => {
    expect(linksOf('corroborates', 'updates', 'contradicts').map(({ kind }) => kind)).toEqual(['contradicts', 'updates', 'corroborates']);
  });

  test.each<[RelationKind[], RegExp]>([
    [[], /^No link joins the answers$/],
    [['qualifies'], /^A statement by .+ qualifies one by .+$/],
    [['qualifies', 'contradicts'], /^A statement by .+ contradicts one by .+, and one more link joins the answers$/],
    [['qualifies', 'contradicts', 'updates'], /, and two more links join the answers$/],
    [['updates', 'updates'], /^Two links join the answers: each updates a statement$/],
    [['updates', 'qualifies', 'qualifies'], /^Three links join the answers: two qualify and one updates$/],
  ])('linksFinding of %j is a sentence', (kinds, expected) => {
    expect(linksFinding(linksOf(...kinds), 'the answers')).toMatch(expected);
  });

  it('linksFinding does not name the same speaker twice', () => {
    const own = { ...relation, to: relation.from };
    expect(linksFinding(answerLinks([own]), 'the answers')).toMatch(/ another by the same speaker$/);
  });
});
