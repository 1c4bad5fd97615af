import type { SiteMetadata } from '../config/site.ts';
import type { FrozenEdition } from '../editions/diff.ts';
import { serializeNdjson } from '../editions/edition-files.ts';
import { frozenEditionPath } from '../paths/paths.ts';
import { sha256 } from '../text/sha256.ts';
import type { ExportFile } from './data-files.ts';

/** Returns the data of an edition as they were, with a note and checksums. Those of a published edition are the sealed bytes. */
export function editionData(edition: FrozenEdition, site: SiteMetadata): ExportFile[] {
  const files = [
    { name: 'record.ndjson', body: serializeNdjson(edition.items) },
    { name: 'README.txt', body: readme(edition, site) },
  ];
  const sums = files.map(({ name, body }) => `${sha256(body)}  ${name}\n`).join('');
  return [...files, { name: 'SHA256SUMS', body: sums }].map(({ name, body }) => ({
    path: `${frozenEditionPath(edition.id)}${name}`,
    body,
  }));
}

const readme = (
  { id, data, items }: FrozenEdition,
  site: SiteMetadata,
) => `${site.name}, edition ${id} (${data.date}${data.status === 'published' ? '' : ', in preparation'})
${site.url(frozenEditionPath(id))}

${data.note}

  record.ndjson     the Record in this edition: ${items.length} items, one JSON object a line, with kind, id, name and data
  SHA256SUMS        check with: sha256sum -c SHA256SUMS

Read it with Python:  [json.loads(line) for line in open("record.ndjson", encoding="utf-8")]
       with jq:       jq -r 'select(.kind == "statement") | [.id, .data.text] | @tsv' record.ndjson

Terms: ${site.license}. How to cite: ${site.url('/cite/')}
`;
