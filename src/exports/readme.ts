import type { SiteMetadata } from '../config/site.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import type { TheRecord } from '../record/model.ts';

/** Formats the README of the data. */
export const readme = (record: TheRecord, site: SiteMetadata) => `${site.name}, edition ${site.edition} (${site.issued})
${site.url('/data/')}

${site.description}
${record.entries.length} entries, ${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.themes.length} themes, ${record.places.length} places, ${record.terms.length} terms, ${record.relations.length} relations.

Files
  record.json       everything, linked by ids; schema.json is its JSON Schema (draft 2020-12)
  record.jsonld     the same things as linked data in the vocabulary of schema.org
  *.csv             one table for each collection (RFC 4180, UTF-8); lists stand in one cell, parted by "; "
  record.bib, record.ris, record.csl.json
                    citations of every page and of the articles themselves
  datapackage.json  describes the tables (Frictionless Data Package)
  SHA256SUMS        check with: sha256sum -c SHA256SUMS
  manifest.json     the edition, the commit, and the check sum of every file of the site

Dates are EDTF (ISO 8601-2). Every date says how it is known: printed, reckoned or inferred, and on what ground.
A statement that was withdrawn is there with its text, the day and the reason (withdrawn); it counts for nothing.
In statements the columns speakers and via hold actor ids; a voice that the article does not name begins with "unnamed: ".
Texts (body) are MDX: <Cite s="..." /> names the statements that the sentence before it rests on.

Terms
The Record's own text and data: ${site.license}
Name "${site.name}", the edition and the address. The ${corpusSummary(record).number} articles are their publishers'; none of their sentences is in
these files beyond short attributed quotations, and those stay under their publishers' rights.

How to cite: ${site.url('/cite/')}
`;
