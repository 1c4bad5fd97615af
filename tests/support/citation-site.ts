import { resolveReferences } from '../../src/record/resolve-references.ts';
import type { TheRecord } from '../../src/record/model.ts';
import type { SiteMetadata } from '../../src/citations/site-metadata.ts';
import { readContent } from '../../src/loader/read-content.ts';

/** The site under a base path, as tests cite it. */
export const site: SiteMetadata = {
  name: 'The Japan–Russia Record',
  url: (address) => `https://example.org/record${address}`,
  edition: '2026.1',
  issued: '2026-11-22',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  description: 'A documentary edition of Japan–Russia relations, 2015–2026.',
};

/** The real Record. */
export function theRecord(): TheRecord {
  const { content, diagnostics } = readContent(process.cwd());
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return resolveReferences(content);
}
