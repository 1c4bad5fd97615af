import { parse } from 'yaml';
import { loadRecord } from '../loader/load-record.ts';
import { compareEditions } from '../record/sort.ts';
import { edition, type Edition } from '../schema/edition.ts';
import { diffEditions, type EditionDiff } from './diff-editions.ts';

const files = import.meta.glob<string>('/content/editions/*/edition.yaml', { query: '?raw', import: 'default', eager: true });
const sealed = import.meta.glob<string>('/content/editions/*/record.ndjson', { query: '?raw', import: 'default' });

/** The edition that is read: the last one. Known before the Record is loaded, for every page names it. */
export const currentEdition: Edition & { name: string } = (() => {
  const last = Object.keys(files)
    .toSorted((a, b) => compareEditions(nameIn(a), nameIn(b)))
    .at(-1);
  if (!last) throw new Error('content/editions holds no edition: npm run edition -- <year>.1');
  return { name: nameIn(last), ...edition.parse(parse(files[last]!)) };
})();

let compared: Promise<EditionDiff[]> | undefined;

/** All editions, newest first, each with what changed in it. */
export function loadEditions(): Promise<EditionDiff[]> {
  if (import.meta.env.DEV) return load();
  return (compared ??= load());
}

async function load(): Promise<EditionDiff[]> {
  const texts = await Promise.all(Object.entries(sealed).map(async ([path, text]) => [nameIn(path), await text()] as const));
  return diffEditions(loadRecord(), new Map(texts));
}

/** `/content/editions/2026.1/edition.yaml` → `2026.1` */
function nameIn(path: string): string {
  return path.split('/').at(-2)!;
}
