import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contains, dotOverlapsBox, boxesOverlap } from '../../src/charts/geometry.ts';
import { placeLabels } from '../../src/charts/place-labels.ts';

const frame = { x0: 0, y0: 0, x1: 300, y1: 200 };
const anchors = fc.array(
  fc.record({
    x: fc.integer({ min: 10, max: 290 }),
    y: fc.integer({ min: 10, max: 190 }),
    r: fc.integer({ min: 2, max: 10 }),
    lines: fc.array(fc.string({ minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 14 },
);
const settings = { numRuns: 40 };

it('places no name on another name, on a dot or outside the frame', () => {
  fc.assert(
    fc.property(anchors, (dots) => {
      const labels = placeLabels(dots, frame, 12).filter((label) => label !== undefined);
      for (const [index, { box }] of labels.entries()) {
        expect(contains(frame, box)).toBe(true);
        expect(dots.some((dot) => dotOverlapsBox(dot, box))).toBe(false);
        for (const other of labels.slice(index + 1)) expect(boxesOverlap(box, other.box)).toBe(false);
      }
    }),
    settings,
  );
}, 30_000);

it('avoids obstacles, and returns undefined for a name without space', () => {
  const dot = { x: 150, y: 100, r: 4, lines: ['Somewhere'] };
  const right = { x0: 155, y0: 0, x1: 300, y1: 200 };
  expect(placeLabels([dot], frame, 12)[0]!.anchor).toBe('start');
  expect(placeLabels([dot], frame, 12, [right])[0]!.box.x1).toBeLessThanOrEqual(155);
  expect(placeLabels([dot], frame, 12, [frame])).toEqual([undefined]);
});
