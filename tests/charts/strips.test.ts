import { describe, expect, it } from 'vitest';
import { boxesOverlap } from '../../src/charts/geometry.ts';
import { cellPath } from '../../src/charts/strips/cell-path.ts';
import { glanceFigure } from '../../src/charts/strips/glance.ts';
import { paragraphMap } from '../../src/charts/strips/paragraph-map.ts';
import { namedThreads } from '../../src/views/threads.ts';
import { find } from '../support/fixtures.ts';
import { records } from '../support/record.ts';

const subpaths = (path: string) => path.match(/M/g)?.length ?? 0;

describe.each(records)('glanceFigure of %s', (_, record) => {
  const figure = glanceFigure(record);

  it('has a cell for each statement and a line for each relation', () => {
    expect(figure.rows.flatMap(({ cells }) => cells.map(({ id }) => id))).toEqual(record.statements.map(({ id }) => id));
    expect(figure.lines.reduce((sum, { path }) => sum + subpaths(path), 0)).toBe(record.relations.length);
  });

  it('numbers the statements of the named relations, and labels each relation once', () => {
    const threads = namedThreads(record);
    expect([...figure.numbers.keys()]).toEqual(expect.arrayContaining(threads.map(({ later }) => later.id)));
    expect(figure.labels.map(({ heading }) => heading)).toEqual(threads.map(({ title }, index) => `${index + 1}  ${title}`));
  });

  it('keeps lines and labels inside, and labels apart', () => {
    const boxes = figure.labels.map(({ x, y, width }) => ({ x0: x, x1: x + width, y0: y, y1: y + 38 }));
    for (const [index, box] of boxes.entries()) {
      expect(box.x1).toBeLessThanOrEqual(figure.width);
      expect(box.y0).toBeGreaterThanOrEqual(0);
      expect(boxes.slice(index + 1).filter((other) => boxesOverlap(box, other))).toEqual([]);
    }
    const numbers = figure.lines.flatMap(({ path }) => [...path.matchAll(/[MC ](-?[\d.]+) (-?[\d.]+)/g)]);
    expect(numbers.every(([, x, y]) => Number(x) <= figure.width && Number(y) >= 0 && Number(y) <= figure.height)).toBe(true);
  });
});

describe('paragraphMap', () => {
  const entry = find('entries', 'alpha-2001');
  const { rows, height } = paragraphMap(entry);

  it('has a row for each passage, as high as its words and at least a line', () => {
    expect(rows.map(({ locator }) => locator)).toEqual(Object.keys(entry.passages));
    const words = Object.values(entry.passages).map((passage) => passage.words);
    const heights = [...rows.slice(1).map(({ y }) => y), height + 12].map((y, index) => y - rows[index]!.y);
    expect(heights.indexOf(Math.max(...heights))).toBe(words.indexOf(Math.max(...words)));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(16);
  });

  it('has a cell for each statement of a passage, by the form of its speaker', () => {
    expect(rows.map(({ paths }) => paths.reduce((sum, { path }) => sum + subpaths(path), 0))).toEqual([1, 2, 2, 1]);
    expect(rows[2]!.paths.map(({ form }) => form)).toContain('unnamed');
    expect(rows[1]!.title).toMatch(/^¶1: \d+ words?, 2 statements$/);
  });
});

it.each(['japan', 'third', 'russia', 'unnamed'] as const)('closes the path of a cell of form %s', (form) => {
  expect(cellPath(form, { x0: 1, y0: 2, x1: 11, y1: 16 })).toMatch(/^M1 2.*z$/);
});
