import { linkRecord } from '../../src/record/link.ts';
import { checkContent } from '../../src/record/build.ts';
import { allCitables } from '../../src/citations/all.ts';
import { siteOf } from '../../src/citations/edition.ts';
import { exportFiles } from '../../src/exports/files.ts';
import { readContent } from '../content/read.ts';

/** Prints, as JSON, what the core alone costs for the content in this folder: processor seconds and heap after each step. */
const steps: Record<string, { cpu: number; megabytes: number }> = {};

const { content } = step('read and check', () => readContent(process.cwd()));
step('check', () => checkContent(content));
const record = step('link', () => linkRecord(content));
const { id: name, data } = record.editions.at(-1)!;
const site = siteOf({ name, ...data }, (address) => `https://record.example${address}`);
step('citables', () => allCitables(record, site).length);
step('exports', () => {
  let bytes = 0;
  for (const { body } of exportFiles(record, site)) bytes += body.length;
  return bytes;
});
console.log(JSON.stringify(steps));

function step<Result>(name: string, work: () => Result): Result {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  steps[name] = { cpu: (user + system) / 1e6, megabytes: process.memoryUsage().rss / 1e6 };
  return result;
}
