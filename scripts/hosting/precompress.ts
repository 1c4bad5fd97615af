import { globSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Kinds of file that are text; pictures, fonts and the index of the search are compressed already. */
const TEXT = '**/*.{html,css,js,json,jsonld,csv,bib,ris,xml,txt,svg,webmanifest}';

/** What was compressed: a number of files, and bytes in each form. */
export interface Compressed {
  files: number;
  before: number;
  brotli: number;
  gzip: number;
}

/**
 * Writes `x.br` and `x.gz` beside every text file `x` of a folder, where they are smaller than it; takes out those of files that are gone.
 * The same input gives the same bytes.
 *
 * @param quality of brotli, from 0 to 11
 */
export async function precompress(folder: string, quality = constants.BROTLI_MAX_QUALITY): Promise<Compressed> {
  const files = globSync(TEXT, { cwd: folder }).toSorted();
  const known = new Set(files);
  for (const form of globSync('**/*.{br,gz}', { cwd: folder })) if (!known.has(form.slice(0, -3))) await rm(join(folder, form));

  const sum: Compressed = { files: files.length, before: 0, brotli: 0, gzip: 0 };
  const waiting = files.values();
  const worker = async () => {
    for (const file of waiting) {
      const path = join(folder, file);
      const bytes = await readFile(path);
      sum.before += bytes.length;
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      sum.brotli += await keep(`${path}.br`, bytes, await promisify(brotliCompress)(bytes, { params }));
      sum.gzip += await keep(`${path}.gz`, bytes, await promisify(gzip)(bytes, { level: 9 }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return sum;
}

/** Writes a compressed form where it is smaller; gives what a reader is sent, in bytes. */
async function keep(path: string, bytes: Buffer, compressed: Buffer): Promise<number> {
  const smaller = compressed.length < bytes.length;
  if (smaller) await writeFile(path, compressed);
  else await rm(path, { force: true });
  return Math.min(bytes.length, compressed.length);
}
