import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { sha256 } from '../text/sha256.ts';
import { listFiles, type Manifest } from './manifest.ts';

/** A frozen copy of an edition: one zip, with its file name. */
export interface Bundle {
  name: string;
  zip: Uint8Array;
}

/**
 * Packs a built site with check sums and a README, all in one folder: files by path, dated on the day of the edition, so that the
 * same site gives the same bytes.
 *
 * @param folder of the built site
 * @param license text of the code's licence
 */
export function makeBundle(folder: string, manifest: Manifest, license: Buffer): Bundle {
  const top = `japan-russia-record-${manifest.edition}`;
  const site = listFiles(folder).map((path) => [`site/${path}`, readFileSync(join(folder, path))] as const);
  const texts = [
    ['LICENSE', license],
    ['README.txt', Buffer.from(readme(manifest, top))],
  ] as const;
  const sums = [...texts, ...site].map(([path, body]) => `${sha256(body)}  ${path}\n`).join('');
  const entries: Zippable = {};
  for (const [path, body] of [...texts, ['SHA256SUMS', Buffer.from(sums)] as const, ...site]) entries[`${top}/${path}`] = body;
  // Zip dates have no time zone: a local date gives the same digits everywhere.
  const [year, month, day] = manifest.date.split('-').map(Number) as [number, number, number];
  const zip = zipSync(entries, { level: 9, mtime: new Date(year, month - 1, day), os: 3, attrs: 0o100644 << 16 });
  return { name: `${top}.zip`, zip };
}

const readme = (
  { name, edition, date, status, commit, note, record, files }: Manifest,
  top: string,
) => `${name}, edition ${edition} (${date}${status === 'published' ? '' : ', in preparation'})

${note}

This is a frozen copy of the whole site: ${Object.keys(files).length} files below site/. It needs no database, no program and no network.

Serve it
  Any static web server: give it site/ as its root. On one machine, for example
    cd site && python3 -m http.server 8000
  and open http://127.0.0.1:8000/. Search works there too.

Verify it
  sha256sum -c SHA256SUMS     in this folder (${top}/); on macOS: shasum -a 256 -c SHA256SUMS
  site/data/manifest.json     has the same sums, the edition, the commit it was built from (${commit ?? 'unknown'}) and the
                              SHA-256 of the Record's data:
                              ${record}
  npm run verify -- <URL>     in the project, compares what a host serves with that manifest

The SHA-256 of the zip itself is published beside it: compare that first, since what is inside cannot vouch for itself.

Terms
  Text of the Record: CC BY 4.0. Code: MIT (LICENSE). The five articles are their publishers'; none of their sentences is here
  beyond short attributed quotations.
`;
