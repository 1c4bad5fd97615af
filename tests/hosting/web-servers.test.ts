import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHost } from '../../src/editions/manifest.ts';
import { forward, get, start, webServers } from './server.ts';

const parse = (text: string, header: RegExp) => Object.fromEntries(text.matchAll(header).map(([, k, v]) => [k!.toLowerCase(), v!]));

/** Headers of every response, as each example sets them. */
const examples = {
  nginx: parse(readFileSync('scripts/hosting/nginx.conf', 'utf8'), /^ *add_header ([\w-]+) "?([^$]+?)"? always;$/gm),
  Caddy: parse(readFileSync('scripts/hosting/Caddyfile', 'utf8'), /^\t\t([A-Z][\w-]+) "?(.+?)"?$/gm),
  _headers: parse(/^\/\*\n( .+\n)+/m.exec(readFileSync('public/_headers', 'utf8'))?.[0] ?? '', /^ {2}([\w-]+): (.+)$/gm),
};

it('nginx, Caddy and _headers send the same security and CORS headers', () => {
  expect(Object.keys(examples._headers)).toContain('content-security-policy');
  expect(examples.nginx).toEqual(examples._headers);
  expect(examples.Caddy).toEqual(examples._headers);
});

it('the function for Cloudflare Pages responds to a preflight with the headers of _headers', async () => {
  const path = '../../scripts/hosting/cloudflare-pages/[[path]].js';
  const { onRequestOptions } = (await import(path)) as { onRequestOptions: () => Response };
  const { status, headers } = onRequestOptions();
  const { allow, ...cors } = Object.fromEntries(headers);
  expect({ status, allow }).toEqual({ status: 204, allow: 'GET, HEAD, OPTIONS' });
  expect(Object.keys(cors)).toHaveLength(4);
  expect(examples._headers).toMatchObject(cors);
});

const read = (file: string) => readFileSync(join('dist', file));
/** Returns the first file of the build that matches a pattern. */
const first = (pattern: string) => globSync(pattern, { cwd: 'dist' }).toSorted()[0] ?? expect.fail(`no "${pattern}" in dist`);
const address = (file: string) => `/${file.replace(/index\.html$/, '')}`;
const page = first('entries/*/index.html');
const citation = first('entries/*.csl.json');
const precompressed = { [address(page)]: page, [address(citation)]: citation, '/nowhere/': '404.html' };
const compress = { br: brotliCompressSync, gzip: gzipSync };
const HTML = 'text/html; charset=utf-8';
const IMMUTABLE = 'public, max-age=31536000, immutable';

const sites = webServers.flatMap((server) => ['', '/record'].map((base) => ({ server, name: server.name, base })));

describe.each(sites)('$name with the base path “$base”', ({ server, base }) => {
  const hosted = it.skipIf(!server.installed);
  let folder: string;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hosting-'));
    cpSync('dist', join(folder, 'site', base), { recursive: true });
    for (const file of Object.values(precompressed)) {
      writeFileSync(join(folder, 'site', base, `${file}.br`), compress.br(read(file)));
      writeFileSync(join(folder, 'site', base, `${file}.gz`), compress.gzip(read(file)));
    }
    for (const file of ['secret.txt', `site/${base}/.secret.txt`]) writeFileSync(join(folder, file), 'secret');
    stop = await start(server, folder, base);
  });
  afterAll(async () => {
    await stop?.();
    rmSync(folder, { recursive: true });
  });

  hosted.each([
    [page, HTML, 'no-cache'],
    [first('entries/*.bib'), 'application/x-bibtex; charset=utf-8', 'no-cache'],
    [first('entries/*.ris'), 'application/x-research-info-systems; charset=utf-8', 'no-cache'],
    [citation, 'application/vnd.citationstyles.csl+json', 'no-cache'],
    [first('data/*.csv'), 'text/csv; charset=utf-8', 'no-cache'],
    [first('sitemap*.xml'), 'application/xml; charset=utf-8', 'no-cache'],
    ['favicon.ico', 'image/vnd.microsoft.icon', 'no-cache'],
    ['changes/feed.xml', 'application/atom+xml', 'no-cache'],
    [first('_assets/*.js'), 'text/javascript; charset=utf-8', IMMUTABLE],
    [first('pagefind/fragment/*'), 'application/octet-stream', IMMUTABLE],
  ])('returns %s as %s with the cache rule “%s” and the security headers', async (file, type, cache) => {
    const { head, body } = await get(folder, base + address(file));
    expect(head).toMatchObject({ status: 200, ...examples._headers, 'content-type': type, 'cache-control': cache });
    expect(head.server, 'no version of the server').toBeOneOf([undefined, 'nginx']);
    expect(body.equals(read(file)), 'the bytes of the file').toBe(true);
  });

  hosted.each(['/nowhere/', '/_assets/', '/nowhere.csl.json'])('returns the 404 page for %s with the security headers', async (path) => {
    const { head, body } = await get(folder, base + path);
    expect(head).toMatchObject({ status: 404, ...examples._headers, 'content-type': HTML, 'cache-control': 'no-cache' });
    expect(body.equals(read('404.html')), 'the bytes of 404.html').toBe(true);
  });

  hosted.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
  ] as const)('returns precompressed files for “Accept-Encoding: %s” as %s', async (accepted, encoding) => {
    for (const [path, file] of Object.entries(precompressed)) {
      const { head, body } = await get(folder, base + path, { 'accept-encoding': accepted });
      expect(head, path).toMatchObject({ 'content-encoding': encoding, vary: expect.stringMatching(/accept-encoding/i) });
      expect(body.equals(compress[encoding](read(file))), `the bytes of the compressed ${file}`).toBe(true);
    }
  });

  hosted.each([address(page).slice(0, -1), '//entries'])('redirects %s to its trailing slash on the same host', async (path) => {
    const { head } = await get(folder, base + path);
    expect(head).toMatchObject({ status: expect.toBeOneOf([301, 308]), location: `${base}${path.replace('//', '/')}/` });
  });

  const hidden = ['/../secret.txt', '/..%2fsecret.txt', '/_assets/..%2f..%2fsecret.txt', '/_assets../robots.txt', '/%2esecret.txt'];
  hosted.each(hidden)('refuses the path “%s”', async (path) => {
    expect((await get(folder, base + path)).head.status).toBeOneOf([400, 404]);
  });

  hosted.each(['POST', 'DELETE'])('returns 405 for the method %s', async (method) => {
    expect((await get(folder, base + address(page), {}, method)).head).toMatchObject({ status: 405, allow: 'GET, HEAD, OPTIONS' });
  });

  hosted('allows scripts of other sites to send any header with a request for data, and to read the ETag', async () => {
    const path = `${base}/${first('data/*.csv')}`;
    const question = { origin: 'https://other.example', 'access-control-request-headers': 'content-type, if-none-match' };
    const { head, body } = await get(folder, path, { ...question, 'access-control-request-method': 'GET' }, 'OPTIONS');
    expect(head).toMatchObject({ status: 204, ...examples._headers, allow: 'GET, HEAD, OPTIONS' });
    expect(head).toMatchObject({ 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': '*' });
    expect(body.length).toBe(0);
    const { etag } = (await get(folder, path, question)).head;
    expect(etag).toBeTypeOf('string');
    expect((await get(folder, path, { ...question, 'if-none-match': String(etag) })).head).toMatchObject({
      status: 304,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag',
    });
  });

  hosted('returns the icon at the root of the host, for files that name no icon', async () => {
    const { head, body } = await get(folder, '/favicon.ico');
    expect(head).toMatchObject({ status: 200, 'content-type': 'image/vnd.microsoft.icon' });
    expect(body.equals(read('favicon.ico'))).toBe(true);
  });

  hosted('serves every file of the manifest as it was built', async () => {
    const { origin, stop } = await forward(folder);
    const { differences, compared } = await verifyHost(`${origin}${base}/`);
    stop();
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});
