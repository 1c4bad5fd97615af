import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { mediaType } from '../../src/config/formats.ts';
import { siteUrl } from '../../src/config/site.ts';

/** The last build, served on loopback. */
export interface ServedBuild {
  /** Address of the home page, with the base path, without a slash at the end. */
  origin: string;
  stop: () => Promise<void>;
}

/** Files whose names change with what is in them. */
const HASHED = /^\/(?:_assets\/|pagefind\/.*\.pf_\w+$)/;

/**
 * Serves a build on loopback as a good host does: hashed files for ever, all else asked for anew, compressed forms where they lie beside, the build's own page where nothing is found.
 *
 * @param port 0 for any free one
 * @param path under which it was built: `BASE_PATH` of the environment, unless another is given
 * @throws {Error} where there is no build
 */
export async function serveBuild(port = 0, folder = 'dist', path = siteUrl.base): Promise<ServedBuild> {
  if (!existsSync(`${folder}/index.html`)) throw new Error('There is no build to serve: run npm run build first.');
  const base = path.replace(/\/+$/, '');
  const page = `${folder}/404.html`;
  const notFound = existsSync(page) ? readFileSync(page) : 'Nothing is here.';
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, file) {
      response.setHeader('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
      const type = mediaType(file);
      if (type) response.setHeader('Content-Type', type);
    },
  });
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    const { url = '/' } = request;
    if (!url.startsWith(`${base}/`)) {
      missing();
      return;
    }
    request.url = url.slice(base.length);
    files(request, response, missing);
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
