import { querySite } from './search-quality/query-site.ts';
import type { site } from './browser-site.ts';

const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

/** Asks the search of a site for words, one by one: for each the addresses found, best first. */
export async function queryWords({ open }: ReturnType<typeof site>, words: readonly string[]): Promise<string[][]> {
  const page = await open('/search/');
  const questions = words.map((text) => ({ text, filters: {} }));
  const lists = await querySite(page, questions, base);
  await page.context().close();
  return lists;
}
