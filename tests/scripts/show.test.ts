import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test, vi } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { findReports, suggestIds } from '../../scripts/show/find.ts';
import { printReport, wrapText } from '../../scripts/show/print-report.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { archive, changedArchive, removeArchive } from '../support/archive.ts';

vi.setConfig({ testTimeout: 60_000 });

const record = resolveReferences(readContent(archive).content);
const plain = { width: 80, colour: false };
const printed = (id: string) => findReports(record, id).map((sheet) => printReport(sheet, plain));

describe('findSheets', () => {
  test.each([
    ['alpha-2001', 'entry', 'Ledger (5)'],
    ['alpha-2001.s3', 'statement', 'Horizon'],
    ['ferry-pact', 'event', 'Who took part'],
    ['norrow', 'actor', 'Is spoken of'],
    ['ferries', 'theme', 'Questions'],
    ['port-alder', 'place', 'Lies at'],
    ['home-water', 'term', 'Uses'],
  ])('finds by %s one %s, with all that it has', (id, kind, part) => {
    const [sheet, ...others] = printed(id);
    expect(others).toEqual([]);
    expect(sheet).toMatch(new RegExp(`^.+\n${kind} .*content/.*/`));
    expect(sheet).toContain(part);
  });

  it('finds a question with or without its theme, and tells apart two things with one id', () => {
    const { theme, id } = record.themes[0]!.questions[0]!;
    expect(printed(id)).toEqual(printed(`${theme.id}/${id}`));
    expect(printed('actor/norrow')).toEqual(printed('norrow'));
    expect(printed('place/norrow')).toEqual([]);
  });

  it('finds by a name, in any case, where one thing alone is called so', () => {
    const actor = record.actors.find(({ id }) => id === 'norrow')!;
    const { title } = record.events.find(({ id }) => id === 'ferry-pact')!.data;
    expect(printed(title.toUpperCase())).toEqual(printed('ferry-pact'));
    expect(printed('no such name')).toEqual([]);
    const twice = { ...record, places: [{ ...record.places[0]!, data: { ...record.places[0]!.data, names: actor.data.names } }] };
    expect(findReports(twice, actor.data.names.en)).toEqual([]);
    expect(suggestIds(twice, actor.data.names.en)).toEqual(['actor/norrow', `place/${record.places[0]!.id}`]);
  });

  it('names every statement of an entry, and every statement that speaks of an actor', () => {
    const [entry] = printed('alpha-2001');
    for (const { id } of record.entries[0]!.statements) expect(entry).toContain(`  ${id} · `);
    const actor = record.actors.find(({ id }) => id === 'norrow')!;
    for (const { id } of [...actor.statementsMade, ...actor.spokenOf]) expect(printed('norrow')[0]).toContain(id);
  });
});

describe('suggestIds', () => {
  test.each([
    ['norow', ['norrow']],
    ['alder', ['alder-gazette', 'port-alder']],
    ['alpha-2001.s33', ['alpha-2001.s3']],
    ['nothing-like-it-at-all', []],
  ])('for %s gives %j', (asked, ids) => {
    expect(suggestIds(record, asked)).toEqual(ids);
  });
});

describe('printSheet', () => {
  const [sheet] = findReports(record, 'alpha-2001');

  it('keeps to the width of the terminal, and puts no escape where there is no colour', () => {
    const texts = printReport(sheet!, { width: 60, colour: false })
      .split('\n')
      .filter((line) => line.startsWith('    '));
    expect(Math.max(...texts.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(printReport(sheet!, plain)).not.toContain('\u001b');
    expect(printReport(sheet!, { width: 60, colour: true })).toContain('\u001b[');
  });

  it('breaks lines between words alone', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('incomprehensibilities', 7)).toEqual(['incomprehensibilities']);
  });
});

describe('npm run show', () => {
  const script = fileURLToPath(new URL('../../scripts/show.ts', import.meta.url));
  const show = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { cwd: archive, encoding: 'utf8' });

  it('prints to a pipe without colour', () => {
    const { status, stdout } = show('norrow');
    expect(status).toBe(0);
    expect(stdout).toBe(printReport(findReports(record, 'norrow')[0]!, { width: 100, colour: false }));
  });

  it('shows what was last committed, and says so, while something is being written', () => {
    const root = changedArchive([]);
    try {
      const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root });
      const begun = () => spawnSync(process.execPath, [script, 'norrow'], { cwd: root, encoding: 'utf8' });
      writeFileSync(join(root, 'content/events/begun.yaml'), 'title:\n');
      expect(begun()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('title is empty') });
      rmSync(join(root, 'content/events/begun.yaml'));
      git('init', '-q');
      git('add', '.');
      git('commit', '-q', '-m', 'All');
      writeFileSync(join(root, 'content/events/begun.yaml'), 'title:\n');
      expect(begun()).toMatchObject({
        status: 0,
        stdout: show('norrow').stdout,
        stderr: expect.stringContaining('as it was last committed'),
      });
    } finally {
      removeArchive(root);
    }
  });

  it('says what is like an id that it does not know, with exit code 1, and how it is used, with 2', () => {
    expect(show('norow')).toMatchObject({ status: 1, stdout: '', stderr: 'Nothing goes by “norow”. Did you mean norrow?\n' });
    expect(show()).toMatchObject({ status: 2, stdout: '' });
    expect(show('a', 'b').stderr).toContain('usage: npm run show');
  });
});
