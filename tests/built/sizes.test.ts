import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPages, DIST } from '../support/built-pages.ts';

/** What one flight of a new connection carries, in bytes of brotli. */
const FIRST_FLIGHT = 14_100;

/** Pages whose own content is larger: articles with their whole ledgers, what stands everywhere, and tables of the whole Record. */
const LARGER = new Set([
  '/actors/japan/',
  '/actors/russia/',
  '/compare/',
  '/entries/modern-tokyo-times-2025/',
  '/entries/socialbites-2024/',
  '/entries/sputnik-2016/',
  '/entries/tass-2026/',
  '/entries/tokyo-foundation-2015/',
  '/network/',
  '/places/japan/',
  '/places/russia/',
  '/search/',
  '/themes/conditions-for-dialogue/',
]);

/** What fits when it is quickly compressed need not be compressed with all care. */
const QUICK = 5;

function compressed(text: string | Buffer, quality = constants.BROTLI_MAX_QUALITY): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

describe('the weight of a page', () => {
  const pages = [...builtPages().values()];

  it('fits the first flight of a connection, but where its own content is larger', () => {
    const heavy = pages
      .filter(({ address }) => !LARGER.has(address))
      .filter(({ html }) => compressed(html, QUICK) > FIRST_FLIGHT)
      .map(({ address, html }) => ({ address, bytes: compressed(html) }))
      .filter(({ bytes }) => bytes > FIRST_FLIGHT);
    expect(heavy, 'take something off these pages or, where it is their own content that grew, name them in LARGER').toEqual([]);
  });

  it('is at most 6 kB of scripts, all of them modules that do not block', () => {
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
