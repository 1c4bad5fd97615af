import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { cacheFaults, encodingFaults, headerFaults, typeFaults } from './response-checks.ts';
import { sendRequest } from './request.ts';
import { deployed, hosts, remove, SECRET, type Server } from './server.ts';

/** Every file of the build with the address at which it answers. */
const files = globSync('**/*', { cwd: 'dist', withFileTypes: true })
  .filter((item) => item.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/').slice('dist/'.length))
  .filter((file) => file !== '_headers')
  .toSorted()
  .map((file) => ({ file, path: encodeURI(`/${file.replace(/(^|\/)index\.html$/, '$1')}`) }));

const ENCODINGS = { br: brotliDecompressSync, gzip: gunzipSync } as const;

for (const { name, missing } of hosts) if (missing) console.warn(`Not tested: ${name}. ${missing}.`);

describe.each(hosts)('$name', ({ missing, start }) => {
  let server: Server;
  let folder = '';

  beforeAll(async () => {
    if (missing) return;
    const copy = await deployed();
    folder = copy.folder;
    server = await start(folder, copy.root);
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    if (folder) remove(folder);
  });

  const get = (path: string, headers?: Record<string, string>, method?: string) => sendRequest(server.port, path, headers, method);
  const hosted = it.skipIf(missing);
  const tried = test.skipIf(missing);

  hosted('answers every address of the build with the file, its type and its headers', async () => {
    expect(files.length).toBeGreaterThan(2000);
    const faults = await everyFile(async ({ file, path }) => {
      const answer = await get(path, { 'accept-encoding': 'identity' });
      return [
        ...(answer.status === 200 ? [] : [`status ${answer.status}`]),
        ...(answer.body.equals(readFileSync(join('dist', file))) ? [] : ['another body']),
        ...typeFaults(answer, file),
        ...(answer.headers['content-encoding'] ? [`encoded as ${answer.headers['content-encoding']}`] : []),
        ...headerFaults(answer),
        ...cacheFaults(answer, path),
      ];
    });
    expect(faults).toEqual([]);
  });

  hosted('sends every text as brotli and as gzip to whom reads it, and says that it varies', async () => {
    const texts = files.filter(
      ({ file }) => /\.(?:html|js|css|json|jsonld|csv|bib|ris|xml|svg)$/.test(file) && readFileSync(join('dist', file)).length > 1000,
    );
    const faults = await everyFile(async ({ file, path }) => {
      const found: string[] = [];
      for (const [encoding, decode] of Object.entries(ENCODINGS)) {
        const answer = await get(path, { 'accept-encoding': encoding });
        const faults = encodingFaults(answer, encoding);
        if (faults.length === 0 && !decode(answer.body).equals(readFileSync(join('dist', file)))) faults.push(`${encoding}: another body`);
        found.push(...faults, ...typeFaults(answer, file), ...cacheFaults(answer, path));
      }
      return found;
    }, texts);
    expect(texts.length).toBeGreaterThan(1000);
    expect(faults).toEqual([]);
  });

  tried.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['deflate', undefined],
    ['', undefined],
  ])('to “%s” answers in %s', async (accepted, encoding) => {
    expect((await get('/timeline/', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding);
  });

  tried.each(['identity', 'gzip', 'br'])('answers 304, without a body, to who has the page already (%s)', async (encoding) => {
    const accept = { 'accept-encoding': encoding };
    const { headers } = await get('/timeline/', accept);
    for (const condition of [{ 'if-none-match': headers.etag! }, { 'if-modified-since': headers['last-modified']! }] as Record<
      string,
      string
    >[]) {
      const { status, body, headers: again } = await get('/timeline/', { ...accept, ...condition });
      expect([status, body.length]).toEqual([304, 0]);
      expect(again['cache-control']).toBe('no-cache');
    }
    expect((await get('/timeline/', { ...accept, 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('/timeline/', { ...accept, 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status).toBe(200);
  });

  hosted('names different forms of a page by different tags', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (encoding) => (await get('/', { 'accept-encoding': encoding })).headers.etag),
    );
    expect(new Set(tags).size).toBe(3);
  });

  hosted('answers ranges', async () => {
    const whole = readFileSync('dist/data/record.json');
    const part = await get('/data/record.json', { range: 'bytes=10-109', 'accept-encoding': 'identity' });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-109/${whole.length}`]);
    expect(part.body.equals(whole.subarray(10, 110))).toBe(true);
    const end = await get('/data/record.json', { range: 'bytes=-7', 'accept-encoding': 'identity' });
    expect(end.body.equals(whole.subarray(-7))).toBe(true);
    expect((await get('/data/record.json', { range: `bytes=${whole.length}-`, 'accept-encoding': 'identity' })).status).toBe(416);
  });

  tried.each(['/', '/entries/tass-2026/', '/entries/tass-2026.csl.json', '/nowhere/'])(
    'answers HEAD of %s as GET, without a body',
    async (path) => {
      const [whole, head] = [await get(path), await get(path, {}, 'HEAD')];
      expect(head.body.length).toBe(0);
      expect([head.status, head.headers['content-type'], head.headers['content-length']]).toEqual([
        whole.status,
        whole.headers['content-type'],
        whole.headers['content-length'],
      ]);
    },
  );

  tried.each([
    '/nowhere/',
    '/entries/tass-2026/s999/',
    '/entries/nowhere.json',
    '/_assets/',
    '/cards/',
    '/pagefind/',
    '/ENTRIES/',
    '/entries/tass-2026.html',
  ])('answers %s with the not-found page', async (path) => {
    const answer = await get(path, { 'accept-encoding': 'identity' });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body.equals(readFileSync('dist/404.html'))).toBe(true);
    expect(headerFaults(answer)).toEqual([]);
  });

  tried.each(['/entries', '/entries/tass-2026', '/entries?q=1'])('leads %s to its slash, on the same host', async (path) => {
    const { status, headers } = await get(path);
    expect([301, 302, 308]).toContain(status);
    expect(headers.location?.split('?')[0]).toBe(`${path.split('?')[0]}/`);
  });

  tried.each([
    '//example.org/',
    '//example.org/%2e%2e',
    '/\\example.org',
    '//entries',
    '/%5cexample.org/..',
    '/%2fexample.org',
    '///example.org/entries/..',
  ])('never leads %s to another host', async (path) => {
    const { headers } = await get(path);
    expect(new URL(headers.location ?? '/', 'http://here.invalid').host).toBe('here.invalid');
  });

  tried.each([
    '/../secret.txt',
    '/entries/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..%252fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/.%2e/secret.txt',
    '/..;/secret.txt',
    '/....//secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%uff0e%uff0e/secret.txt',
    '/_assets/..%2f..%2fsecret.txt',
    '/entries/tass-2026/..%00/secret.txt',
    '/index.html%00.txt',
    '/.secret.txt',
    '/%2esecret.txt',
    '/.git/config',
    '/.git/',
    '/_assets/../.git/config',
    '/../../../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd',
  ])('tells nothing at %s', async (path) => {
    const { status, body } = await get(path);
    expect(status, String(body).slice(0, 80)).toBeOneOf([400, 404]);
    expect(body.includes(SECRET) || body.includes('root:x:')).toBe(false);
  });

  tried.each([
    ['/entries/%74ass-2026/', '/entries/%74ass-2026/', [200]],
    ['/timeline/?q=<script>alert(1)</script>', '/timeline/?q=<script>alert(1)</script>', [200]],
    ['/timeline/?q=%00%ff', '/timeline/?q=%00%ff', [200]],
    ['/%E6%97%A5%E6%9C%AC/', '/%E6%97%A5%E6%9C%AC/', [404]],
    ['/%ff%fe/', '/%ff%fe/', [400, 404]],
    ['/%', '/%', [400]],
    ['/%zz', '/%zz', [400]],
    ['/<script>alert(1)</script>', '/<script>alert(1)</script>', [400, 404]],
    ['/%3Cscript%3Ealert(1)%3C/script%3E', '/%3Cscript%3Ealert(1)%3C/script%3E', [400, 404]],
    ['/%0d%0aset-cookie:a=b', '/%0d%0aset-cookie:a=b', [400, 404]],
    ['/timeline/%20', '/timeline/%20', [404]],
    ['/timeline/;a=b', '/timeline/;a=b', [404]],
    ['/entries//tass-2026/', '/entries//tass-2026/', [200, 301, 308, 404]],
    ['a name of 200 letters', `/${'a'.repeat(200)}/`, [404]],
    ['a name of 5,000 letters', `/${'a'.repeat(5_000)}/`, [400, 404, 414]],
    ['20,000 folders', `/${'a/'.repeat(20_000)}`, [400, 404, 414]],
    ['40,000 escapes', `/${'%41'.repeat(40_000)}`, [400, 404, 414, 431]],
    ['a question of 100,000 letters', `/timeline/?q=${'a'.repeat(100_000)}`, [200, 414, 431]],
  ] as const)('answers %s soberly', async (_, path, expected) => {
    const { status, headers, body } = await get(path);
    expect(status).toBeOneOf([...expected]);
    expect(headers['set-cookie']).toBeUndefined();
    expect(body.includes('<script>alert')).toBe(false);
  });

  tried.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'SEARCH'])('refuses %s', async (method) => {
    const { status, headers, body } = await get('/timeline/', {}, method);
    expect(status).toBe(405);
    expect(body.length).toBeLessThan(500);
    if (method !== 'TRACE') expect(headers.allow).toBe('GET, HEAD'); // nginx refuses TRACE before it reads its configuration
  });
});

/** Faults of every file, each with its address; eight asked at a time. */
async function everyFile(faultsOf: (file: (typeof files)[number]) => Promise<string[]>, asked = files): Promise<string[]> {
  const faults: string[] = [];
  const waiting = asked.values();
  const worker = async () => {
    for (const file of waiting) for (const fault of await faultsOf(file)) faults.push(`${file.path}: ${fault}`);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return faults;
}
