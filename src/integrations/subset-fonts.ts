import { readFileSync, writeFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import subsetFont from 'subset-font';
import { FEATURES } from './font-faces.ts';

/** A font file to write. */
export interface FontSubset {
  from: string;
  to: string;
  /** All characters that it has. */
  text: string;
  /** The weight to cut from a variable font. */
  weight?: number;
}

// Runs in a separate process, since WebAssembly needs about 100 MB.
for (const { from, to, text, weight } of (await json(process.stdin)) as FontSubset[]) {
  const axes = weight === undefined ? {} : { variationAxes: { wght: weight } };
  writeFileSync(to, await subsetFont(readFileSync(from), text, { targetFormat: 'woff2', keepFeatures: FEATURES, ...axes }));
}
