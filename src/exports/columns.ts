import { getBounds } from '../dates/bounds.ts';
import { type DateField, dateProvenances, languages, type Names } from '../schema/field-types.ts';

type Cell = string | number | undefined;

/** A column of a table, with what Table Schema (Data Package 1.0) needs. */
export interface Column<Row> {
  name: string;
  description: string;
  /** `string` if it is absent. */
  type?: 'integer' | 'number' | 'date';
  /** The table with the `id` that the cell contains. */
  foreignKey?: string;
  /** All values that a cell can have. */
  values?: readonly string[];
  /** What replaces the column. The next edition drops it. The database does not have it. */
  deprecated?: string;
  cell: (row: Row) => Cell;
}

/** A table of the Record for CSV, the data package and the database. */
export interface Table<Row = never> {
  name: string;
  title: string;
  /** Columns that together identify a row. Empty if two rows can be the same. */
  key: readonly string[];
  columns: Column<Row>[];
  rows: readonly Row[];
}

type Options = Pick<Column<never>, 'type' | 'values' | 'foreignKey' | 'deprecated'>;

/** Returns a column. */
export const column = <Row>(name: string, description: string, cell: (row: Row) => Cell, options: Options = {}): Column<Row> => ({
  name,
  description,
  ...options,
  cell,
});

/** Returns a column with the id of a row of another table. */
export const referenceColumn = <Row>(name: string, description: string, foreignKey: string, cell: (row: Row) => Cell): Column<Row> =>
  column(name, description, cell, { foreignKey });

/** Returns the column of an earlier edition that `instead` replaces. */
export const oldColumn = <Row>(name: string, description: string, instead: string, cell: (row: Row) => Cell): Column<Row> =>
  column(name, description, cell, { deprecated: instead });

/** Formats a list as one cell, in a column of an earlier edition. */
export const list = (items: readonly string[]) => items.join('; ');

/** Columns of every table whose rows have a page. */
export const identity: Column<{ id: string; url: string }>[] = [
  column('id', 'Identifier', ({ id }) => id),
  column('url', 'Address of the page about it', ({ url }) => url),
];

/**
 * Returns the columns of names that edition 2026.1 published: in English, Japanese and Russian.
 *
 * @param instead the table that lists the other forms
 */
export const nameColumns = (instead: string): Column<{ names: Names }>[] => [
  column('name', 'Name in English', ({ names }) => names.en),
  ...languages.slice(0, 2).flatMap(columnsOfLanguage),
  oldColumn('variants', 'Other forms', instead, ({ names }) => list(names.variants)),
];

/** Returns the columns of names in languages that were added later. They are last in a table. */
export const laterNameColumns = (): Column<{ names: Names }>[] => languages.slice(2).flatMap(columnsOfLanguage);

const columnsOfLanguage = ({ lang, label, reading }: (typeof languages)[number]): Column<{ names: Names }>[] => [
  column(`name_${lang}`, `Name in ${label}`, ({ names }) => names[lang]),
  ...(reading ? [column<{ names: Names }>(`name_${lang}_reading`, 'Its reading in hiragana', ({ names }) => names[reading])] : []),
];

/** Returns the columns of a date: EDTF, how it is known and why, and the first and last day that it allows. */
export const dateColumns = <Row>(name: string, label: string, getDate: (row: Row) => DateField | undefined): Column<Row>[] => {
  const bounds = (row: Row) => getBounds(getDate(row)?.edtf ?? null);
  return [
    column(`${name}_edtf`, `${label}: EDTF (ISO 8601-2). Empty if the article gives no date`, (row) => getDate(row)?.edtf ?? undefined),
    column(
      `${name}_basis`,
      `${label}: how the date is known. Empty if there is no date`,
      (row) => (getDate(row)?.edtf ? getDate(row)!.basis : undefined),
      { values: dateProvenances },
    ),
    column(`${name}_ground`, `${label}: why this date, or why there is none`, (row) => getDate(row)?.ground),
    column(`${name}_from`, `${label}: the earliest day`, (row) => bounds(row).from ?? undefined, { type: 'date' }),
    column(`${name}_to`, `${label}: the latest day`, (row) => bounds(row).to ?? undefined, { type: 'date' }),
  ];
};

/** Returns the column of the article's own words for a time. */
export const wordingColumn = <Row>(name: string, label: string, getDate: (row: Row) => DateField | undefined): Column<Row> =>
  column(`${name}_wording`, `${label}: the article’s own words, if they are looser than a date`, (row) => getDate(row)?.wording);
