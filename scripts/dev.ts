import { run } from './run.ts';

/** Starts the development server. Arguments are passed to Astro. */
process.exitCode = run('astro', ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)]);
