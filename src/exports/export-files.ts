import { bibtex, ris } from '../citations/bibtex-ris.ts';
import type { CitableItem } from '../citations/citable.ts';
import { citableItems } from '../citations/to-csl.ts';
import { formatPath, frozenEditionPath, type PageFormat, pageFormats, searchPath, stripHash } from '../paths/paths.ts';
import { figuresOf } from '../charts/figures.ts';
import type { TheRecord } from '../record/model.ts';
import type { EditionDiff, FrozenEdition } from '../editions/diff.ts';
import { figurePath } from '../views/citing.ts';
import { atomFeeds } from './atom-feed.ts';
import { dataFiles, formatCsv, type ExportFile } from './data-files.ts';
import { serializers, toJson } from './record-data.ts';
import type { SiteMetadata } from '../config/site.ts';
import { serializeNdjson } from '../editions/edition-files.ts';
import { sha256 } from '../editions/manifest.ts';

/**
 * Returns every file that is published along with the pages: each citable page in other formats, `/data/`, the data of editions and
 * figures, feeds of changes and the description of the search. The files are made one by one, since all of them would fill the memory.
 *
 * @param editions newest first
 */
export function* exportFiles(record: TheRecord, site: SiteMetadata, editions: readonly EditionDiff[] = []): Iterable<ExportFile> {
  const citables = citableItems(record, site);
  for (const citable of citables) yield* formatsOf(citable.address, citable, site);
  // A page that has moved is published at its old path too.
  for (const { from, to } of record.redirects) {
    const citable = from.includes('#') ? undefined : citables.find(({ address }) => address === stripHash(to));
    if (citable) yield* formatsOf(from, citable, site);
  }
  yield* dataFiles(record, citables, site);
  for (const { edition } of editions) yield* editionData(edition, site);
  for (const [name, figure] of Object.entries(figuresOf(record))) {
    const rows = figure.rows(record, site.url);
    yield { path: figurePath(name, 'csv'), body: formatCsv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]) };
  }
  yield* atomFeeds(record, site, editions);
  yield { path: '/robots.txt', body: `User-agent: *\nAllow: /\n\nSitemap: ${site.url('/sitemap-index.xml')}\n` };
  yield { path: '/opensearch.xml', body: openSearch(site) };
}

function* formatsOf(address: string, citable: CitableItem, site: SiteMetadata): Iterable<ExportFile> {
  for (const { extension } of pageFormats) yield { path: formatPath(address, extension), body: serializePage[extension](citable, site) };
}

const serializePage: Record<PageFormat, (citable: CitableItem, site: SiteMetadata) => string> = {
  bib: (citable) => bibtex([citable]),
  ris: (citable) => ris([citable]),
  'csl.json': ({ csl }) => toJson([csl]),
  json: (citable, site) => toJson(pageData(citable, site)),
};

/** Returns a page as data: the thing itself, with its edition, licence and citation. */
function pageData({ subject, csl, url, modified }: CitableItem, site: SiteMetadata): object {
  const serialize = serializers(site);
  const about = { url, edition: site.edition, modified, license: site.license, citation: csl };
  switch (subject.kind) {
    case 'entry':
      return { ...about, entry: serialize.entry(subject.node), statements: subject.node.statements.map(serialize.statement) };
    case 'source':
      return { ...about, source: subject.node.data.source, entry: serialize.entry(subject.node).url };
    case 'statement':
      return { ...about, statement: serialize.statement(subject.node), relations: subject.node.relations.map(({ data }) => data) };
    case 'event':
      return { ...about, event: serialize.event(subject.node), statements: subject.node.statements.map(({ id }) => id) };
    case 'actor':
      return {
        ...about,
        actor: serialize.actor(subject.node),
        says: subject.node.statementsMade.map(({ id }) => id),
        relays: subject.node.statementsRelayed.map(({ id }) => id),
        spokenOf: subject.node.mentionedIn.map(({ id }) => id),
      };
    case 'theme':
      return { ...about, theme: serialize.theme(subject.node), statements: subject.node.statements.map(({ id }) => id) };
    case 'question':
      return { ...about, question: { theme: subject.node.theme.id, ...subject.node.data } };
    case 'place':
      return { ...about, place: serialize.place(subject.node), statements: subject.node.statements.map(({ id }) => id) };
    case 'term':
      return { ...about, term: serialize.term(subject.node) };
    case 'withdrawn':
      return { ...about, withdrawn: subject.node };
    case 'data':
      return { ...about, package: site.url('/data/datapackage.json'), record: site.url('/data/record.json') };
  }
}

/** Formats the OpenSearch 1.1 description, with which browsers search the Record from the address bar. */
const openSearch = (site: SiteMetadata) => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>JR Record</ShortName>
  <LongName>${escapeXml(site.name)}</LongName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>en</Language>
  <Url type="text/html" method="get" template="${escapeXml(site.url(searchPath))}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(site.url('/opensearch.xml'))}"/>
</OpenSearchDescription>
`;

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (character) => `&#${character.codePointAt(0)};`);

/** Returns the data of an edition as they were, with a note and checksums. Those of a published edition are the sealed bytes. */
function editionData(edition: FrozenEdition, site: SiteMetadata): ExportFile[] {
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
