import type { Citable } from '../citations/citable.ts';
import { allCitables } from '../citations/citable-items.ts';
import { cite, type Formatted } from '../citations/styles.ts';
import type { CitedSite } from '../citations/site-metadata.ts';
import type { TheRecord } from '../record/model.ts';

/** How to cite one kind of thing, with a real example. */
export interface CitedExample {
  kind: string;
  /** What the example is. */
  title: string;
  address: string;
  /** As a footnote in Chicago style. */
  note: Formatted;
}

const kinds: Record<Citable['subject']['kind'], string> = {
  entry: 'The Record’s page on an article',
  source: 'An article itself',
  statement: 'A statement',
  event: 'An event',
  actor: 'An actor',
  theme: 'A theme',
  place: 'A place',
  term: 'A term',
  withdrawn: 'What was withdrawn',
  data: 'The data',
};

/** One example of each kind: the first that the Record has. */
export function citedExamples(record: TheRecord, site: CitedSite): CitedExample[] {
  const first = new Map<string, Citable>();
  for (const citable of allCitables(record, site))
    if (!citable.withdrawn && !first.has(citable.subject.kind)) first.set(citable.subject.kind, citable);
  return [...first.values()].map((citable) => ({
    kind: kinds[citable.subject.kind],
    title: citable.csl.title,
    address: citable.address,
    note: cite(citable, 'chicago').note,
  }));
}
