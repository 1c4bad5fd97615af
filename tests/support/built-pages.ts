import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** The folder of the built site. */
export const DIST = 'dist';

/** A built page: its path, HTML and document. */
export interface BuiltPage {
  address: string;
  html: string;
  document: Document;
}

let pages: ReadonlyMap<string, BuiltPage> | undefined;

/** Returns every page of the build by path. They are parsed once for all tests of a process. */
export const builtPages = (): ReadonlyMap<string, BuiltPage> => (pages ??= parsePages());

function parsePages(): ReadonlyMap<string, BuiltPage> {
  const files = globSync('**/*.html', { cwd: DIST }).toSorted();
  return new Map(
    files.map((file) => {
      const address = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
      const html = readFileSync(join(DIST, file), 'utf8');
      return [address, { address, html, document: parseHTML(html).document }];
    }),
  );
}
