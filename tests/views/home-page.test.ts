import { describe, expect, it } from 'vitest';
import { homePage, namedThreads, glanceFinding } from '../../src/views/home-page.ts';
import { changedRecord, fixture, getData, getStatement, ids } from '../support/fixtures.ts';
import type { Content } from '../../src/record/content.ts';

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
    expect(page.silence.inAll).toBe('One question is answered by both articles.');
    const silent = fixture.themes.flatMap(({ questions }) => questions).find(({ positions }) => positions.some(({ text }) => !text))!;
    expect(page.silence.question?.name).toBe(silent.data.question);
    expect(page.silence.answers).toMatch(/^Answered by .* alone\.$/);
  });

  it('names an article without a statement on a theme, but not one that answers a question of it', () => {
    const absentIf = (silent: boolean) =>
      homePage(
        changedRecord((content) => {
          for (const { themes } of content.ledgers[0]!.data.statements) themes.splice(0, 9, 'lamp-oil');
          const [first] = getData(content, 'themes', 'ferries').questions[0]!.positions;
          if (silent) Object.assign(first!, { silent: true, text: undefined, rests: [] });
        }),
      ).silence.absent;
    expect(absentIf(true)).toBe('Gazette 2001 has no statement on the theme');
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
      'Two articles are not a history. Apart from forecasts, nothing that they date began in 1997 or 1999. For 0 of 1 forecast, no article reports an outcome.',
    );
  });

  it('shows the first sentence of a summary', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'alpha-2001').summary.text = 'Boats sail. They sail by night.';
    });
    expect(homePage(record).entries[0]!.summary).toBe('Boats sail.');
  });
});

const addRelation = ({ relations }: Content, relation: Content['relations'][number]['data']['relations'][number]) =>
  relations[0]!.data.relations.push(relation);

describe('namedThreads', () => {
  it('names the event of a forecast, its outcome and its place', () => {
    expect(namedThreads(fixture).map(({ kind, title, facts }) => [kind, title, facts])).toEqual([
      ['answers', 'Boats by night: forecast for autumn 2001, reported as not met', 'Gazette 2001, 3 › Thornbury 2002, 1'],
    ]);
  });

  it('gives the date of an outcome that is not a failure', () => {
    const record = changedRecord((content) => {
      Object.assign(content.relations[0]!.data.relations[0]!, { outcome: 'met' });
      getStatement(content, 'beta-2002.s1').date.edtf = '2001-10';
    });
    expect(namedThreads(record)[0]!.title).toBe('Boats by night: forecast for autumn 2001, reported for October 2001');
  });

  it('joins the forecasts that one statement answers, a direct one first', () => {
    const record = changedRecord((content) => {
      const direct = getStatement(content, 'alpha-2001.s5');
      Object.assign(direct, { kind: 'forecast' });
      addRelation(content, { from: 'beta-2002.s1', to: 'alpha-2001.s5', kind: 'answers', outcome: 'met', why: 'It does.' });
    });
    const [thread] = namedThreads(record);
    expect(ids(thread!.earlier)).toEqual(['alpha-2001.s5', 'alpha-2001.s3']);
    expect(thread!.facts).toBe('Gazette 2001, 3 and 5 › Thornbury 2002, 1');
  });

  it('names a contradiction by the words that both articles quote, else by the voices', () => {
    const why = 'They differ.';
    const quoted = changedRecord((content) => {
      getData(content, 'actors', 'ferry-board').side = 'japan';
      addRelation(content, { from: 'beta-2002.s1', to: 'alpha-2001.s4', kind: 'contradicts', why });
      addRelation(content, { from: 'beta-2002.s2', to: 'alpha-2001.s2', kind: 'contradicts', why });
      getStatement(content, 'beta-2002.s2').quotes = [
        { words: 'no boat', at: 'p1', kind: 'direct' },
        { words: 'not one boat', at: 'p1', kind: 'direct' },
      ];
    });
    expect(namedThreads(quoted).at(-1)!.title).toBe('“a boat for every tide”, or “not one boat”?');
    const unquoted = changedRecord((content) =>
      addRelation(content, { from: 'beta-2002.s1', to: 'alpha-2001.s4', kind: 'contradicts', why }),
    );
    expect(namedThreads(unquoted).at(-1)!.title).toMatch(/^a harbour clerk, through The Alder Gazette, or Ilse Thornbury/);
  });

  it('names the update over the most years between two sides', () => {
    const record = changedRecord((content) => {
      const why = 'It is later.';
      for (const to of ['alpha-2001.s4', 'alpha-2001.s2']) addRelation(content, { from: 'beta-2002.s1', to, kind: 'updates', why });
    });
    const update = namedThreads(record).find(({ kind }) => kind === 'updates');
    expect(update?.title).toMatch(/, 1 year later$/);
    // Each number of the drawing has a card.
    expect(homePage(record).pairs.map(({ number, title }) => [number, title])).toEqual(
      namedThreads(record).map(({ title }, index) => [index + 1, title]),
    );
  });
});

describe('glanceFinding', () => {
  it('names the guest that speaks the largest share of an article of another side', () => {
    const sides = { 'alder-gazette': 'russia', 'ilse-thornbury': 'russia', 'ferry-board': 'japan', 'beacon-wire': 'japan' } as const;
    const record = changedRecord((content) => {
      for (const [id, side] of Object.entries(sides)) getData(content, 'actors', id).side = side;
    });
    expect(glanceFinding(record).title).toBe(
      '4 of the 9 statements are passed on: in Gazette 2001, a Russian outlet passes on 1 by a Japanese voice, Ferry Board',
    );
  });

  it('counts statements and links if no article passes on another side', () => {
    const record = changedRecord(({ actors }) => {
      for (const { data } of actors) data.side = 'third';
    });
    expect(glanceFinding(record).title).toBe('9 statements of 2 articles and 2 links between them');
  });
});
