import { bibtex } from '../citations/bibtex.ts';
import type { CitableItem } from '../citations/citable.ts';
import { ris } from '../citations/ris.ts';
import { citableItems } from '../citations/to-csl.ts';
import { formatPath, pageFormats, type PageFormat } from '../config/formats.ts';
import type { SiteMetadata } from '../config/site.ts';
import type { TheRecord } from '../record/model.ts';
import type { EditionDiff } from '../editions/diff.ts';
import { stripHash } from '../paths/paths.ts';
import { atomFeed } from './atom-feed.ts';
import { dataFiles } from './data-files.ts';
import { toJson, type ExportFile } from './export-file.ts';
import { openSearch } from './open-search.ts';
import { serializers } from './record-data.ts';

/**
 * Every file that stands beside the pages: four forms of each citable page, `/data/`, the feed of changes and the search description.
 * They come one by one, so that nobody need hold all of them.
 *
 * @param editions for the feed, newest first
 */
export function* exportFiles(record: TheRecord, site: SiteMetadata, editions: readonly EditionDiff[] = []): Iterable<ExportFile> {
  const citables = citableItems(record, site);
  for (const citable of citables) yield* formsAt(citable.address, citable, site);
  // The forms of a page move with it.
  for (const { from, to } of record.redirects) {
    const citable = from.includes('#') ? undefined : citables.find(({ address }) => address === stripHash(to));
    if (citable) yield* formsAt(from, citable, site);
  }
  yield* dataFiles(record, citables, site);
  yield { path: '/changes/feed.xml', body: atomFeed(record, site, editions) };
  yield { path: '/opensearch.xml', body: openSearch(site) };
}

function* formsAt(address: string, citable: CitableItem, site: SiteMetadata): Iterable<ExportFile> {
  for (const { extension } of pageFormats) yield { path: formatPath(address, extension), body: serializePage[extension](citable, site) };
}

const serializePage: Record<PageFormat, (citable: CitableItem, site: SiteMetadata) => string> = {
  bib: (citable) => bibtex([citable]),
  ris: (citable) => ris([citable]),
  'csl.json': ({ csl }) => toJson([csl]),
  json: (citable, site) => toJson(thing(citable, site)),
};

/** A page as data: the thing itself, its edition, terms and citation. */
function thing({ subject, csl, url, modified }: CitableItem, site: SiteMetadata): object {
  const as = serializers(site);
  const about = { url, edition: site.edition, modified, license: site.license, citation: csl };
  switch (subject.kind) {
    case 'entry':
      return { ...about, entry: as.entry(subject.node), statements: subject.node.statements.map(as.statement) };
    case 'source':
      return { ...about, source: subject.node.data.source, entry: as.entry(subject.node).url };
    case 'statement':
      return { ...about, statement: as.statement(subject.node), relations: subject.node.relations.map(({ data }) => data) };
    case 'event':
      return { ...about, event: as.event(subject.node), statements: subject.node.statements.map(({ id }) => id) };
    case 'actor':
      return {
        ...about,
        actor: as.actor(subject.node),
        says: subject.node.statementsMade.map(({ id }) => id),
        relays: subject.node.statementsRelayed.map(({ id }) => id),
        spokenOf: subject.node.spokenOf.map(({ id }) => id),
      };
    case 'theme':
      return { ...about, theme: as.theme(subject.node), statements: subject.node.statements.map(({ id }) => id) };
    case 'place':
      return { ...about, place: as.place(subject.node), statements: subject.node.statements.map(({ id }) => id) };
    case 'term':
      return { ...about, term: as.term(subject.node) };
    case 'withdrawn':
      return { ...about, withdrawn: subject.node };
    case 'data':
      return { ...about, package: site.url('/data/datapackage.json'), record: site.url('/data/record.json') };
  }
}
