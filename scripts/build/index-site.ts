import { catalogueOf } from '../../src/search/records.ts';
import { currentRecord } from '../content/current.ts';
import { searchablePages, withOtherPages, writeSearchIndex } from './search-index.ts';

/** Makes the search of a built site: `node index-site.ts <folder>`. */
const folder = process.argv[2]!;
await writeSearchIndex(
  folder,
  (heads) => {
    const record = currentRecord();
    return withOtherPages(catalogueOf(record), heads, record.pageWords);
  },
  searchablePages(folder),
);
