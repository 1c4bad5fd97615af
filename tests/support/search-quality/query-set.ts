import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const queryFilters = z.strictObject({
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

const queriesByCategory = z.record(
  z.string(),
  z.array(
    z.strictObject({
      /** As typed. */
      text: z.string().min(1),
      filters: queryFilters.optional(),
      /** Paths of which any one is a correct first result; a question has an anchor. An empty list if nothing must be found. */
      answers: z.array(z.string().regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/)),
    }),
  ),
);

/** Filters of a query, in the terms of the content. */
export type QueryFilters = z.infer<typeof queryFilters>;

export interface Query {
  category: string;
  text: string;
  filters: QueryFilters;
  answers: string[];
}

const files = { tuning: 'search-queries.yaml', 'held back': 'search-held-back.yaml', readers: 'search-readers.yaml' };

type Split = keyof typeof files;

/** Loads the queries for tuning, those held back from tuning, or those of readers, which are held back too. */
export function loadQueries(split: Split): Query[] {
  const yaml = readFileSync(new URL(`../../cases/${files[split]}`, import.meta.url), 'utf8');
  const categories = queriesByCategory.parse(parse(yaml));
  return Object.entries(categories).flatMap(([category, queries]) => queries.map((query) => ({ category, filters: {}, ...query })));
}

/** Returns the half in which a query belongs, by the rule of the files. */
export function splitOf({ text, filters }: Pick<Query, 'text' | 'filters'>): Exclude<Split, 'readers'> {
  const sorted = Object.fromEntries(Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const digest = createHash('sha256')
    .update(`${text}|${JSON.stringify(sorted)}`)
    .digest('hex');
  return digest[0]! < '8' ? 'tuning' : 'held back';
}
