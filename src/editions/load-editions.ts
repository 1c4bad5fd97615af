import { parse } from 'yaml';
import { compareEditions } from '../record/sort.ts';
import { edition, type Edition } from '../schema/edition.ts';

const files = import.meta.glob<string>('/content/editions/*/edition.yaml', { query: '?raw', import: 'default', eager: true });

/** The last edition. Pages read it without the Record, since every page names it, even if the content has errors. */
export const currentEdition: Edition & { name: string } = (() => {
  const editions = Object.entries(files).map(([path, text]) => ({ name: path.split('/').at(-2)!, text }));
  const last = editions.toSorted((a, b) => compareEditions(a.name, b.name)).at(-1);
  if (!last) throw new Error('content/editions has no edition: npm run edition -- <year>.1');
  return { name: last.name, ...edition.parse(parse(last.text)) };
})();
