import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPages, DIST } from '../support/built-pages.ts';

/** Bytes of brotli that fit the first round trip of a new connection: 10 packets (RFC 6928). */
const FIRST_ROUND_TRIP = 14_100;
/** Share of pages that must fit. Pages whose own content is longer, such as articles, cannot. */
const MIN_SHARE = 0.98;
/** Maximum bytes of brotli of a page without its main part: CSS, metadata, header and footer. */
const MAX_FRAME = 8_000;

/** Brotli quality of a first, quick measure, which is never below that of the highest quality. */
const QUICK = 5;

function compressed(text: string | Buffer, quality = constants.BROTLI_MAX_QUALITY): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

function isHeavier(text: string, limit: number): boolean {
  return compressed(text, QUICK) > limit && compressed(text) > limit;
}

describe('the weight of a page', () => {
  const pages = [...builtPages().values()];

  it('fits the first round trip on most pages', () => {
    const heavy = pages.filter(({ html }) => isHeavier(html, FIRST_ROUND_TRIP));
    expect(1 - heavy.length / pages.length, heavy.map(({ address }) => address).join(' ')).toBeGreaterThan(MIN_SHARE);
  });

  it(`is at most ${MAX_FRAME} bytes without the main part`, () => {
    const heavy = pages.filter(({ html }) => isHeavier(html.replace(/<main\b[\s\S]*<\/main>/, ''), MAX_FRAME));
    expect(heavy.map(({ address }) => address)).toEqual([]);
  });

  it('includes at most 6 kB of scripts, all of them modules', () => {
    const scripts = new Map(
      globSync('**/_assets/*.js', { cwd: DIST }).map((file) => [file.replaceAll('\\', '/'), compressed(readFileSync(join(DIST, file)))]),
    );
    const faults = pages.flatMap(({ address, document }) => {
      const used = [...document.querySelectorAll('script[src]')];
      const bytes = used.reduce(
        (sum, { attributes }) => sum + (scripts.get(attributes.getNamedItem('src')!.value.replace(/^\//, '')) ?? 0),
        0,
      );
      const blocking = used.filter((script) => script.getAttribute('type') !== 'module');
      return address === '/search/' || (bytes <= 6_000 && blocking.length === 0)
        ? []
        : [`${address}: ${bytes} bytes, ${blocking.length} blocking`];
    });
    expect(faults).toEqual([]);
  });
});
