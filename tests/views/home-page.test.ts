import { describe, expect, it } from 'vitest';
import { homePage } from '../../src/views/home-page.ts';
import { changedRecord, fixture, getData, getStatement, ids } from '../support/fixtures.ts';

describe('homePage', () => {
  const page = homePage(fixture);

  it('counts articles and statements', () => {
    expect(page.description).toContain('Two articles, 2001–2002, taken apart into 9 statements.');
    expect(ids(page.entries)).toEqual(ids(fixture.entries));
    expect(page.themesTitle).toBe('Two themes, 2 questions');
  });

  it('shows a forecast with its outcome, as two statements with the dates of their articles', () => {
    expect(
      page.pairs.map(({ kind, number, statements }) => [kind, number, statements.map(({ id, published }) => [id, published])]),
    ).toEqual([
      [
        'answers',
        1,
        [
          ['alpha-2001.s3', '4 March 2001'],
          ['beta-2002.s1', 'June 2002'],
        ],
      ],
    ]);
  });

  it('names the question that the fewest articles answer', () => {
    expect(page.silence.title).toBe('Two articles, 2 questions: 1 of 4 answers is missing');
    expect(page.silence.inAll).toBe('One is answered by all two.');
    const silent = fixture.themes.flatMap(({ questions }) => questions).find(({ positions }) => positions.some(({ text }) => !text))!;
    expect(page.silence.question?.name).toBe(silent.data.question);
    expect(page.silence.answers).toMatch(/^Answered by .* alone\.$/);
  });

  it('names an article that says nothing on a theme, but not one that answers a question of it', () => {
    const absentIf = (silent: boolean) =>
      homePage(
        changedRecord((content) => {
          for (const { themes } of content.ledgers[0]!.data.statements) themes.splice(0, 9, 'lamp-oil');
          const [first] = getData(content, 'themes', 'ferries').questions[0]!.positions;
          if (silent) Object.assign(first!, { silent: true, text: undefined, rests: [] });
        }),
      ).silence.absent;
    expect(absentIf(true)).toBe('Gazette 2001 says nothing on this theme:');
    expect(absentIf(false)).toBeUndefined();
  });

  it('lists every theme with the articles that answer its questions', () => {
    expect(page.themes.map(({ name, address }) => [name, address])).toEqual([
      ['Ferries', '/themes/ferries/'],
      ['Lamp oil', '/themes/lamp-oil/'],
    ]);
    const answered = page.themes.flatMap(({ cells }) => cells.filter(({ voice }) => voice));
    expect(answered).toHaveLength(3);
  });

  it('explains a statement of a named relation, or else any statement', () => {
    expect(page.example?.id).toBe('alpha-2001.s3');
    const record = changedRecord(({ relations }) => relations.splice(0));
    expect(homePage(record).example).toBeDefined();
    expect(homePage(record).pairs).toEqual([]);
  });

  it('describes what is missing from the Record', () => {
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s1').date.edtf = '1996';
      getStatement(content, 'beta-2002.s1').date.edtf = '1998';
    });
    expect(homePage(record).gaps).toBe(
      'Two articles are not a history: nothing that they report began in 1997, 1999. For 0 of 1 forecast no article reports an outcome.',
    );
  });

  it('shows the first sentence of a summary', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'alpha-2001').summary.text = 'Boats sail. They sail by night.';
    });
    expect(homePage(record).entries[0]!.summary).toBe('Boats sail.');
  });
});
