import { currentRecord } from '../content/current.ts';
import { searchablePages, siteCatalogue, writeSearchIndex } from './search-index.ts';

/** Makes the search of a built site: `node index-site.ts <folder>`. */
const folder = process.argv[2]!;
await writeSearchIndex(folder, (heads) => siteCatalogue(currentRecord(), heads), searchablePages(folder));
