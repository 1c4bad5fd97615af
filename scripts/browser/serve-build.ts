import { preview } from 'astro';
import { existsSync } from 'node:fs';

/** The last build, served on loopback. */
export interface ServedBuild {
  /** Address of the home page, with the base path, without a slash at the end. */
  origin: string;
  stop: () => Promise<void>;
}

/**
 * Serves `dist/` on loopback.
 *
 * @param port 0 for any free one
 * @throws {Error} where there is no build
 */
export async function serveBuild(port = 0): Promise<ServedBuild> {
  if (!existsSync('dist/index.html')) throw new Error('There is no build to serve: run npm run build first.');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const server = await preview({ root: process.cwd(), logLevel: 'error', server: { host: '127.0.0.1', port } });
  const base = (process.env.BASE_PATH ?? '/').replace(/\/+$/, '');
  return { origin: `http://127.0.0.1:${server.port}${base}`, stop: () => server.stop() };
}
