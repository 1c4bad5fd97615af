import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFiles } from '../../src/exports/data-files.ts';
import { exampleIds, pythonStart, recipes, rStart } from '../../src/exports/recipes.ts';
import { forecasts } from '../../src/views/forecasts.ts';
import { getBounds } from '../../src/dates/bounds.ts';
import { citableItems } from '../../src/citations/to-csl.ts';
import { site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-recipes-'));
const ids = exampleIds(record);
const all = recipes(ids);

beforeAll(() => {
  for (const { name, body } of dataFiles(record, citableItems(record, site), site)) writeFileSync(join(folder, name), body);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers of the pages, as sorted lines. */
const answers: Record<string, () => string[]> = {
  forecasts: () => count(forecasts(record).all.map(({ statement, outcome }) => [statement.entry.id, outcome ?? 'not reported'])),
  speakers: () =>
    count(
      record.themes
        .find(({ id }) => id === ids.theme)!
        .statements.flatMap(({ speakers, entry }) =>
          speakers.map(({ actor, unnamed }) => [
            getBounds(entry.data.source.published.edtf).from!.slice(0, 4),
            actor ? actor.data.names.en : unnamed,
          ]),
        ),
    ),
  silences: () =>
    record.themes
      .flatMap(({ questions }) => questions)
      .filter(({ positions }) => positions.some(({ entry, text }) => entry.id === ids.entry && text === undefined))
      .map(({ data }) => data.question),
  'state-media': () =>
    record.statements.flatMap(({ id, speakers, via }) => {
      const media = via.flat().flatMap(({ actor }) => (actor && stateMedia.has(actor.data.names.en) ? [actor.data.names.en] : []));
      return speakers
        .filter(({ actor }) => actor?.data.side === 'japan')
        .flatMap(({ actor }) => media.map((outlet) => [id, actor!.data.names.en, outlet].join('\t')));
    }),
  contradictions: () => record.relations.filter(({ data }) => data.kind === 'contradicts').map(({ data }) => `${data.from}\t${data.to}`),
};

/** Russian state media among the outlets. A new one must be named as such in its description, and added here. */
const stateMedia = new Set(['TASS', 'Sputnik', 'Sputnik Japanese']);

const count = (rows: string[][]) => [...Map.groupBy(rows, (row) => row.join('\t'))].map(([line, group]) => `${line}\t${group.length}`);
const lines = (text: string) => text.split(/\r?\n/).filter(Boolean).toSorted();
const has = (command: string) => spawnSync(command, ['--version']).status === 0;
const run = (command: string, args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });

describe('the recipes', () => {
  test('ask about every answer of this test, and each answer has rows', () => {
    expect(all.map(({ id }) => id)).toEqual(Object.keys(answers));
    for (const answer of Object.values(answers)) expect(answer().length).toBeGreaterThan(0);
  });

  for (const { id, sql, python, r } of all) {
    const expected = () => answers[id]!().toSorted();

    test(`${id}: SQL prints what the pages show`, () => {
      const database = new DatabaseSync(join(folder, 'record.sqlite'), { readOnly: true });
      const rows = database.prepare(sql).all();
      database.close();
      expect(rows.map((row) => Object.values(row).join('\t')).toSorted()).toEqual(expected());
    });

    test.skipIf(!has('sqlite3'))(`${id}: SQL prints the same in the command sqlite3`, () => {
      expect(lines(run('sqlite3', ['-separator', '\t', 'record.sqlite', sql]))).toEqual(expected());
    });

    test.skipIf(!has('python3'))(`${id}: Python prints the same from the CSV files`, () => {
      expect(lines(run('python3', ['-c', `${pythonStart}\n${python}`]))).toEqual(expected());
    });

    test.skipIf(!has('Rscript'))(`${id}: R prints the same from the CSV files`, () => {
      expect(lines(run('Rscript', ['-e', `${rStart}\n${r}`]))).toEqual(expected());
    });
  }
});
