import type { CitableItem } from './citable.ts';

/** CSL-JSON (CSL 1.0.2, `csl-data.json`): an array of items. */
export const cslJson = (citables: readonly CitableItem[]) =>
  `${JSON.stringify(
    citables.map(({ csl }) => csl),
    null,
    2,
  )}\n`;
