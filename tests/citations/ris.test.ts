import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ris } from '../../src/citations/ris.ts';
import { citationFixture } from '../support/citations.ts';

describe('RIS', () => {
  test.each([
    [{ 'date-parts': [[2026, 11, 22]] }, '2026/11/22/'],
    [{ 'date-parts': [[2025, 11]], circa: true as const }, '2025/11//'],
    [{ 'date-parts': [[2014]] }, '2014///'],
  ])('writes the date %j as %s', (issued, written) => {
    expect(ris([citationFixture({ issued })])).toContain(`DA  - ${written}\r\n`);
  });

  test('breaks no line for any title and abstract', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aЯ日\n\r\t \u2028-TYER'), minLength: 1 }), (text) => {
        const lines = ris([citationFixture({ title: `x${text}`, abstract: `y${text}` })])
          .trimEnd()
          .split(/\r\n|[\n\r\u2028]/);
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-/);
      }),
    );
  });
});
