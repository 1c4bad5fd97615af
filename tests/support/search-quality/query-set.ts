import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const facets = z.strictObject({
  /** Kind of page: actor, event, theme, place, term, entry, statement. */
  kind: z.array(z.string()).optional(),
  /** Kind of statement. */
  type: z.array(z.string()).optional(),
  article: z.array(z.string()).optional(),
  speaker: z.array(z.string()).optional(),
  actor: z.array(z.string()).optional(),
  theme: z.array(z.string()).optional(),
  side: z.array(z.string()).optional(),
  year: z.array(z.number().int()).optional(),
  status: z.array(z.string()).optional(),
});

const table = z.record(
  z.string(),
  z.array(
    z.strictObject({
      /** As typed. */
      text: z.string().min(1),
      /** Any of the values of one, all of the filters. */
      filters: facets.optional(),
      /** Addresses, each of which answers the query; none where nothing must be found. */
      answers: z.array(z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/)),
    }),
  ),
);

/** Filters of a query, in the words of the content. */
export type Facets = z.infer<typeof facets>;

export interface Query {
  category: string;
  text: string;
  filters: Facets;
  answers: string[];
}

export type Split = 'tuning' | 'held back';

const files: Record<Split, string> = { tuning: 'search-queries.yaml', 'held back': 'search-held-back.yaml' };

/** The half of the search queries that one tunes by, or the one held back. */
export function loadQueries(half: Split): Query[] {
  const file = new URL(`../../cases/${files[half]}`, import.meta.url);
  const categories = table.parse(parse(readFileSync(file, 'utf8')));
  return Object.entries(categories).flatMap(([category, queries]) => queries.map((query) => ({ category, filters: {}, ...query })));
}

/** The half to which a query belongs by the rule that the files state. */
export function splitOf({ text, filters }: Pick<Query, 'text' | 'filters'>): Split {
  const inOrder = Object.fromEntries(Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const digest = createHash('sha256')
    .update(`${text}|${JSON.stringify(inOrder)}`)
    .digest('hex');
  return digest[0]! < '8' ? 'tuning' : 'held back';
}
