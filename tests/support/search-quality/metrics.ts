import type { Query } from './query-set.ts';

/** A query with what a search gave for it. */
export interface QueryResult {
  query: Query;
  /** Addresses found, best first, from the site's root. */
  found: readonly string[];
}

export interface Metrics {
  queries: number;
  /** Share answered by the first result, and by one of the first five. */
  hit1: number;
  hit5: number;
  /** Mean of 1 ÷ rank of the first answer. */
  mrr: number;
}

/** How far down the first answer is looked for. */
const DEEPEST = 50;

/**
 * The place of the first answer in the list of results, from 1; 0 where there is none. Where nothing must be found, an empty
 * list is a first place.
 */
export function getRank({ query, found }: QueryResult): number {
  if (query.answers.length === 0) return found.length === 0 ? 1 : 0;
  return found.slice(0, DEEPEST).findIndex((address) => query.answers.includes(address)) + 1;
}

/** How well a set of queries was answered; of no queries there is no quality. */
export function computeMetrics(asked: readonly QueryResult[]): Metrics {
  if (asked.length === 0) throw new Error('No query was asked.');
  const ranks = asked.map(getRank);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    queries: ranks.length,
    hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit5: mean(ranks.map((rank) => (rank >= 1 && rank <= 5 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
  };
}

/** `hit@1 95.4 %, hit@5 99.2 %, MRR 0.968 (261 queries)` */
export function formatMetrics({ queries, hit1, hit5, mrr }: Metrics): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `hit@1 ${percent(hit1)}, hit@5 ${percent(hit5)}, MRR ${mrr.toFixed(3)} (${queries} queries)`;
}

/** Every query whose first result is no answer, a line each: its category, its text and filters, the rank of the first answer, what came first. */
export function formatFailures(asked: readonly QueryResult[]): string[] {
  return asked
    .filter((each) => getRank(each) !== 1)
    .map((each) => {
      const { category, text, filters, answers } = each.query;
      const narrowed = Object.keys(filters).length > 0 ? ` ${JSON.stringify(filters)}` : '';
      const first = each.found.slice(0, 3).join(' ') || 'nothing';
      const wanted = answers.length > 0 ? `answer at ${getRank(each) || '–'}, wanted ${answers.slice(0, 3).join(' ')}` : 'wanted nothing';
      return `${category} | ${text}${narrowed} | ${wanted} | found ${first} (${each.found.length})`;
    });
}

/** Quality by category, in the order of the queries. */
export function byCategory(asked: readonly QueryResult[]): [category: string, quality: Metrics][] {
  return [...Map.groupBy(asked, ({ query }) => query.category)].map(([category, group]) => [category, computeMetrics(group)]);
}
