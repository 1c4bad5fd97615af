import type { CitableItem } from '../citations/citable.ts';
import { citableItems } from '../citations/to-csl.ts';
import { formatCitations } from '../citations/format-citations.ts';
import type { SiteMetadata } from '../config/site.ts';
import type { TheRecord } from '../record/model.ts';

const kinds: Record<CitableItem['subject']['kind'], string> = {
  entry: 'The Record’s page on an article',
  source: 'An article itself',
  statement: 'A statement',
  event: 'An event',
  actor: 'An actor',
  theme: 'A theme',
  question: 'A question, with the answers of all articles',
  place: 'A place',
  term: 'A term',
  withdrawn: 'What was withdrawn',
  data: 'The data',
};

/** Returns one example for each kind: its first item in the Record. */
export function citationExamples(record: TheRecord, site: SiteMetadata) {
  const first = new Map<string, CitableItem>();
  for (const citable of citableItems(record, site))
    if (!citable.withdrawn && !first.has(citable.subject.kind)) first.set(citable.subject.kind, citable);
  return [...first.values()].map((citable) => ({
    kind: kinds[citable.subject.kind],
    // The title of the cited item.
    title: citable.csl.title,
    address: citable.address,
    // As a footnote in Chicago style.
    note: formatCitations(citable, 'chicago').note,
  }));
}
