import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/loader/errors.ts';
import { copyProjectFiles, multiplyArchive } from './project-copies.ts';
import { checkSiteUrl, runCommand } from './command.ts';

const USAGE = `usage: npm run bench [-- <number of copies>…]

Builds the content, and archives 3 and 10 times as large (or of the numbers of copies given), in temporary folders and prints how the
build grows. "growth" is the exponent between two sizes: 1.0 is linear, 2.0 quadratic. "memory" is that of the largest Node.js process.
The numbers depend on the machine: compare runs on the same one.`;

const DEFAULT_COPIES = [1, 3, 10];

/** Appends the peak memory of each Node.js process, in kB, to the file BENCH_MEMORY. */
const MEMORY_HOOK = `import { appendFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(process.env.BENCH_MEMORY, process.resourceUsage().maxRSS + '\\n'));`;

const COLUMNS = ['articles', 'pages', 'seconds', 'pages/s', 'memory MB', 'growth'];

await runCommand(USAGE, () => {
  checkSiteUrl();
  const { positionals } = parseArgs({ allowPositionals: true });
  const sizes = positionals.length > 0 ? positionals.map(Number) : DEFAULT_COPIES;
  const wrong = positionals[sizes.findIndex((size) => !Number.isInteger(size) || size < 1)];
  if (wrong !== undefined) throw new UserError(`invalid number of copies "${wrong}"`, 'use whole numbers from 1');

  console.log(COLUMNS.map((name) => name.padStart(10)).join(' '));
  let previous: { articles: number; seconds: number } | undefined;
  for (const copies of sizes.toSorted((a, b) => a - b)) {
    const { articles, pages, seconds, megabytes } = measureBuild(copies);
    const growth = previous && Math.log(seconds / previous.seconds) / Math.log(articles / previous.articles);
    const cells = [articles, pages, seconds.toFixed(1), (pages / seconds).toFixed(1), megabytes.toFixed(0), growth?.toFixed(2) ?? '–'];
    console.log(cells.map((cell) => String(cell).padStart(10)).join(' '));
    previous = { articles, seconds };
  }
});

/** Builds copies of the content in a temporary folder. @throws {UserError} if the build fails */
function measureBuild(copies: number): { articles: number; pages: number; seconds: number; megabytes: number } {
  const cwd = mkdtempSync(join(tmpdir(), 'record-bench-'));
  try {
    copyProjectFiles(cwd);
    const articles = multiplyArchive(cwd, process.cwd(), copies);
    const memoryFile = join(cwd, 'memory');
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MEMORY_HOOK)}`,
      BENCH_MEMORY: memoryFile,
    };
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd, env, encoding: 'utf8' });
    if (status !== 0) throw new UserError(`the build failed\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    return {
      articles,
      pages: globSync('dist/**/*.html', { cwd }).length,
      seconds: (performance.now() - start) / 1000,
      megabytes: Math.max(...readFileSync(memoryFile, 'utf8').trim().split('\n').map(Number)) / 1024,
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true, maxRetries: 3 });
  }
}
