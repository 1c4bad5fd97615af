import { existsSync } from 'node:fs';
import { precompress } from './hosting/precompress.ts';

/** Writes a brotli and a gzip form beside every text file of the last build, for hosts that serve them: `npm run precompress [-- <folder>]`. */
const folder = process.argv[2] ?? 'dist';
if (!existsSync(folder)) {
  console.error(`There is no ${folder}/ to compress: run npm run build first.`);
  process.exit(1);
}
const { files, before, brotli, gzip } = await precompress(folder);
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
console.log(`${files} files of ${folder}/: ${megabytes(before)}, as brotli ${megabytes(brotli)}, as gzip ${megabytes(gzip)}.`);
