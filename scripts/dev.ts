import { run } from './run.ts';

/** `npm run dev`: serves the site on loopback while it is edited. Further arguments are passed to Astro. */
process.exitCode = run('astro', ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)]);
