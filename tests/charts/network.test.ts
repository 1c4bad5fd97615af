import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { layoutNetwork } from '../../src/charts/network/layout.ts';
import { wrapName, networkFigure, nodeRadius } from '../../src/charts/network/network.ts';
import { overlap, contains } from '../../src/charts/geometry.ts';
import { sides } from '../../src/schema/actor.ts';
import { networkData } from '../../src/views/network-data.ts';
import { coOccurrences } from '../../src/views/network-page.ts';
import { record } from '../support/chart-record.ts';

const state = networkData(record);
const pictures = networkFigure(state);

describe('the picture of the network', () => {
  test.each(['broad', 'narrow'] as const)('sets all marks and names of the %s drawing inside its frame, none on another', (which) => {
    const { width, height, nodes } = pictures[which];
    expect(nodes.map(({ id }) => id)).toEqual(state.actors.map(({ id }) => id));
    for (const [index, { id, box }] of nodes.entries()) {
      expect(contains({ x0: 0, y0: 0, x1: width, y1: height }, box), id).toBe(true);
      for (const other of nodes.slice(index + 1)) expect(overlap(box, other.box), `${id} / ${other.id}`).toBe(false);
    }
  });

  test.each(['broad', 'narrow'] as const)('has the Japanese side left of the Russian in the %s drawing', (which) => {
    const { nodes } = pictures[which];
    const xs = (side: string) => nodes.filter((node) => node.side === side).map(({ x }) => x);
    expect(Math.max(...xs('japan'))).toBeLessThan(Math.min(...xs('russia')));
  });

  it('draws every pair of the least strength and more, once, and no other', () => {
    const strong = coOccurrences(record).filter(({ statements }) => statements.length >= state.least);
    expect(state.pairs).toHaveLength(strong.length);
    for (const which of ['broad', 'narrow'] as const) {
      expect(pictures[which].edges.map(({ path }) => path).join('').match(/M/g)).toHaveLength(strong.length); // prettier-ignore
    }
  });

  it('says true numbers', () => {
    const all = coOccurrences(record);
    const { a, b, statements } = all[0]!;
    expect(pictures.finding).toContain(`Most often together: ${a.data.names.en} and ${b.data.names.en}, ${statements.length} statements`);
    expect(pictures.finding).toContain(`${state.pairs.length} of ${all.length} pairs share ${state.least} statements or more`);
  });

  it('is the same each time', () => {
    expect(networkFigure(networkData(record))).toEqual(pictures);
  });

  it('makes a mark’s area go by the number of statements, down to a least size', () => {
    expect(nodeRadius(400, 1) / nodeRadius(100, 1)).toBeCloseTo(2);
    expect(nodeRadius(0, 1)).toBe(nodeRadius(5, 1));
  });
});

describe('the layout', () => {
  const rooms = fc
    .array(fc.record({ side: fc.constantFrom(...sides), weight: fc.nat(100) }), { maxLength: 16 })
    .map((each) => each.map((one, index) => ({ ...one, id: `n${index}`, left: 30, right: 30, above: 8, below: 20 })));

  it('has place for a few nodes, inside the frame and apart, the same each time', () => {
    fc.assert(
      fc.property(rooms, (nodes) => {
        const links = nodes.slice(1).map(({ id, weight }) => ({ a: 'n0', b: id, statements: weight + 1 }));
        const places = layoutNetwork(nodes, links, { width: 400, height: 400 });
        expect(layoutNetwork(nodes, links, { width: 400, height: 400 })).toEqual(places);
        const boxes = nodes.map(({ id }) => ({
          x0: places.get(id)!.x - 30,
          y0: places.get(id)!.y - 8,
          x1: places.get(id)!.x + 30,
          y1: places.get(id)!.y + 20,
        }));
        for (const [index, box] of boxes.entries()) {
          expect(contains({ x0: 0, y0: 0, x1: 400, y1: 400 }, box)).toBe(true);
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  }, 30_000);
});

test.each([
  ['TASS', ['TASS']],
  ['Russian Foreign Ministry', ['Russian Foreign', 'Ministry']],
  ['Institutionalisation', ['Institutionalisation']],
])('%s is set in lines of about the same length', (name, lines) => {
  expect(wrapName(name, 13)).toEqual(lines);
});
