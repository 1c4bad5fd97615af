import { readFileSync, writeFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import subsetFont from 'subset-font';
import { FEATURES, type FontAxes } from './font-faces.ts';

/** A font file to write. */
export interface FontSubset {
  from: string;
  to: string;
  /** All characters that it has. */
  text: string;
  /** The axes of a variable font that it keeps. */
  axes: FontAxes;
}

// Runs in a separate process, since WebAssembly needs about 100 MB.
for (const { from, to, text, axes } of (await json(process.stdin)) as FontSubset[]) {
  const options = { targetFormat: 'woff2', keepFeatures: FEATURES, variationAxes: axes } as const;
  writeFileSync(to, await subsetFont(readFileSync(from), text, options));
}
