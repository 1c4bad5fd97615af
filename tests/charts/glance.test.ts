import { describe, expect, it } from 'vitest';
import { boxesOverlap } from '../../src/charts/geometry.ts';
import { glanceFigure } from '../../src/charts/glance.ts';
import { namedThreads } from '../../src/views/home-page.ts';
import { records } from '../support/record.ts';

const subpaths = (path: string) => path.match(/M/g)?.length ?? 0;

describe.each(records)('glanceFigure of %s', (_, record) => {
  const figure = glanceFigure(record);

  it('has a cell for each statement and a line for each relation, crossed for contradictions', () => {
    expect(figure.rows.flatMap(({ cells }) => cells.map(({ id }) => id))).toEqual(record.statements.map(({ id }) => id));
    expect(figure.lines.reduce((sum, { path }) => sum + path.split('C').length - 1, 0)).toBe(record.relations.length);
    const crosses = figure.lines.map(({ className, path }) => [
      className.startsWith('contradicts'),
      subpaths(path) > path.split('C').length - 1,
    ]);
    for (const [isContradiction, isCrossed] of crosses) expect(isCrossed).toBe(isContradiction);
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
