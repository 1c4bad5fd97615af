import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Contender } from './contender.ts';
import { visit, type Link, type Visit } from './slow-link.ts';
import { median } from './table.ts';

/** What is typed to measure time and bytes: names, parts, other scripts, typing errors, phrases, numbers. */
export const TYPED = [
  'Zakharova',
  'golden age',
  'プーチン',
  'Sakhalin 2',
  'Нарышкин',
  'peace treaty',
  'Kissigner',
  'sanctions',
  'Abe Putin meetings',
  '65 projects',
  'Okhotsk',
  'courtesy call',
];

/** The columns of a row of costs. */
export const COST = [
  'search',
  'kB to the first result',
  'kB in all',
  'requests',
  'last key → result, ms: median',
  'slowest',
  'index made in s',
  'index on disk, kB',
];

/** What a first visit to a contender costs, over some queries, and what its index does. */
export async function costOf(
  browser: Browser,
  contender: Contender,
  origin: string,
  link: Link,
  queries: readonly string[],
): Promise<string[]> {
  const visits: Visit[] = [];
  for (const query of queries) visits.push(await visit(browser, contender, origin, query, link));
  const middle = (of: (each: Visit) => number) => median(visits.map(of));
  return [
    contender.name,
    kilo(middle(({ bytesToResult }) => bytesToResult)),
    kilo(middle(({ bytesInAll }) => bytesInAll)),
    middle(({ requests }) => requests).toFixed(0),
    middle(({ answered }) => answered).toFixed(0),
    Math.max(...visits.map(({ answered }) => answered)).toFixed(0),
    (contender.built / 1000).toFixed(1),
    kilo(onDisk(contender)),
  ];
}

/** How the costs were measured, in words. */
export const typed = ({ throughput, latency, slowdown }: Link, queries: readonly string[]) =>
  `${throughput / 1e6} Mbit/s, ${latency} ms, processor ${slowdown}× slower, focus half a second before the first key, ${queries.length} queries`;

const kilo = (bytes: number) => (bytes / 1000).toFixed(0);

const onDisk = ({ folder, index }: Contender) =>
  index.flatMap((pattern) => globSync(pattern, { cwd: folder })).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
