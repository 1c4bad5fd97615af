import { loadRecord } from '../../src/loader/load-record.ts';
import { writeSearchIndex } from '../../src/search/index/write-search-index.ts';

/** Writes the search index of a built site: `node index-site.ts <folder>`. */
await writeSearchIndex(process.argv[2]!, loadRecord());
