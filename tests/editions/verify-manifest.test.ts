import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { makeBundle } from '../../src/editions/bundle.ts';
import { verifyFolder, verifyHost } from '../../src/editions/verify-manifest.ts';
import { MANIFEST, readManifest, writeManifest } from '../../src/editions/manifest.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { diffDirectories } from '../../scripts/reproducible-build/diff-directories.ts';
import { archive } from '../support/archive.ts';

let folder = '';
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** A small site with its manifest. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-site-'));
  for (const path of ['index.html', 'actors/norrow/index.html', 'actors/norrow.bib', '404.html', 'data/record.json', '_headers'])
    write(path, `${path}\n`);
  writeManifest(archive, folder, readContent(archive).content);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder', () => {
  it('is as its manifest has it', () => {
    expect(verifyFolder(folder)).toMatchObject({
      compared: 6,
      differences: [],
      manifest: { edition: '2003.1', status: 'in-preparation' },
    });
  });

  it('is told apart by every file that was altered, taken out or added', () => {
    write('actors/norrow/index.html', 'altered\n');
    unlinkSync(join(folder, 'actors/norrow.bib'));
    write('actors/suther/index.html', 'new\n');
    expect(verifyFolder(folder).differences).toEqual([
      'actors/norrow.bib: is not there',
      'actors/norrow/index.html: differs',
      'actors/suther/index.html: is not in the manifest',
    ]);
  });

  it('without a manifest, or with another file in its place, is refused', () => {
    write(MANIFEST, '{}');
    expect(() => verifyFolder(folder)).toThrow('is no manifest');
    rmSync(join(folder, MANIFEST));
    expect(() => verifyFolder(folder)).toThrow('is no built site');
  });

  it('cannot vouch for itself with a manifest that was altered too', () => {
    const own = readManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
    write('index.html', 'altered\n');
    writeManifest(archive, folder, readContent(archive).content);
    expect(verifyFolder(folder).differences).toEqual([]);
    expect(verifyFolder(folder, own).differences).toEqual([`${MANIFEST}: differs`, 'index.html: differs']);
  });

  it('is compared by the command, with exit code 1 where it differs', () => {
    const verify = () =>
      spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/verify.ts', import.meta.url)), folder], { encoding: 'utf8' });
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('all 6 files are as the manifest has them') });
    write('data/record.json', 'altered\n');
    expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('  data/record.json: differs\n1 of 6 files differ.') });
  }, 60_000);
});

describe('a host', () => {
  /** Serves the folder under a base path, as static hosts do, with changes; gives its address. */
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

  it('serves what the manifest has: pages, files, and the page of no address', () =>
    serve(
      () => undefined,
      async (address) => expect(await verifyHost(address)).toMatchObject({ compared: 5, differences: [] }),
    ));

  test.each([
    [
      'an altered page',
      'actors/norrow/index.html',
      { body: 'altered' },
      /^actors\/norrow\/index\.html: http:.*\/record\/actors\/norrow\/ differs$/,
    ],
    ['a page that is gone', 'actors/norrow/index.html', { status: 404 }, /actors\/norrow\/ answers 404$/],
    ['a page that leads away', 'index.html', { status: 302 }, /^index\.html: .* answers 302$/],
    [
      'an addition of the host’s own to a file',
      'actors/norrow.bib',
      { body: 'actors/norrow.bib\n<script>' },
      /^actors\/norrow\.bib: .* differs$/,
    ],
    ['a page for no address with another status', 'no-such-page-of-the-record/index.html', { status: 200 }, /^404\.html: .* answers 200$/],
  ])('is found out by %s', (_, file, answer, difference) =>
    serve(
      (path) => (path === file ? answer : undefined),
      async (address) => expect((await verifyHost(address)).differences).toEqual([expect.stringMatching(difference)]),
    ),
  );

  it('is found out by an older edition under the same address', () => {
    const own = readManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
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

  it('without a manifest is refused', () =>
    serve(
      (path) => (path === MANIFEST ? { status: 404 } : undefined),
      async (address) => expect(verifyHost(address)).rejects.toThrow('it is no site with a manifest'),
    ));
});

describe('a bundle', () => {
  const licence = Buffer.from('Terms\n');
  const bundle = () => makeBundle(folder, verifyFolder(folder).manifest, licence);

  it('is the same bytes whenever and wherever it is made', () => {
    const first = bundle();
    for (const path of ['index.html', 'data/record.json']) write(path, `${path}\n`);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = bundle();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(first.name).toBe('japan-russia-record-2003.1.zip');
    expect(Buffer.from(second.zip).equals(Buffer.from(first.zip))).toBe(true);
    write('index.html', 'altered\n');
    expect(Buffer.from(bundle().zip).equals(Buffer.from(first.zip))).toBe(false);
  });

  it('is unpacked and verified by the tools of any machine; an altered file is found', ({ skip }) => {
    if (spawnSync('unzip', ['-v']).error || spawnSync('sha256sum', ['--version']).error) return skip('unzip and sha256sum are not here');
    const out = mkdtempSync(join(tmpdir(), 'record-unpacked-'));
    try {
      const { name, zip } = bundle();
      writeFileSync(join(out, name), zip);
      execFileSync('unzip', ['-q', name], { cwd: out });
      const top = join(out, 'japan-russia-record-2003.1');
      const check = () => spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: top, encoding: 'utf8' });
      expect(check()).toMatchObject({ status: 0, stdout: '' });
      expect(readFileSync(join(top, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')).toHaveLength(6 + 1 + 2);
      expect(verifyFolder(join(top, 'site')).differences).toEqual([]);
      expect(diffDirectories(folder, join(top, 'site')).differing).toEqual([]);
      expect(readFileSync(join(top, 'README.txt'), 'utf8')).toContain('sha256sum -c SHA256SUMS');
      writeFileSync(join(top, 'site/actors/norrow.bib'), 'altered\n');
      expect(check()).toMatchObject({ status: 1, stdout: 'site/actors/norrow.bib: FAILED\n' });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
    return undefined;
  });
});

describe('two builds', () => {
  it('are compared byte for byte, and the first difference is named with its place', () => {
    const other = mkdtempSync(join(tmpdir(), 'record-other-'));
    try {
      for (const path of ['a.html', 'b.html', 'only.html']) writeFileSync(join(other, path), 'one and the same');
      rmSync(folder, { recursive: true });
      for (const path of ['a.html', 'b.html']) write(path, 'one and the same');
      expect(diffDirectories(folder, other)).toEqual({ files: 3, differing: [{ path: 'only.html', how: `is only in ${other}` }] });
      write('only.html', 'one and the same');
      expect(diffDirectories(folder, other)).toEqual({ files: 3, differing: [] });
      write('b.html', 'one and the sama');
      write('a.html', 'one and the same.');
      expect(diffDirectories(folder, other).differing).toEqual([
        { path: 'a.html', how: 'differs from byte 16: "one and the same." and "one and the same"' },
        { path: 'b.html', how: 'differs from byte 15: "one and the sama" and "one and the same"' },
      ]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});
