import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** What stands before the data in every file of an index. */
const MARK = Buffer.from('pagefind_dcd');

/**
 * Puts the values of each filter of an index in order. Pagefind writes them in the order of a hash table, which is another on every
 * run, and names files by their content: so the filter, the file that names it and the entry file are named anew.
 *
 * @param folder of the index
 */
export function settleFilters(folder: string): void {
  const names = new Map<string, string>();
  if (!existsSync(join(folder, 'filter'))) return;
  for (const file of readdirSync(join(folder, 'filter')).toSorted()) {
    const [name, values] = read(join(folder, 'filter', file)) as [string, [string, number[]][]];
    const settled = written([name, values.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
    const [, language, hash] = /^(.+)_([0-9a-f]+)\.pf_filter$/.exec(file)!;
    const to = `${language}_${hashOf(settled, hash!.length)}`;
    names.set(`${language}_${hash}`, to);
    replace(join(folder, 'filter', file), join(folder, 'filter', `${to}.pf_filter`), settled);
  }
  const entry = join(folder, 'pagefind-entry.json');
  let text = readFileSync(entry, 'utf8');
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.pf_meta'))) {
    const settled = written(renamed(read(join(folder, file)), names));
    const [, language, hash] = /^pagefind\.(.+)_([0-9a-f]+)\.pf_meta$/.exec(file)!;
    const to = `${language}_${hashOf(settled, hash!.length)}`;
    replace(join(folder, file), join(folder, `pagefind.${to}.pf_meta`), settled);
    text = text.replace(`"${language}_${hash}"`, `"${to}"`);
  }
  writeFileSync(entry, text);
}

/** @throws {Error} where the file is none of an index */
function read(path: string): unknown {
  const bytes = gunzipSync(readFileSync(path));
  if (!bytes.subarray(0, MARK.length).equals(MARK)) throw new Error(`${path} is no file of a search index as Pagefind 1.5 writes it`);
  return decode(bytes.subarray(MARK.length));
}

const written = (data: unknown) => Buffer.concat([MARK, encode(data)]);

const hashOf = (bytes: Buffer, digits: number) => createHash('sha256').update(bytes).digest('hex').slice(0, digits);

function replace(from: string, to: string, bytes: Buffer) {
  renameSync(from, to);
  writeFileSync(to, gzipSync(bytes, { level: 9 }));
}

/** The same data with other names. */
function renamed(data: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(data)) return data.map((each) => renamed(each, names));
  return typeof data === 'string' ? (names.get(data) ?? data) : data;
}
