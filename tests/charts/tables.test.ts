import { describe, expect, it } from 'vitest';
import { coverageBars, scaleBars, questionMatrix, themeMatrix, tintLabels, tintOf } from '../../src/charts/tables.ts';
import { longestGap } from '../../src/text/english.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { fixture, record, records } from '../support/record.ts';
import { changedRecord, getData, getStatement } from '../support/fixtures.ts';

describe.each(records)('coverageBars of %s', (_, record) => {
  const charts = coverageBars(record);
  const sum = (rows: { bars: { count: number }[] }[]) => rows.flatMap(({ bars }) => bars).reduce((all, { count }) => all + count, 0);

  it('counts every statement once by kind and by side', () => {
    expect(sum(charts.byKind.rows)).toBe(record.statements.length);
    expect(sum(charts.bySide.rows)).toBe(record.statements.length);
  });

  it('counts every dated statement once by year', () => {
    expect(sum(charts.byYear.rows)).toBe(record.statements.filter(({ data }) => data.date.edtf).length);
  });
});

it('coverageBars has one row for each run of years without statements', () => {
  const gap = longestGap(record.statements.flatMap(({ data }) => getYear(data.date.edtf) ?? []))!;
  expect(gap.to).toBeGreaterThan(gap.from);
  expect(coverageBars(record).byYear.rows).toContainEqual({ name: `${gap.from}–${gap.to}`, bars: [{ count: 0, length: 0 }] });
});

it('coverageBars names each of the years that have the most statements', () => {
  const tied = changedRecord((content) => {
    for (const { data } of content.ledgers) for (const { date } of data.statements) date.edtf = null;
    getStatement(content, 'alpha-2001.s1').date.edtf = '1999';
    getStatement(content, 'beta-2002.s1').date.edtf = '1996';
  });
  expect(coverageBars(tied).byYear.title).toBe('1996 and 1999 have the most dated statements: 1 of 2 each');
});

it('scaleBars returns lengths in per cent of the largest number', () => {
  const rows = scaleBars([
    { name: 'a', counts: [10, 5] },
    { name: 'b', counts: [0, 1] },
  ]);
  expect(rows.map(({ bars }) => bars.map(({ length }) => length))).toEqual([
    [100, 50],
    [0, 10],
  ]);
});

describe.each(records)('questionMatrix of %s', (_, record) => {
  const chart = questionMatrix(record);
  const rows = chart.groups.flatMap((group) => group.rows);
  const positions = record.themes.flatMap(({ questions }) => questions.flatMap((question) => question.positions));

  it('has every question once, with a cell for every article', () => {
    expect(rows).toHaveLength(record.themes.reduce((sum, { questions }) => sum + questions.length, 0));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { counts } of rows) expect(counts).toHaveLength(record.entries.length);
  });

  it('counts the statements that touch on a question only without an answer', () => {
    const touches = rows.flatMap(({ touches: counts }) => counts!);
    expect(touches).toEqual(positions.map(({ text, related }) => (text ? 0 : related.length)));
  });

  it('counts no statement exactly for each silence, and counts them', () => {
    const filled = rows.flatMap(({ counts }) => counts).filter((count) => count > 0).length;
    expect(filled).toBe(positions.filter(({ text }) => text).length);
    expect(chart.subtitle).toContain(`${filled} answers, and ${positions.length - filled} time`);
  });

  it('has the questions of one theme without its heading, with the anchors of its page', () => {
    const theme = record.themes[0]!;
    const [group, ...others] = questionMatrix(record, [theme]).groups;
    expect(others).toEqual([]);
    expect(group!.heading).toBeUndefined();
    expect(group!.rows.map(({ id }) => id)).toEqual(theme.questions.map(({ id }) => id));
  });
});

describe('questionMatrix', () => {
  it('has a finding as its title', () => {
    expect(questionMatrix(fixture).title).toBe('One of two questions is answered by both articles, one by a single article');
    const silent = changedRecord((content) => {
      getData(content, 'themes', 'ferries').questions[0]!.positions = [];
    });
    expect(questionMatrix(silent).title).toBe('No question is answered by both articles, one by a single article');
  });

  it('tags rows of all articles and of one', () => {
    const rows = questionMatrix(fixture).groups.flatMap((group) => group.rows);
    expect(rows.map(({ id, reach }) => [id, reach])).toEqual([
      ['ferries-night', 'all'],
      ['lamp-oil-price', 'one'],
    ]);
  });
});

describe('themeMatrix', () => {
  it('counts the statements of each theme and article', () => {
    const [group] = themeMatrix(fixture).groups;
    expect(group!.rows.map(({ name, counts }) => [name, counts])).toEqual([
      ['Ferries', [4, 3]],
      ['Lamp oil', [1, 1]],
    ]);
    expect(themeMatrix(fixture).title).toBe('Two of two themes are in both articles');
  });
});

it.each([
  [
    [1, 2, 3, 4],
    ['1', '2', '3', '4', '5+'],
    [1, 3, 5, 9],
    [1, 3, 5, 5],
  ],
  [
    [2, 5, 9, 14],
    ['1–2', '3–5', '6–9', '10–14', '15+'],
    [2, 3, 14, 15],
    [1, 2, 4, 5],
  ],
])('tints counts up to %j', (bounds, labels, counts, tints) => {
  expect(tintLabels(bounds)).toEqual(labels);
  expect(counts.map((count) => tintOf(count, bounds))).toEqual(tints);
});
