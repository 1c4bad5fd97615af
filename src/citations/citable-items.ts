import type { TheRecord } from '../record/model.ts';
import type { CitableItem } from './citable.ts';
import { entryToCsl, sourceToCsl, statementToCsl } from './entry-to-csl.ts';
import { actorToCsl, dataToCsl, eventToCsl, placeToCsl, termToCsl, themeToCsl, tombstoneToCsl } from './page-to-csl.ts';
import type { SiteMetadata } from '../config/site.ts';

/** Everything that can be cited, in the order of the Record; the data set comes last. */
export function citableItems(record: TheRecord, site: SiteMetadata): CitableItem[] {
  return [
    ...record.entries.map((entry) => entryToCsl(entry, site)),
    ...record.entries.map((entry) => sourceToCsl(entry, site)),
    ...[...record.statements, ...record.withdrawn].map((statement) => statementToCsl(statement, site)),
    ...record.events.map((event) => eventToCsl(event, site)),
    ...record.actors.map((actor) => actorToCsl(actor, site)),
    ...record.themes.map((theme) => themeToCsl(theme, site)),
    ...record.places.map((place) => placeToCsl(place, site)),
    ...record.terms.map((term) => termToCsl(term, site)),
    ...record.tombstones.filter(({ address }) => !address.includes('#')).map((page) => tombstoneToCsl(page, site)),
    dataToCsl(record, site),
  ];
}
