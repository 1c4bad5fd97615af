import { siteMetadata, type SiteMetadata } from '../../src/config/site.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import type { TheRecord } from '../../src/record/model.ts';
import { readContent } from '../../src/loader/read-content.ts';

/** Returns the real Record. */
export function theRecord(): TheRecord {
  const { content, diagnostics } = readContent(process.cwd());
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return resolveReferences(content);
}

const { inPreparation: _, ...metadata } = siteMetadata(theRecord());

/** The site under a base path, as tests cite it: the real Record as its first edition. */
export const site: SiteMetadata = {
  ...metadata,
  edition: '2026.1',
  issued: '2026-11-22',
  url: (path) => `https://example.org/record${path}`,
};
