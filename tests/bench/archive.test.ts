import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { archive } from '../../scripts/bench/archive.ts';
import { perEntry, things } from '../../scripts/bench/proportions.ts';
import { slope } from '../../scripts/bench/table.ts';
import { readContent } from '../../scripts/content/read.ts';
import { sayProblems } from '../../scripts/content/report.ts';

const ENTRIES = 4;
const root = mkdtempSync(join(tmpdir(), 'record-bench-'));
for (const [path, text] of archive(ENTRIES)) {
  const file = join(root, 'content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('an invented archive', () => {
  const { content, problems } = readContent(root);

  it('keeps all rules', () => {
    expect(problems, sayProblems(problems)).toEqual([]);
  });

  it('has what the proportions say', () => {
    expect(content.entries).toHaveLength(ENTRIES);
    expect(content.ledgers.map(({ data }) => data.statements.length)).toEqual(Array(ENTRIES).fill(perEntry.statements));
    const { actors, events, places, themes, terms } = things(ENTRIES);
    expect({
      actors: content.actors.length,
      events: content.events.length,
      places: content.places.length,
      themes: content.themes.length,
      terms: content.terms.length,
    }).toEqual({ actors, events, places, themes, terms });
  });

  it('is the same for the same seed and another for another', () => {
    expect([...archive(2, 7)]).toEqual([...archive(2, 7)]);
    expect([...archive(2, 7)]).not.toEqual([...archive(2, 8)]);
  });

  it('grows more slowly in names than in entries, and in themes hardly', () => {
    const [few, many] = [things(5), things(500)];
    for (const name of ['actors', 'events', 'places', 'themes', 'terms'] as const) expect(many[name] / few[name]).toBeLessThan(100);
    expect(many.themes).toBeLessThan(3 * few.themes);
    expect(few).toMatchObject({ actors: 64, events: 50, places: 30, themes: 16 });
  });
});

test.each([
  [[1, 10, 100], [3, 30, 300], 1],
  [[1, 10, 100], [5, 500, 50_000], 2],
  [[5, 50, 500], [7, 7, 7], 0],
])('costs %j against %j grow with the exponent %d', (sizes, costs, exponent) => {
  expect(slope(sizes, costs)).toBeCloseTo(exponent, 10);
});
