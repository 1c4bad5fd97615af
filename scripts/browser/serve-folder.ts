import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { ServedBuild } from './serve-build.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** As many hosts have it for files without a hash in their name. */
const KEPT = 'max-age=600';

/** Serves a folder on loopback as a good host does: texts come compressed with brotli, everything else as it is. */
export async function serveFolder(folder: string): Promise<ServedBuild> {
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)];
    if (!type) {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': KEPT }).end(readFileSync(file));
      return;
    }
    const body = compressed.get(file) ?? brotli(readFileSync(file));
    compressed.set(file, body);
    response
      .writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br', 'Cache-Control': KEPT, 'Content-Length': body.length })
      .end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** At quality 11, as files are that are compressed once, or 9 where that would take seconds. */
function brotli(text: Buffer): Buffer {
  const quality = text.length > 3_000_000 ? 9 : 11;
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}
