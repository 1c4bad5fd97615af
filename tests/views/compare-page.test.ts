import { describe, expect, it } from 'vitest';
import { comparePage } from '../../src/views/compare-page.ts';
import { changedRecord, getData, fixture } from '../support/fixtures.ts';

const { entries, themes, counts } = comparePage(fixture);

describe('comparePage', () => {
  it('lists every article by date of publication', () => {
    expect(entries).toEqual([
      { label: 'Gazette 2001', address: '/entries/alpha-2001/', published: '2001-03-04' },
      { label: 'Thornbury 2002', address: '/entries/beta-2002/', published: '2002-06' },
    ]);
  });

  it('lists every question under its theme with the number of articles that answer it', () => {
    expect(
      themes.map(({ id, address, questions }) => [id, address, questions.map((each) => [each.id, each.address, each.speaking])]),
    ).toEqual([
      ['ferries', '/themes/ferries/', [['ferries-night', '/themes/ferries/#night', 2]]],
      ['lamp-oil', '/themes/lamp-oil/', [['lamp-oil-price', '/themes/lamp-oil/#price', 1]]],
    ]);
  });

  it('has a position of every article on every question, without text if it is silent', () => {
    expect(themes[1]!.questions[0]!.positions).toEqual([
      { label: 'Gazette 2001', address: '/entries/alpha-2001/', references: [] },
      {
        label: 'Thornbury 2002',
        address: '/entries/beta-2002/',
        text: 'The author says so.',
        references: [{ entry: 'Thornbury 2002', n: 3, address: '/entries/beta-2002/s3/' }],
      },
    ]);
  });

  it('counts positions and silences, whose sum is questions × articles', () => {
    expect(counts).toEqual({ questions: 2, positions: 3, silences: 1 });
    const cells = themes.flatMap(({ questions }) => questions.flatMap(({ positions }) => positions));
    expect(cells).toHaveLength(counts.positions + counts.silences);
    expect(cells.filter(({ text }) => text === undefined)).toHaveLength(counts.silences);
  });

  it('treats an article without a position as silent', () => {
    const record = changedRecord((content) => {
      getData(content, 'themes', 'ferries').questions[0]!.positions = [];
    });
    expect(comparePage(record).counts).toEqual({ questions: 2, positions: 1, silences: 3 });
  });

  it('leaves the date of an undated article empty', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'beta-2002').source.published.edtf = null;
    });
    expect(comparePage(record).entries.map(({ published }) => published)).toEqual(['2001-03-04', '']);
  });
});
