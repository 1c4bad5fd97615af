import { buildRecord } from '../../src/record/build.ts';
import { catalogueOf } from '../../src/search/records.ts';
import { readContent } from '../content/read.ts';
import { searchablePages, withOtherPages, writeSearchIndex } from './search-index.ts';

/** Makes the search of a built site: `node index-site.ts <folder>`. */
const folder = process.argv[2]!;
await writeSearchIndex(
  folder,
  (heads) => {
    const record = buildRecord(readContent(process.cwd()).content);
    return withOtherPages(catalogueOf(record), heads, record.pageWords);
  },
  searchablePages(folder),
);
