import { currentRecord } from '../../src/loader/current-record.ts';
import { indexablePages, readIndexFile, writeSearchIndex } from '../../src/search/index/write-search-index.ts';

/** Makes the search of a built site: `node index-site.ts <folder>`. */
const folder = process.argv[2]!;
await writeSearchIndex(folder, (heads) => readIndexFile(currentRecord(), heads), indexablePages(folder));
