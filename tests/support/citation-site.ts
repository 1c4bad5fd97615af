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

/** The site under a base path, as tests cite it. */
export const site: SiteMetadata = { ...siteMetadata(theRecord()), url: (path) => `https://example.org/record${path}` };
