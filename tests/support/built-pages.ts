import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** Where the built site is. */
export const DIST = 'dist';

/** A built page: its address and its document. */
export interface BuiltPage {
  address: string;
  html: string;
  document: Document;
}

/** Every page of the build, by address. */
export function builtPages(): Map<string, BuiltPage> {
  const files = globSync('**/*.html', { cwd: DIST }).toSorted();
  return new Map(
    files.map((file) => {
      const address = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
      const html = readFileSync(join(DIST, file), 'utf8');
      return [address, { address, html, document: parseHTML(html).document as unknown as Document }];
    }),
  );
}
