import { describe, expect, it } from 'vitest';
import { SvgPathBuilder } from '../../src/charts/geometry.ts';

describe('SvgPathBuilder', () => {
  it('writes rings and lines in whole steps, each relative to the point before', () => {
    const path = new SvgPathBuilder(2);
    path.moveTo(1, 1);
    path.lineTo(3, 1);
    path.lineTo(3, 0);
    path.lineTo(1, 0);
    path.closePath();
    path.moveTo(2, 2);
    path.lineTo(4, 2.1);
    expect(path.toString()).toBe('m2 2l4 0 0-2-4 0zm2 2l4 0');
  });

  it('omits a ring without area on the grid', () => {
    const path = new SvgPathBuilder(1);
    path.moveTo(1, 1);
    path.lineTo(1.1, 1);
    path.lineTo(1.1, 1.1);
    path.closePath();
    expect(path.toString()).toBe('');
  });
});
