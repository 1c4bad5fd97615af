import { describe, expect, it } from 'vitest';
import { bandDrawings } from '../../src/charts/through-whom.ts';
import { articleFlows } from '../../src/views/through-whom.ts';
import { records } from '../support/record.ts';

/** The points of the left and right edge of each band: [y at the speaker, y in the stack, height]. */
const edges = (path: string) =>
  [...path.matchAll(/M[\d.]+ ([\d.]+)H[\d.]+C[\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+ ([\d.]+)H[\d.]+V([\d.]+)/g)].map(
    ([, from, to, bottom]) => ({
      from: Number(from),
      to: Number(to),
      height: Number(bottom) - Number(to),
    }),
  );

describe.each(records)('bandDrawings of %s', (_, record) => {
  const articles = articleFlows(record);
  const drawings = Object.entries(bandDrawings(articles));

  it.each(drawings)('draws every flow once in the %s drawing, as high as its number of statements', (_name, { bands }) => {
    const drawn = bands.filter(({ className }) => className.startsWith('band')).flatMap(({ path }) => edges(path));
    const flows = articles.flatMap(({ speakers }) => speakers.flatMap((speaker) => speaker.flows));
    expect(drawn).toHaveLength(flows.length);
    const total = drawn.reduce((sum, { height }) => sum + height, 0);
    expect(total / record.statements.length).toBeCloseTo(2, 5);
  });

  it.each(drawings)('keeps the order of bands from left to right in the %s drawing, so that none cross', (_name, { bands }) => {
    const drawn = bands
      .filter(({ className }) => className.startsWith('band'))
      .flatMap(({ path }) => edges(path))
      .toSorted((a, b) => a.from - b.from);
    expect(drawn.map(({ to }) => to)).toEqual(drawn.map(({ to }) => to).toSorted((a, b) => a - b));
  });

  it.each(drawings)('has each text inside the %s drawing, and none on the line of another', (_name, { texts, width, height }) => {
    for (const [index, { x, y, lines, anchor }] of texts.entries()) {
      expect(x).toBeLessThan(width);
      expect(y + (lines.length - 1) * 16).toBeLessThan(height);
      const others = texts.slice(index + 1).filter((other) => other.anchor === anchor && Math.abs(other.x - x) < 20);
      for (const other of others) expect(Math.abs(other.y - y), `${lines.join(' ')} / ${other.lines.join(' ')}`).toBeGreaterThanOrEqual(12);
    }
  });
});

it('bandDrawings returns an empty drawing for no article', () => {
  expect(bandDrawings([]).broad).toMatchObject({ height: 0, bands: [], texts: [] });
});
