import type { Query } from './query-set.ts';

/** A query with its results. */
export interface QueryResult {
  query: Query;
  /** Paths of the pages found, best first. */
  paths: readonly string[];
}

interface Metrics {
  queries: number;
  /** Share of queries with an answer as first result, and among the first five. */
  hit1: number;
  hit5: number;
  /** Mean of 1 ÷ rank of the first answer. */
  mrr: number;
}

/** Number of results in which an answer counts. */
const MAX_RANK = 50;

/** Returns the rank of the first answer, from 1, or 0 if there is none. If nothing must be found, an empty list has rank 1. */
export function getRank({ query, paths }: QueryResult): number {
  if (query.answers.length === 0) return paths.length === 0 ? 1 : 0;
  return paths.slice(0, MAX_RANK).findIndex((path) => query.answers.includes(path)) + 1;
}

/** Computes the metrics of some results. @throws {Error} if there are no results */
export function computeMetrics(results: readonly QueryResult[]): Metrics {
  if (results.length === 0) throw new Error('no queries to measure');
  const ranks = results.map(getRank);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    queries: ranks.length,
    hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit5: mean(ranks.map((rank) => (rank >= 1 && rank <= 5 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
  };
}

/** Formats metrics: `hit@1 95.4 %, hit@5 99.2 %, MRR 0.968 (261 queries)`. */
function formatMetrics({ queries, hit1, hit5, mrr }: Metrics): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `hit@1 ${percent(hit1)}, hit@5 ${percent(hit5)}, MRR ${mrr.toFixed(3)} (${queries} queries)`;
}

/** Formats the metrics of all results, those of each category, and each query whose first result is wrong. */
export function formatReport(results: readonly QueryResult[]): string[] {
  const categories = Map.groupBy(results, ({ query }) => query.category);
  return [
    formatMetrics(computeMetrics(results)),
    ...[...categories].map(([category, group]) => `${category}: ${formatMetrics(computeMetrics(group))}`),
    ...results.filter((result) => getRank(result) !== 1).map(formatFailure),
  ];
}

function formatFailure(result: QueryResult): string {
  const { category, text, filters, answers } = result.query;
  const query = Object.keys(filters).length > 0 ? `${text} ${JSON.stringify(filters)}` : text;
  const found = result.paths.slice(0, 3).join(' ') || 'nothing';
  const expected =
    answers.length > 0 ? `answer at ${getRank(result) || '–'}, expected ${answers.slice(0, 3).join(' ')}` : 'expected nothing';
  return `✗ ${category} | ${query} | ${expected} | found ${found} (${result.paths.length})`;
}
