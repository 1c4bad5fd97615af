import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contains, boxesOverlap } from '../../src/charts/geometry.ts';
import { layoutNetwork } from '../../src/charts/network/layout.ts';
import { networkFigure, nodeRadius, wrapName } from '../../src/charts/network/network.ts';
import { sides } from '../../src/schema/actor.ts';
import { networkData, coOccurrences } from '../../src/views/network-page.ts';
import { fixture, record } from '../support/chart-record.ts';

const network = networkData(record);
const figure = networkFigure(network);

describe('networkFigure', () => {
  test.each(['broad', 'narrow'] as const)('places all marks and names of the %s drawing inside its frame, and none on another', (which) => {
    const { width, height, nodes } = figure[which];
    expect(nodes.map(({ id }) => id)).toEqual(network.actors.map(({ id }) => id));
    for (const [index, { id, box }] of nodes.entries()) {
      expect(contains({ x0: 0, y0: 0, x1: width, y1: height }, box), id).toBe(true);
      for (const other of nodes.slice(index + 1)) expect(boxesOverlap(box, other.box), `${id} / ${other.id}`).toBe(false);
    }
  });

  test.each(['broad', 'narrow'] as const)('places the Japanese side left of the Russian side in the %s drawing', (which) => {
    const { nodes } = figure[which];
    const xs = (side: string) => nodes.filter((node) => node.side === side).map(({ x }) => x);
    expect(Math.max(...xs('japan'))).toBeLessThan(Math.min(...xs('russia')));
  });

  it('draws every pair with enough statements once, and no other', () => {
    const strong = coOccurrences(record).filter(({ statements }) => statements.length >= network.minShared);
    expect(network.pairs).toHaveLength(strong.length);
    for (const { edges } of [figure.broad, figure.narrow]) {
      expect(edges.map(({ path }) => path).join('').match(/M/g)).toHaveLength(strong.length); // prettier-ignore
    }
  });

  it('counts pairs and the statements of the strongest pair', () => {
    const all = coOccurrences(record);
    const { a, b, statements } = all[0]!;
    expect(figure.finding).toContain(`Most often together: ${a.data.names.en} and ${b.data.names.en}, ${statements.length} statements`);
    expect(figure.finding).toContain(`${network.pairs.length} of ${all.length} pairs share ${network.minShared} statements or more`);
  });

  it('returns the same figure each time', () => {
    expect(networkFigure(networkData(record))).toEqual(figure);
  });

  it('returns a figure for a small archive and for an empty one', () => {
    expect(networkFigure(networkData(fixture, 1)).broad.nodes.length).toBeGreaterThan(1);
    expect(networkFigure({ total: 0, minShared: 5, pairs: [], actors: [] }).finding).toBe(
      'No pair is drawn. 0 of 0 pairs share 5 statements or more and are drawn, with 0 actors.',
    );
  });
});

it('nodeRadius returns a radius whose area is proportional to the number of statements, above a minimum', () => {
  expect(nodeRadius(400, 1) / nodeRadius(100, 1)).toBeCloseTo(2);
  expect(nodeRadius(0, 1)).toBe(nodeRadius(5, 1));
});

it('layoutNetwork places a few nodes inside the frame, without overlaps, the same each time', () => {
  const boxes = fc
    .array(fc.record({ side: fc.constantFrom(...sides), weight: fc.nat(100) }), { maxLength: 16 })
    .map((each) => each.map((one, index) => ({ ...one, id: `n${index}`, left: 30, right: 30, above: 8, below: 20 })));
  fc.assert(
    fc.property(boxes, (nodes) => {
      const links = nodes.slice(1).map(({ id, weight }) => ({ a: 'n0', b: id, statements: weight + 1 }));
      const centres = layoutNetwork(nodes, links, { width: 400, height: 400 });
      expect(layoutNetwork(nodes, links, { width: 400, height: 400 })).toEqual(centres);
      const placed = [...centres.values()].map(({ x, y }) => ({ x0: x - 30, y0: y - 8, x1: x + 30, y1: y + 20 }));
      for (const [index, box] of placed.entries()) {
        expect(contains({ x0: 0, y0: 0, x1: 400, y1: 400 }, box)).toBe(true);
        for (const other of placed.slice(index + 1)) expect(boxesOverlap(box, other)).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
}, 30_000);

test.each([
  ['TASS', ['TASS']],
  ['Russian Foreign Ministry', ['Russian Foreign', 'Ministry']],
  ['Institutionalisation', ['Institutionalisation']],
])('wrapName breaks “%s” into lines of about the same length', (name, lines) => {
  expect(wrapName(name, 13)).toEqual(lines);
});
