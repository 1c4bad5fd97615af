import type { TheRecord } from '../record/model.ts';
import type { Citable } from './citable.ts';
import { citeEntry, citeSource, citeStatement } from './entry-to-csl.ts';
import { citeActor, citeData, citeEvent, citePlace, citeTerm, citeTheme, citeWithdrawn } from './page-to-csl.ts';
import type { CitedSite } from './site-metadata.ts';

/** Everything that can be cited, in the order of the Record; the data set comes last. */
export function allCitables(record: TheRecord, site: CitedSite): Citable[] {
  return [
    ...record.entries.map((entry) => citeEntry(entry, site)),
    ...record.entries.map((entry) => citeSource(entry, site)),
    ...[...record.statements, ...record.withdrawn].map((statement) => citeStatement(statement, site)),
    ...record.events.map((event) => citeEvent(event, site)),
    ...record.actors.map((actor) => citeActor(actor, site)),
    ...record.themes.map((theme) => citeTheme(theme, site)),
    ...record.places.map((place) => citePlace(place, site)),
    ...record.terms.map((term) => citeTerm(term, site)),
    ...record.withdrawnPages.filter(({ address }) => !address.includes('#')).map((page) => citeWithdrawn(page, site)),
    citeData(record, site),
  ];
}
