import { preview } from 'astro';
import { existsSync } from 'node:fs';

/** Serves the last build on loopback: `npm run serve`; `PORT` chooses the port. */
if (!existsSync('dist/index.html')) {
  console.error('There is no build to serve: run npm run build first.');
  process.exit(1);
}
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const server = await preview({
  root: process.cwd(),
  logLevel: 'warn',
  server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
});
const base = (process.env.BASE_PATH ?? '/').replace(/\/?$/, '/');
console.log(`\nThe Japan–Russia Record is at http://127.0.0.1:${server.port}${base}\nCtrl-C stops it.`);
