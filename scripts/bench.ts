import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { devLatency } from './bench/dev-latency.ts';
import { measure, type Run, type StageMark } from './bench/measure.ts';
import { refuseOptions } from './options.ts';
import { exponents, sayTable, type Row } from './bench/table.ts';
import { scratchProject, sizeOf, type Scratch } from './bench/scratch.ts';

/**
 * Builds invented archives of several sizes by the project's own build and prints what each stage costs, and with which exponent the
 * cost grows between sizes: 1 is as fast as the content. It only measures: nothing is compared with a bound.
 */
const USAGE =
  'usage: npm run bench [-- 5 50 500] [--seed 1] [--folder <scratch>] [--keep] [--no-dev] [--no-search] [--no-again] [--heap 3000]';

/** With what each stage of a build begins. */
const STAGES: StageMark[] = [
  { name: 'Astro: start', line: /Rendering/ },
  { name: 'Astro: sync', line: /Syncing content/ },
  { name: 'Astro: bundle', line: /Building static entrypoints/ },
  { name: 'link and render', line: /generating static routes/ },
  { name: 'sitemap', line: /\[build\] ✓ Completed in/ },
  { name: 'last hand on pages', line: /finishing pages/ },
  { name: 'exports', line: /Writing exports/ },
  { name: 'index', line: /Indexing for search/ },
  { name: 'cards', line: /Drawing cards/ },
  { name: 'manifest', line: /Writing the manifest/ },
];

type Asked = ReturnType<typeof options>;
const asked = refuseOptions(USAGE, options);
if (asked) await bench(asked);

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      seed: { type: 'string', default: '1' },
      folder: { type: 'string' },
      keep: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: true },
      search: { type: 'boolean', default: true },
      again: { type: 'boolean', default: true },
      heap: { type: 'string', default: '3000' },
    },
  });
  const sizes = (positionals.length > 0 ? positionals : ['5', '50', '500']).map(Number);
  const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 1);
  if (wrong >= 0) throw new Error(`${positionals[wrong]} is not a number of entries`);
  return { values, sizes };
}

async function bench({ values, sizes }: Asked) {
  const home = values.folder ?? mkdtempSync(join(tmpdir(), 'record-bench-'));
  const columns: Map<string, Row>[] = [];
  for (const size of sizes) {
    const scratch = scratchProject(join(home, String(size)), size, Number(values.seed));
    columns.push(await figuresOf(scratch, size, values));
    console.log(sayTable(sizes.slice(0, columns.length), columns));
    if (!values.keep) rmSync(scratch.folder, { recursive: true, force: true });
  }
  console.log(exponents(sizes, columns));
  if (!values.keep && !values.folder) rmSync(home, { recursive: true, force: true });
}

async function figuresOf({ folder, bytes, statements }: Scratch, entries: number, values: Asked['values']): Promise<Map<string, Row>> {
  const env = { NODE_OPTIONS: `--max-old-space-size=${values.heap}` };
  const rows = new Map<string, Row>([
    ['entries', { value: entries }],
    ['statements', { value: statements }],
    ['content, MB', { value: bytes / 1e6 }],
  ]);
  const add = (name: string, { whole }: Run) => {
    rows.set(`${name}: cpu s`, { value: whole.cpu, grows: true });
    rows.set(`${name}: wall s`, { value: whole.seconds });
    rows.set(`${name}: peak MB`, { value: whole.megabytes });
    rows.set(`${name}: peak MB, RSS`, { value: whole.resident });
  };

  add('lint, first time', await measure('node', ['scripts/lint.ts'], { cwd: folder }));
  add('lint, again', await measure('node', ['scripts/lint.ts'], { cwd: folder }));
  rmSync(join(folder, '.astro'), { recursive: true, force: true });

  const core = JSON.parse((await measure('node', ['scripts/bench/record-stages.ts'], { cwd: folder, env })).output) as Record<
    string,
    { cpu: number; megabytes: number }
  >;
  for (const [name, { cpu, megabytes }] of Object.entries(core)) {
    rows.set(`core, ${name}: cpu s`, { value: cpu, grows: true });
    rows.set(`core, ${name}: RSS MB`, { value: megabytes });
  }

  const first = await measure('node', ['scripts/build.ts'], { cwd: folder, env, marks: STAGES, first: 'read and check' });
  add('build', first);
  for (const { name, cpu, seconds, megabytes, resident } of first.stages) {
    rows.set(`build, ${name}: cpu s`, { value: cpu, grows: true });
    rows.set(`build, ${name}: wall s`, { value: seconds });
    rows.set(`build, ${name}: peak MB`, { value: megabytes });
    rows.set(`build, ${name}: peak MB, RSS`, { value: resident });
  }
  if (values.again) add('build again', await measure('node', ['scripts/build.ts'], { cwd: folder, env }));

  const made = sizeOf(join(folder, 'dist'));
  rows.set('files', { value: made.files, grows: true });
  rows.set('pages', { value: made.pages, grows: true });
  rows.set('dist, MB', { value: made.bytes / 1e6, grows: true });
  rows.set('pages a cpu second', { value: made.pages / first.whole.cpu });
  rows.set('pages a second', { value: made.pages / first.whole.seconds });

  if (values.search) {
    const { output } = await measure('node', ['scripts/bench/search-latency.ts'], { cwd: folder });
    const latency = JSON.parse(output) as Record<string, number>;
    for (const [name, milliseconds] of Object.entries(latency)) rows.set(`search, ${name}: ms`, { value: milliseconds });
  }
  if (values.dev) {
    const { start, changes, cpu, entryPage } = await devLatency(folder);
    rows.set('dev, start to first page: s', { value: start });
    rows.set('dev, change to statement page, median: s', { value: changes.toSorted((a, b) => a - b)[Math.floor(changes.length / 2)]! });
    rows.set('dev, change to statement page, slowest: s', { value: Math.max(...changes) });
    rows.set('dev, change to statement page, median: cpu s', { value: cpu.toSorted((a, b) => a - b)[Math.floor(cpu.length / 2)]! });
    rows.set('dev, change to article page: s', { value: entryPage });
  }
  return rows;
}
