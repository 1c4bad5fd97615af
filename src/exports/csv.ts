import { stringify } from 'csv-stringify/sync';
import type { Table } from './tables.ts';

/** A table as CSV (RFC 4180): a header, lines that end with CR LF, UTF-8; a cell without a value is empty. */
export function toCsv(table: Table<never>): string {
  const { columns, rows } = table;
  return stringify([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row) ?? ''))], {
    record_delimiter: 'windows',
  });
}
