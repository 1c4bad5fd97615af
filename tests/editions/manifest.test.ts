import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { createBundle } from '../../src/editions/downloads.ts';
import { hashFiles, MANIFEST, parseManifest, verifyFolder, verifyHost, writeManifest } from '../../src/editions/manifest.ts';
import { readContent } from '../../src/loader/load-record.ts';
import { archive, temporaryFolder } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

let folder = '';
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** A small site with its manifest. */
beforeEach(() => {
  folder = temporaryFolder();
  for (const path of ['index.html', 'actors/norrow/index.html', 'actors/norrow.bib', '404.html', 'data/record.json', '_headers'])
    write(path, `${path}\n`);
  writeManifest(archive, folder, readContent(archive).content);
});

describe('verifyFolder', () => {
  it('returns no difference for a folder that matches its manifest', () => {
    expect(verifyFolder(folder)).toMatchObject({
      compared: 6,
      differences: [],
      manifest: { edition: '2003.1', status: 'in-preparation' },
    });
  });

  it('reports each file that was changed, removed or added', () => {
    write('actors/norrow/index.html', 'changed\n');
    unlinkSync(join(folder, 'actors/norrow.bib'));
    write('actors/suther/index.html', 'new\n');
    expect(verifyFolder(folder).differences).toEqual([
      'actors/norrow.bib: is missing',
      'actors/norrow/index.html: differs',
      'actors/suther/index.html: is not in the manifest',
    ]);
  });

  it('throws if the manifest is missing or invalid', () => {
    write(MANIFEST, '{}');
    expect(() => verifyFolder(folder)).toThrow('is not a manifest');
    rmSync(join(folder, MANIFEST));
    expect(() => verifyFolder(folder)).toThrow('has no data/manifest.json');
  });

  it('detects a changed manifest only by comparison with a trusted copy', () => {
    const own = parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'), MANIFEST);
    write('index.html', 'changed\n');
    writeManifest(archive, folder, readContent(archive).content);
    expect(verifyFolder(folder).differences).toEqual([]);
    expect(verifyFolder(folder, own).differences).toEqual([`${MANIFEST}: differs`, 'index.html: differs']);
  });

  it('is run by npm run verify, with exit code 1 for a difference', async () => {
    const verify = () => callScript('verify', [folder]);
    expect(await verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('all 6 files match the manifest') });
    write('data/record.json', 'changed\n');
    expect(await verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('Differences: 1\n  data/record.json: differs') });
  });
});

describe('verifyHost', () => {
  /** Serves the folder under a base path as static hosts do, with changed responses, and passes its URL to `check`. */
  async function serve(
    answer: (path: string) => { status?: number; body?: string } | undefined,
    check: (address: string) => Promise<void>,
  ) {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(request.url!).replace(/^\/record\//, '');
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const there = !file.startsWith('_') && existsSync(join(folder, file));
      const { status = there ? 200 : 404, body } = answer(file) ?? {};
      response.writeHead(status, status >= 300 && status < 400 ? { location: '/elsewhere' } : {});
      response.end(body ?? readFileSync(join(folder, there ? file : '404.html')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await check(`http://127.0.0.1:${(server.address() as AddressInfo).port}/record`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('returns no difference if pages, files and 404 page match the manifest', () =>
    serve(
      () => undefined,
      async (address) => expect(await verifyHost(address)).toMatchObject({ compared: 5, differences: [] }),
    ));

  test.each([
    [
      'a changed page',
      'actors/norrow/index.html',
      { body: 'changed' },
      /^actors\/norrow\/index\.html: http:.*\/record\/actors\/norrow\/ differs$/,
    ],
    ['a missing page', 'actors/norrow/index.html', { status: 404 }, /actors\/norrow\/ returned 404$/],
    ['a page that redirects', 'index.html', { status: 302 }, /^index\.html: .* returned 302$/],
    [
      'text that the host adds to a file',
      'actors/norrow.bib',
      { body: 'actors/norrow.bib\n<script>' },
      /^actors\/norrow\.bib: .* differs$/,
    ],
    ['a 404 page with another status', 'no-such-page-of-the-record/index.html', { status: 200 }, /^404\.html: .* returned 200$/],
  ])('reports %s', (_, file, answer, difference) =>
    serve(
      (path) => (path === file ? answer : undefined),
      async (address) => expect((await verifyHost(address)).differences).toEqual([expect.stringMatching(difference)]),
    ),
  );

  it('reports an older edition by comparison with a trusted manifest', () => {
    const own = parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'), MANIFEST);
    own.files['index.html'] = 'a'.repeat(64);
    return serve(
      () => undefined,
      async (address) =>
        expect((await verifyHost(address, own)).differences).toEqual([
          `${MANIFEST}: differs`,
          expect.stringMatching(/^index\.html: .* differs$/),
        ]),
    );
  });

  it.each([
    [null, []],
    ['https://example.org/record/', []],
    [
      'https://example.org/',
      [expect.stringMatching(/^the build was made for https:\/\/example\.org\/, not for http:.*BASE_PATH=\/record$/)],
    ],
  ])('compares only the base path of a build for %j on this machine', (address, differences) =>
    serve(
      () => undefined,
      async (served) => {
        const manifest = parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'), MANIFEST);
        writeFileSync(join(folder, MANIFEST), JSON.stringify({ ...manifest, address }));
        expect((await verifyHost(served)).differences).toEqual(differences);
      },
    ),
  );

  it('reports another address, and a local preview, on a host', async () => {
    const manifest = { ...parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'), MANIFEST), files: {} };
    const diff = async (address: string | null, served: string) => {
      const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(JSON.stringify({ ...manifest, address })));
      const { differences } = await verifyHost(served);
      fetched.mockRestore();
      return differences;
    };
    expect(await diff('https://example.org/record/', 'https://example.org/record')).toEqual([]);
    expect(await diff('https://example.org/', 'https://www.example.org/a/')).toEqual([
      'the build was made for https://example.org/, not for https://www.example.org/a/: build it again with SITE_URL=https://www.example.org BASE_PATH=/a',
    ]);
    expect(await diff(null, 'https://example.org/')).toEqual([
      'the build is a local preview, not for https://example.org/: build it again with SITE_URL=https://example.org BASE_PATH=/',
    ]);
  });

  it('throws with URL and reason if the host cannot be reached', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    await expect(verifyHost(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      message: `cannot reach "http://127.0.0.1:${port}/data/manifest.json": connect ECONNREFUSED 127.0.0.1:${port}`,
      hint: 'check the address, and that the host serves it',
    });
    await expect(verifyHost('https://no-such-host.invalid/')).rejects.toThrow(/: getaddrinfo \w+ no-such-host\.invalid/);
    await expect(verifyHost('http://')).rejects.toThrow('"http://" is not a URL');
  });

  it('throws if the host has no manifest', () =>
    serve(
      (path) => (path === MANIFEST ? { status: 404 } : undefined),
      async (address) => expect(verifyHost(address)).rejects.toThrow('data/manifest.json" returned 404'),
    ));
});

describe('createBundle', () => {
  const licence = Buffer.from('Terms\n');
  const bundle = () => createBundle(folder, verifyFolder(folder).manifest, licence);

  it('returns the same bytes at any time and in any time zone', () => {
    const first = bundle();
    for (const path of ['index.html', 'data/record.json']) write(path, `${path}\n`);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = bundle();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(first.name).toBe('japan-russia-record-2003.1.zip');
    expect(Buffer.from(second.zip).equals(Buffer.from(first.zip))).toBe(true);
    write('index.html', 'changed\n');
    expect(Buffer.from(bundle().zip).equals(Buffer.from(first.zip))).toBe(false);
  });

  it('returns a zip that unzip and sha256sum can unpack and verify', ({ skip }) => {
    if (spawnSync('unzip', ['-v']).error || spawnSync('sha256sum', ['--version']).error) return skip('unzip or sha256sum is not installed');
    const out = temporaryFolder();
    const { name, zip } = bundle();
    writeFileSync(join(out, name), zip);
    execFileSync('unzip', ['-q', name], { cwd: out });
    const top = join(out, 'japan-russia-record-2003.1');
    const check = () => spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: top, encoding: 'utf8' });
    expect(check()).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(top, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')).toHaveLength(6 + 1 + 2);
    expect(verifyFolder(join(top, 'site')).differences).toEqual([]);
    expect(hashFiles(join(top, 'site'))).toEqual(hashFiles(folder));
    expect(readFileSync(join(top, 'README.txt'), 'utf8')).toContain('sha256sum -c SHA256SUMS');
    writeFileSync(join(top, 'site/actors/norrow.bib'), 'changed\n');
    expect(check()).toMatchObject({ status: 1, stdout: 'site/actors/norrow.bib: FAILED\n' });
    return undefined;
  });
});
