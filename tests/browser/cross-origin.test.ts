import { expect, it } from 'vitest';
import { serveBuild } from '../../scripts/serve-build.ts';
import { site } from '../support/browser-site.ts';

const { open } = site();

it('a script of another site reads data, with a header that needs a preflight, and again by its ETag', async () => {
  const other = await serveBuild();
  // The policy of the page allows no other host: it is switched off, so that the page is like one of another site.
  const page = await open('/about/', { bypassCSP: true });
  const statuses = await page.evaluate(async (url) => {
    const first = await fetch(url, { headers: { 'content-type': 'application/json' } });
    const { edition } = (await first.json()) as { edition: unknown };
    const again = await fetch(url, { cache: 'no-store', headers: { 'if-none-match': first.headers.get('etag') ?? 'no ETag' } });
    return { first: first.status, again: again.status, hasData: edition !== undefined };
  }, `${other.origin}/data.json`);
  await other.stop();
  expect(statuses).toEqual({ first: 200, again: 304, hasData: true });
});
