import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../src/exports/export-files.ts';
import { publishedFiles, selectRecords, type PublishedFormat } from '../../src/notebook/downloads.ts';
import { statementPath } from '../../src/notebook/notebook.ts';
import { site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const files = new Map([...exportFiles(record, site)].map(({ path, body }) => [path, typeof body === 'string' ? body : '']));
const published = (format: PublishedFormat) => files.get(`/${publishedFiles[format].file}`)!;
const statements = [...record.statements, ...record.withdrawn].map(({ id }) => ({ path: statementPath(id) }));
const others = ['/actors/japan/', '/entries/tass-2026/', '/terms/g7/', '/places/japan/', '/themes/sanctions/'].map((path) => ({ path }));

describe.each(['bib', 'ris', 'csl.json'] as const)('a selection of %s', (format) => {
  it('has the bytes that the page of each statement, actor, place, theme, term and article publishes', () => {
    for (const page of [...statements, ...others])
      expect(selectRecords(format, published(format), [page])).toBe(files.get(page.path.replace(/\/$/, `.${format}`)));
  });

  it('has the pages in their order, without those that have no citation', () => {
    const [a, b] = [statements[7]!, others[0]!];
    const text = selectRecords(format, published(format), [a, { path: '/about/' }, b]);
    const [first, second] = [a, b].map((page) => selectRecords(format, published(format), [page]));
    const join = {
      bib: () => `${first}\n${second}`,
      ris: () => `${first}\r\n${second}`,
      'csl.json': () =>
        `${JSON.stringify(
          [first, second].flatMap((each) => JSON.parse(each!)),
          null,
          2,
        )}\n`,
    };
    expect(text).toBe(join[format]());
  });
});

describe('a selection of CSV', () => {
  const rows = published('csv').match(/.*\r\n/g)!;

  it('is the published table if all statements are selected in its order', () => {
    const ids = parse<Record<string, string>>(published('csv'), { columns: true, bom: true, record_delimiter: '\r\n' }).map(
      ({ id }) => id!,
    );
    expect(
      selectRecords(
        'csv',
        published('csv'),
        ids.map((id) => ({ path: statementPath(id) })),
      ),
    ).toBe(published('csv'));
  });

  it('has the published row of a statement, and a row with address, kind and title for another page', () => {
    const text = selectRecords('csv', published('csv'), [
      { path: '/entries/tass-2026/s1/' },
      { path: '/actors/japan/', kind: 'Actor', title: 'Japan, "the country"' },
    ]);
    expect(text.split('\r\n').slice(0, 2).join('\r\n')).toBe(`${rows[0]}${rows.find((row) => row.startsWith('tass-2026.s1,'))}`.trimEnd());
    const [, page] = parse<Record<string, string>>(text, { columns: true, bom: true, record_delimiter: '\r\n' });
    expect(page).toMatchObject({ id: 'japan', url: site.url('/actors/japan/'), kind: 'actor', text: 'Japan, "the country"', n: '' });
  });

  it('is the same whether or not the file was read with its byte order mark', () => {
    const pages = [{ path: '/entries/tass-2026/s1/' }, { path: '/actors/japan/', kind: 'Actor', title: 'Japan' }];
    expect(selectRecords('csv', published('csv').slice(1), pages)).toBe(selectRecords('csv', published('csv'), pages));
  });

  it('has a column with the notes of the reader', () => {
    const pages = [
      { path: '/entries/tass-2026/s1/', note: 'line\r\nbreak, “x” "y"' },
      { path: '/entries/tass-2026/s2/', note: '' },
    ];
    const cells = parse<Record<string, string>>(selectRecords('csv', published('csv'), pages), {
      columns: true,
      bom: true,
      record_delimiter: '\r\n',
    });
    expect(cells.map(({ id, your_note: note }) => [id, note])).toEqual([
      ['tass-2026.s1', 'line\r\nbreak, “x” "y"'],
      ['tass-2026.s2', ''],
    ]);
  });
});
