import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes } from '../../src/charts/timeline/lanes.ts';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('Lanes', () => {
  it('hold no two stretches that overlap', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 60 }), (stretches) => {
        const lanes = assignLanes(stretches);
        for (const [a, one] of stretches.entries()) {
          for (const [b, other] of stretches.entries()) {
            if (a < b && lanes[a] === lanes[b]) expect(one.end <= other.start || other.end <= one.start).toBe(true);
          }
        }
      }),
    );
  });

  it('are as many as stretches lie over one point at most', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 60 }), (stretches) => {
        const deepest = Math.max(
          ...stretches.map(({ start }) => stretches.filter((other) => other.start <= start && start < other.end).length),
        );
        expect(1 + Math.max(...assignLanes(stretches))).toBe(deepest);
      }),
    );
  });

  it('are none for nothing', () => {
    expect(assignLanes([])).toEqual([]);
  });
});
