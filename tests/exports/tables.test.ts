import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { column, referenceColumn, type Column, type Table } from '../../src/exports/columns.ts';
import { dataFiles } from '../../src/exports/data-files.ts';
import { recordData } from '../../src/exports/record-data.ts';
import { createDatabase } from '../../src/exports/sqlite.ts';
import { tables } from '../../src/exports/tables.ts';
import { citableItems } from '../../src/citations/to-csl.ts';
import { site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const data = recordData(record, site);
const all = tables(data, record, site);
const files = new Map([...dataFiles(record, citableItems(record, site), site)].map((file) => [file.name, file]));
const text = (name: string) => files.get(name)!.body as string;
type Row = Record<string, string>;
const rowsOf = (table: string) => parse<Row>(text(`${table}.csv`), { columns: true, bom: true, record_delimiter: '\r\n' });

interface Descriptor {
  resources: {
    name: string;
    path: string;
    profile?: string;
    mediatype?: string;
    bytes: number;
    hash: string;
    dialect?: Record<string, unknown>;
    schema?: {
      fields: { name: string; type: string; description: string; constraints?: { required?: true; enum?: string[] } }[];
      primaryKey: string[];
      foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
    };
  }[];
}
const describePackage = () => JSON.parse(text('datapackage.json')) as Descriptor;

describe('the CSV files', () => {
  test('have a row for each thing of each collection', () => {
    for (const name of ['entries', 'statements', 'events', 'actors', 'themes', 'places', 'terms', 'relations'] as const)
      expect(rowsOf(name)).toHaveLength(data[name].length);
  });

  test('begin with one byte order mark, which spreadsheets need for UTF-8', () => {
    for (const { name, body } of files.values())
      if (name.endsWith('.csv')) expect(Buffer.from(body as string).indexOf('\u{FEFF}'), name).toBe(0);
    expect(text('statements.csv').lastIndexOf('\u{FEFF}')).toBe(0);
  });

  test('keep every column of edition 2026.1, in its order', () => {
    const published = {
      entries:
        'id url label title authors publisher genre language published_edtf published_basis published_ground published_from published_to address themes summary passages',
      statements:
        'id url entry n at kind speakers via text quotes date_edtf date_basis date_ground date_from date_to said_edtf said_basis said_ground said_from said_to horizon_edtf horizon_basis horizon_ground horizon_from horizon_to condition events actors themes places note withdrawn withdrawn_reason label',
      relations: 'from to kind why outcome',
      places: 'id url name name_ja name_ja_reading name_ru variants kind lat lon within note',
    };
    for (const [name, columns] of Object.entries(published))
      expect(Object.keys(rowsOf(name)[0]!).join(' ').startsWith(columns), name).toBe(true);
  });

  test('name no basis for a date that the article does not give', () => {
    const undated = rowsOf('statements').filter((row) => row['date_edtf'] === '');
    expect(undated.length).toBeGreaterThan(0);
    for (const row of rowsOf('statements'))
      for (const name of ['date', 'said', 'horizon']) expect(row[`${name}_basis`] === '').toBe(row[`${name}_edtf`] === '');
  });

  test('include the article’s wording of each date', () => {
    const wordings = data.statements.flatMap(({ date, said, horizon }) => [date, said, horizon].flatMap((each) => each?.wording ?? []));
    const cells = rowsOf('statements').flatMap((row) => ['date', 'said', 'horizon'].map((name) => row[`${name}_wording`]!).filter(Boolean));
    expect(wordings.length).toBeGreaterThan(0);
    expect(cells.toSorted()).toEqual(wordings.toSorted());
  });

  test('include one position of each article on each question, and say which are silent', () => {
    const questions = record.themes.flatMap((theme) => theme.questions);
    const rows = rowsOf('positions');
    expect(rows).toHaveLength(questions.length * record.entries.length);
    expect(rows.filter(({ answer }) => answer === 'silent')).toHaveLength(
      questions.flatMap(({ positions }) => positions).filter((position) => position.text === undefined).length,
    );
    for (const { answer, text: words } of rows) expect(answer === 'silent').toBe(words === '');
  });

  test('spell out an outcome that no article reports', () => {
    const answered = new Set(data.relations.filter(({ kind }) => kind === 'answers').map(({ to }) => to));
    const rows = rowsOf('forecasts');
    expect(rows.map(({ id }) => id)).toEqual(record.statements.filter(({ data: { kind } }) => kind === 'forecast').map(({ id }) => id));
    for (const { id, outcome } of rows) expect(outcome === 'not reported', id).toBe(!answered.has(id!));
  });

  test('link what the lists of the deprecated columns contain', () => {
    for (const field of ['actors', 'events', 'themes', 'places']) {
      const links = Map.groupBy(rowsOf(`statement_${field}`), ({ statement }) => statement!);
      for (const row of rowsOf('statements'))
        expect((links.get(row['id']!) ?? []).map((link) => link[field.slice(0, -1)]).join('; ')).toBe(row[field]);
    }
    const voices = (table: string) => Map.groupBy(rowsOf(table), ({ statement }) => statement!);
    const [speakers, via] = [voices('statement_speakers'), voices('statement_via')];
    const format = (rows: Row[] = []) => rows.map(({ actor, unnamed }) => actor || `unnamed: ${unnamed}`).join('; ');
    for (const { id, ...row } of rowsOf('statements')) {
      expect(format(speakers.get(id!))).toBe(row['speakers']);
      expect(format(via.get(id!))).toBe(row['via']);
    }
  });
});

describe('datapackage.json', () => {
  const validator = (name: string) => {
    const { $schema: _, ...schema } = JSON.parse(readFileSync(`tests/fixtures/profiles/${name}.json`, 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true });
    (formats as unknown as (ajv: Ajv) => void)(ajv);
    // A hint for editors.
    ajv.addFormat('textarea', true);
    const validate = ajv.compile(schema as object);
    return (value: unknown) => (validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`));
  };
  const [packageErrors, tableErrors] = [validator('data-package'), validator('tabular-data-resource')];

  test('is valid by the published profiles of the package and of each table', () => {
    const descriptor = describePackage();
    expect(packageErrors(descriptor)).toEqual([]);
    const tabular = descriptor.resources.filter(({ profile }) => profile === 'tabular-data-resource');
    expect(tabular).toHaveLength(all.length);
    for (const resource of tabular) expect(tableErrors(resource), resource.name).toEqual([]);
  });

  test('is invalid without a file, a delimiter or a field’s name', () => {
    const descriptor = describePackage();
    expect(packageErrors({ ...descriptor, resources: [] })).not.toEqual([]);
    const table = descriptor.resources.find(({ name }) => name === 'actors')!;
    const { delimiter: _, ...dialect } = table.dialect!;
    expect(tableErrors({ ...table, dialect })).not.toEqual([]);
    expect(tableErrors({ ...table, schema: { ...table.schema, fields: [{ type: 'string' }] } })).not.toEqual([]);
  });

  test('agrees with the files: fields, types, values, keys, sizes and hashes', () => {
    const { resources } = describePackage();
    expect(resources.map(({ path }) => path).toSorted()).toEqual(
      [...files.keys()].filter((name) => !['datapackage.json', 'schema.json', 'SHA256SUMS'].includes(name)).toSorted(),
    );
    for (const { path, bytes, hash, name: table, schema } of resources) {
      const body = Buffer.from(files.get(path)!.body as string);
      expect(bytes).toBe(body.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(body).digest('hex')}`);
      if (!schema) continue;
      const rows = rowsOf(table);
      expect(Object.keys(rows[0]!)).toEqual(schema.fields.map(({ name }) => name));
      for (const { name, type, constraints, description } of schema.fields) {
        expect(description).toMatch(/\S\.$/);
        for (const row of rows) {
          if (constraints?.required) expect(row[name], `${table}.${name}`).not.toBe('');
          if (row[name] === '') continue;
          if (type === 'integer') expect(row[name]).toMatch(/^-?\d+$/);
          if (type === 'number') expect(Number(row[name])).not.toBeNaN();
          if (type === 'date') expect(row[name]).toMatch(/^\d{4}-\d\d-\d\d$/);
          if (constraints?.enum) expect(constraints.enum).toContain(row[name]);
        }
      }
      const keys = rows.map((row) => JSON.stringify(schema.primaryKey.map((name) => row[name])));
      expect(new Set(keys).size, table).toBe(rows.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = reference.resource === '' ? rows : rowsOf(reference.resource);
        const ids = new Set(target.map((row) => row[reference.fields]));
        for (const row of rows) if (row[fields]) expect(ids).toContain(row[fields]);
      }
    }
  });
});

describe('the dictionary', () => {
  test('lists every column of every table with its values', () => {
    const rows = rowsOf('dictionary');
    expect(rows.map((row) => `${row['table']}.${row['column']}`)).toEqual(
      all.flatMap(({ name, columns }) => columns.map((each) => `${name}.${each.name}`)),
    );
    expect(rows.find((row) => row['table'] === 'forecasts' && row['column'] === 'outcome')!['allowed_values']).toBe(
      'met | not-met | partly | overtaken | not reported',
    );
  });

  test('names an existing table or column in place of each deprecated one', () => {
    const old = all.flatMap((table) => table.columns.flatMap(({ deprecated }) => (deprecated ? { table, deprecated } : [])));
    expect(old.length).toBeGreaterThan(10);
    for (const { table, deprecated } of old)
      expect(
        all.some(({ name }) => name === deprecated) || table.columns.some((each) => each.name === deprecated && !each.deprecated),
        `${table.name}: ${deprecated}`,
      ).toBe(true);
  });
});

/** Reserved words of PostgreSQL 17 and MySQL 8.4 that are likely names of columns. */
const RESERVED = new Set(
  `all analyse analyze and any array as asc both case cast check collate column condition constraint create cross cube current_date
  default desc describe distinct div do else end except false fetch for foreign from function grant group groups having in index inner
  insert interval into is join key keys kill lag lead leading left like limit lines load lock long loop match natural not null of offset
  on only option or order outer over partition placing precision primary procedure range rank read recursive references release rename
  repeat replace require returning right row rows schema select session_user set show signal some sql system table tables then to trailing
  trigger true union unique update usage use user using values variadic when where window with write`.split(/\s+/),
);
RESERVED.delete('usage');

/** Returns whether SQLite refuses a name without quotation marks, or another database reserves it. */
function isReserved(name: string): boolean {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(`CREATE TABLE t (${name} TEXT)`);
    return RESERVED.has(name);
  } catch {
    return true;
  } finally {
    database.close();
  }
}

describe('names of tables and columns', () => {
  test('are not words of SQL, except in deprecated columns', () => {
    const names = all.flatMap(({ name, columns }) => [name, ...columns.filter(({ deprecated }) => !deprecated).map((each) => each.name)]);
    expect([...new Set(names)].filter(isReserved)).toEqual([]);
    const old = all.flatMap(({ columns }) => columns.filter(({ deprecated }) => deprecated).map(({ name }) => name));
    expect(old.filter(isReserved)).toEqual(['condition', 'from', 'to']);
  });
});

describe('the database', () => {
  const open = <Result>(bytes: Uint8Array, use: (database: DatabaseSync) => Result): Result => {
    const folder = mkdtempSync(join(tmpdir(), 'record-database-'));
    writeFileSync(join(folder, 'record.sqlite'), bytes);
    const database = new DatabaseSync(join(folder, 'record.sqlite'), { readOnly: true });
    try {
      return use(database);
    } finally {
      database.close();
      rmSync(folder, { recursive: true });
    }
  };
  const rowsIn = (bytes: Uint8Array, sql: string) => open(bytes, (database) => database.prepare(sql).all());
  const bytes = files.get('record.sqlite')!.body as Uint8Array;

  test('has the same bytes each time', () => {
    expect(Buffer.from(createDatabase(all)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('has intact pages and foreign keys', () => {
    expect(rowsIn(bytes, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(rowsIn(bytes, 'PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
    expect(rowsIn(bytes, 'PRAGMA foreign_key_list(statement_actors)')).toHaveLength(2);
  });

  test('has the rows and cells of the CSV files, without the deprecated columns', () => {
    for (const { name, columns, key } of all) {
      const active = columns.filter(({ deprecated }) => !deprecated).map((each) => each.name);
      const cells = (rows: Record<string, string | number | null>[]) =>
        rows.map((row) => JSON.stringify(active.map((each) => String(row[each] ?? '')))).toSorted();
      expect(cells(rowsIn(bytes, `SELECT * FROM ${name}`) as Record<string, string | number | null>[]), name).toEqual(cells(rowsOf(name)));
      expect(key.every((each) => active.includes(each))).toBe(true);
    }
  });

  test('leaves withdrawn statements out of its views', () => {
    expect(record.withdrawn.length).toBeGreaterThan(0);
    const listed = new Set(rowsIn(bytes, 'SELECT statement FROM statements_by_speaker').map(({ statement }) => statement));
    expect(listed.size).toBe(record.statements.length);
  });

  const table = (name: string, columns: Column<Row>[], rows: Row[], key = ['id']) =>
    ({ name, title: name, key, columns, rows }) as unknown as Table<never>;
  const id = column<Row>('id', 'Its id', (row) => row['id']);
  /** Returns tables of which only `name` is not a copy of those of the Record. */
  const withTable = (broken: Table<never>) => [...all.filter(({ name }) => name !== broken.name), broken];

  test('cannot be made if a row refers to a missing row', () => {
    const link = referenceColumn<Row>('actor', 'An actor', 'actors', (row) => row['actor']);
    expect(() => createDatabase(withTable(table('links', [id, link], [{ id: 'a', actor: 'nobody' }])))).toThrow('FOREIGN KEY');
    expect(() => createDatabase(withTable(table('links', [id, link], [{ id: 'a', actor: record.actors[0]!.id }])))).not.toThrow();
  });

  test('cannot be made if a key repeats or a value is not allowed', () => {
    expect(() => createDatabase(withTable(table('links', [id], [{ id: 'a' }, { id: 'a' }])))).toThrow('UNIQUE');
    const kind = column<Row>('kind', 'Its kind', (row) => row['kind'], { values: ['b'] });
    expect(() => createDatabase(withTable(table('links', [id, kind], [{ id: 'a', kind: 'c' }])))).toThrow('CHECK');
  });
});
