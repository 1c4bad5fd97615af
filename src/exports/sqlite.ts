import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Column, Table } from './columns.ts';

/** Types of SQLite by type of Table Schema. */
const TYPES = { integer: 'INTEGER', number: 'REAL', date: 'TEXT' } as const;

/** Views for common questions. They leave out withdrawn statements. */
const VIEWS = {
  statements_by_speaker: `
    SELECT s.id AS statement, s.entry, substr(e.published_from, 1, 4) AS published_year, s.kind, p.actor AS speaker,
      coalesce(a.name, p.unnamed) AS speaker_name, a.side AS speaker_side, s.text,
      (SELECT group_concat(name, ' > ') FROM (
        SELECT coalesce(b.name, v.unnamed) AS name FROM statement_via v LEFT JOIN actors b ON b.id = v.actor
        WHERE v.statement = s.id ORDER BY v.step, v.ordinal)) AS passed_on_by
    FROM statements s JOIN entries e ON e.id = s.entry JOIN statement_speakers p ON p.statement = s.id
      LEFT JOIN actors a ON a.id = p.actor
    WHERE s.withdrawn IS NULL ORDER BY e.published_from, s.n, p.ordinal`,
  state_media: `
    SELECT id, name FROM actors WHERE kind = 'outlet' AND side = 'russia' AND description LIKE '%Russian state%'`,
  passed_on_by_state_media: `
    SELECT DISTINCT s.statement, s.entry, s.speaker_name, s.speaker_side, m.name AS outlet, s.text
    FROM statements_by_speaker s JOIN statement_via v ON v.statement = s.statement JOIN state_media m ON m.id = v.actor`,
  forecasts_by_outcome: `
    SELECT entry, outcome, count(*) AS forecasts FROM forecasts GROUP BY entry, outcome`,
  silences: `
    SELECT p.entry, q.theme, q.id AS question_id, q.question FROM positions p JOIN questions q ON q.id = p.question
    WHERE p.answer = 'silent'`,
  contradictions: `
    SELECT r.from_statement, f.text AS from_text, r.to_statement, t.text AS to_text, r.why
    FROM relations r JOIN statements f ON f.id = r.from_statement JOIN statements t ON t.id = r.to_statement
    WHERE r.kind = 'contradicts'`,
} as const;

/**
 * Returns the tables as an SQLite database with foreign keys and views. The same tables give the same bytes.
 *
 * @throws {Error} if a row refers to a row that does not exist, repeats a key or has a value that its column does not allow
 */
export function createDatabase(tables: readonly Table<never>[]): Uint8Array {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA page_size = 4096; PRAGMA foreign_keys = ON; BEGIN');
  for (const { name, key, columns } of tables)
    database.exec(
      `CREATE TABLE ${name} (\n  ${definitions(columns, key).join(',\n  ')}\n) STRICT${key.length > 1 ? ', WITHOUT ROWID' : ''}`,
    );
  for (const { name, columns, rows } of tables) {
    const active = columns.filter(({ deprecated }) => !deprecated);
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${active.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...active.map(({ cell }) => cell(row) ?? null));
  }
  for (const [name, select] of Object.entries(VIEWS)) database.exec(`CREATE VIEW ${name} AS${select}`);
  database.exec('COMMIT');
  const bytes = readDatabase(database);
  // The header names the version of the library (offset 96), which does not change how the file is read.
  bytes.writeUInt32BE(FORMAT_VERSION, 96);
  return bytes;
}

/** Returns the bytes of a database, without unused pages, and closes it. */
function readDatabase(database: DatabaseSync): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    database.prepare('VACUUM INTO ?').run(join(folder, 'record.sqlite'));
    return readFileSync(join(folder, 'record.sqlite'));
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

/** The first version of SQLite that has all features of the database, `STRICT` above all: 3.37.0. */
const FORMAT_VERSION = 3_037_000;

const definitions = (columns: readonly Column<never>[], key: readonly string[]): string[] => [
  ...columns.filter(({ deprecated }) => !deprecated).map((each) => define(each, key.includes(each.name))),
  ...(key.length > 0 ? [`PRIMARY KEY (${key.join(', ')})`] : []),
];

function define({ name, type, foreignKey, values }: Column<never>, isRequired: boolean): string {
  return [
    name,
    type ? TYPES[type] : 'TEXT',
    ...(isRequired ? ['NOT NULL'] : []),
    ...(values ? [`CHECK (${name} IN (${values.map((value) => `'${value}'`).join(', ')}))`] : []),
    ...(foreignKey ? [`REFERENCES ${foreignKey} (id) DEFERRABLE INITIALLY DEFERRED`] : []),
  ].join(' ');
}
