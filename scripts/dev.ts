import { run } from './run.ts';

/** Serves the site to authors as they write: `npm run dev`; further arguments go to Astro. */
process.exitCode = run('astro', ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)]);
