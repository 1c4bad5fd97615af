import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { siteUrl } from '../src/config/site.ts';
import { UserError } from '../src/loader/errors.ts';
import { mediaType } from '../src/paths/paths.ts';

/** A build that is served on loopback. */
export interface ServedBuild {
  /** URL of the home page with the base path, without a trailing slash. */
  origin: string;
  stop: () => Promise<void>;
}

/** Paths of files whose names change with their content. */
const HASHED = /^\/(?:_assets\/|pagefind\/.*\.pf_\w+$)/;

/**
 * Serves a build on loopback as a production host does: with the headers of `_headers`, hashed files are immutable, precompressed files
 * are preferred, unknown paths return the 404 page.
 *
 * @param port 0 for any free port
 * @param path base path of the build
 * @throws {UserError} if the folder contains no build
 */
export async function serveBuild(port = 0, folder = 'dist', path = siteUrl.base): Promise<ServedBuild> {
  if (!existsSync(`${folder}/index.html`)) throw new UserError(`no build in "${folder}"`, 'run npm run build first');
  const base = path.replace(/\/+$/, '');
  const notFoundPath = `${folder}/404.html`;
  const notFoundPage = existsSync(notFoundPath) ? readFileSync(notFoundPath) : 'Not found';
  const headers = readHeaders(`${folder}/_headers`);
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
  const { server, origin } = await listen(port, (request, response) => {
    const notFound = () => void response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFoundPage);
    const { url = '/', method } = request;
    response.setHeaders(headers);
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    if (!url.startsWith(`${base}/`)) return notFound();
    request.url = url.slice(base.length);
    files(request, response, notFound);
  });
  return {
    origin: `${origin}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Starts a server on loopback.
 *
 * @param port 0 for any free port
 * @returns the server and its origin, with the port that it really has
 * @throws {UserError} if the port is in use or not allowed
 */
export async function listen(port: number, listener?: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve)).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = { EADDRINUSE: 'is in use', EACCES: 'needs administrator rights' };
    const reason = reasons[code ?? ''] ?? `cannot be used (${message})`;
    throw new UserError(`port ${port} ${reason}`, `set another port, for example PORT=${port < 1024 ? 4321 : (port % 65_535) + 1}`);
  });
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Reads the headers of all files: the first block of a `_headers` file. */
function readHeaders(file: string): Headers {
  const block = existsSync(file) ? readFileSync(file, 'utf8').split(/^\//m)[1]! : '';
  return new Headers([...block.matchAll(/^ +([\w-]+): (.+)$/gm)].map(([, name, value]): [string, string] => [name!, value!]));
}
