import { describe, expect, it } from 'vitest';
import { answerArcs, fitsColumns, WIDTH } from '../../src/charts/answer-arcs.ts';
import { answerLinks, questionPage } from '../../src/views/answers.ts';
import { record } from '../support/record.ts';

const column = (count: number, isSilent = false) => ({
  isSilent,
  statements: Array.from({ length: count }, (_, index) => `s${index}`),
});

describe('fitsColumns', () => {
  it('accepts columns whose marks fit', () => {
    expect(fitsColumns([column(6), column(2), column(0, true), column(1), column(1)])).toBe(true);
    expect(fitsColumns([column(0, true)])).toBe(true);
  });

  it('refuses too many columns and too many marks', () => {
    expect(fitsColumns(Array.from({ length: 7 }, () => column(1)))).toBe(false);
    expect(fitsColumns([column(12), column(1), column(1), column(1), column(1)])).toBe(false);
  });
});

describe('answerArcs of each question', () => {
  const drawings = record.themes.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const page = questionPage(question, record);
      // Columns of more articles do not fit side by side.
      const columns = page.columns.filter(({ text }) => text !== undefined).slice(0, 5);
      const shapes = columns.map(({ statements }) => ({ isSilent: false, statements: statements.map(({ id }) => id) }));
      const ids = shapes.flatMap(({ statements }) => statements);
      const links = page.links.filter(({ from, to }) => ids.includes(from.id) && ids.includes(to.id));
      const arcs = answerArcs(shapes, links);
      return arcs ? [{ arcs, links }] : [];
    }),
  );

  it('draws every link once, inside the drawing', () => {
    expect(drawings.length).toBeGreaterThan(0);
    for (const { arcs, links } of drawings) {
      expect(arcs.arcs.map(({ kind }) => kind).toSorted()).toEqual(links.map(({ kind }) => kind).toSorted());
      for (const { label, path } of arcs.arcs) {
        const [fromX, , , , , , toX] = path.match(/-?[\d.]+/g)!.map(Number);
        for (const x of [fromX!, toX!, label.x]) expect(x > 0 && x < WIDTH, path).toBe(true);
        expect(label.y).toBeGreaterThan(8);
        expect(label.y).toBeLessThan(arcs.height);
      }
    }
  });

  it('places no label on another', () => {
    for (const { arcs } of drawings)
      for (const [index, { label }] of arcs.arcs.entries())
        for (const { label: other } of arcs.arcs.slice(0, index)) {
          const width = 3 * (label.text.length + other.text.length);
          expect(Math.abs(label.x - other.x) > width || Math.abs(label.y - other.y) >= 12, `${label.text}, ${other.text}`).toBe(true);
        }
  });

  it('draws nothing without links', () => {
    expect(answerArcs([column(1)], [])).toBeUndefined();
  });
});

it('answerArcs gives arrows to updates and a cross to contradictions', () => {
  const [relation] = record.relations;
  const shapes = [{ isSilent: false, statements: [relation!.from.id, relation!.to.id] }];
  const draw = (kind: 'updates' | 'contradicts' | 'qualifies') =>
    answerArcs(shapes, answerLinks([{ ...relation!, data: { ...relation!.data, kind } }]))!.arcs[0]!;
  expect(draw('updates').head).toBeDefined();
  expect(draw('contradicts').cross).toBeDefined();
  expect([draw('qualifies').head, draw('qualifies').cross]).toEqual([undefined, undefined]);
});
