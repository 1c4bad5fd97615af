import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/loader/user-error.ts';
import { generateArchive } from './bench/generate-archive.ts';
import { copyProjectFiles } from './reproducible-build/copy-project.ts';
import { checkSiteUrl } from './environment.ts';
import { runCommand } from './run.ts';

const USAGE = `usage: npm run bench [-- <number of articles>…]

Generates archives of 5, 15 and 50 articles (or of the numbers given), builds each in a temporary folder and prints how the build
grows. "growth" is the exponent between two sizes: 1.0 is linear, 2.0 quadratic. "memory" is that of the largest Node.js process.
The numbers depend on the machine: compare runs on the same one. Needs a POSIX shell. --verbose shows the output of the builds.`;

/** Numbers of articles: the range for which the site is designed. */
const DEFAULT_SIZES = [5, 15, 50];

/** Appends the peak memory of each Node.js process, in kB, to the file BENCH_MEMORY. */
const MEMORY_HOOK = `import { appendFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(process.env.BENCH_MEMORY, process.resourceUsage().maxRSS + '\\n'));`;

const COLUMNS = ['articles', 'statements', 'pages', 'wall s', 'CPU s', 'memory MB', 'pages/s', 'growth'];

interface Measurement {
  articles: number;
  statements: number;
  pages: number;
  wallSeconds: number;
  cpuSeconds: number;
  memoryMegabytes: number;
}

await runCommand(USAGE, async () => {
  checkSiteUrl();
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { verbose: { type: 'boolean', default: false } } });
  const sizes = positionals.length > 0 ? positionals.map(Number) : DEFAULT_SIZES;
  const wrong = positionals[sizes.findIndex((size) => !Number.isInteger(size) || size < 1)];
  if (wrong !== undefined) throw new UserError(`invalid number of articles "${wrong}"`, 'use whole numbers from 1');

  // With these handlers, the 'exit' event that removes the temporary folder is emitted.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  console.log(COLUMNS.map((name) => name.padStart(10)).join(' '));
  let previous: Measurement | undefined;
  for (const articles of sizes.toSorted((a, b) => a - b)) {
    const current = await measureBuild(articles, values.verbose);
    console.log(formatRow(current, previous));
    previous = current;
  }
});

/** Builds an archive of articles in a temporary folder. @throws {UserError} if the build fails */
async function measureBuild(articles: number, verbose: boolean): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'record-bench-'));
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clean);
  try {
    copyProjectFiles(folder);
    const statements = generateArchive(folder, 'tests/fixtures/archive', articles);
    const memoryFile = join(folder, 'memory');
    const start = performance.now();
    const output = await runBuild(folder, memoryFile, verbose);
    return {
      articles,
      statements,
      pages: globSync('dist/**/*.html', { cwd: folder }).length,
      wallSeconds: (performance.now() - start) / 1000,
      cpuSeconds: parseCpuSeconds(output),
      memoryMegabytes: Math.max(...readFileSync(memoryFile, 'utf8').trim().split('\n').map(Number)) / 1024,
    };
  } finally {
    process.removeListener('exit', clean);
    clean();
  }
}

/** Runs the build of a project and returns its output. The last line is that of `times`: the CPU time of all child processes. */
async function runBuild(cwd: string, memoryFile: string, verbose: boolean): Promise<string> {
  const env = {
    ...process.env,
    PATH: `${join(cwd, 'node_modules/.bin')}:${process.env.PATH}`,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MEMORY_HOOK)}`,
    BENCH_MEMORY: memoryFile,
  };
  const child = spawn('sh', ['-c', 'node scripts/build.ts 2>&1 && times'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (verbose) process.stderr.write(chunk);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new UserError(`the build failed\n${output.slice(-2000)}`, 'run npm run bench -- --verbose to see all output');
  return output;
}

/** Parses `1m2.34s 0m5.60s`, the user and system time of child processes, from the end of the output of `times`. */
function parseCpuSeconds(output: string): number {
  const [, ...parts] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(output) ?? [];
  const [userMinutes = NaN, user = NaN, systemMinutes = NaN, system = NaN] = parts.map(Number);
  return (userMinutes + systemMinutes) * 60 + user + system;
}

function formatRow(current: Measurement, previous: Measurement | undefined): string {
  const { articles, statements, pages, wallSeconds, cpuSeconds, memoryMegabytes } = current;
  const growth = previous && Math.log(wallSeconds / previous.wallSeconds) / Math.log(articles / previous.articles);
  const rate = (pages / wallSeconds).toFixed(1);
  const cells = [articles, statements, pages, wallSeconds.toFixed(1), cpuSeconds.toFixed(1), memoryMegabytes.toFixed(0), rate];
  return [...cells, growth?.toFixed(2) ?? '–'].map((cell) => String(cell).padStart(10)).join(' ');
}
