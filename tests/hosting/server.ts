import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/** Adds the system folders, which the path of a normal user often lacks. */
const PATH = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;
const brotliModule = globSync('/usr/{lib,lib64,share}/nginx/modules/ngx_http_brotli_static_module.so')[0];
const temporary = (folder: string) => ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((k) => `${k}_temp_path ${folder}/${k};`);

/** Edits an example as its reader does: replaces texts in the lines marked HERE, and in no other line. */
function edit(example: string, edits: Record<string, string>): string {
  const replaceAll = (line: string) => Object.entries(edits).reduce((text, [from, to]) => text.replace(from, to), line);
  return readFileSync(`scripts/hosting/${example}`, 'utf8')
    .split('\n')
    .map((line) => (line.includes('# HERE') ? replaceAll(line) : line))
    .join('\n');
}

/**
 * Web servers with an example in `scripts/hosting/`. `configure` edits the marked lines for the subfolder `site` of a folder and a base
 * path. It also makes the server listen on the Unix socket `socket`, without TLS.
 * On Debian: apt-get install nginx libnginx-mod-http-brotli-static caddy.
 */
export const webServers = [
  {
    name: 'nginx',
    installed: brotliModule !== undefined,
    args: ['-e', 'stderr', '-c'],
    configure: (folder: string, base: string) => `load_module ${brotliModule}; daemon off; master_process off; pid ${folder}/pid; events {}
http { access_log off; ${temporary(folder).join(' ')}\n${edit('nginx.conf', { '/srv/record/current': `${folder}/site`, '""': `"${base}"` })
      .replaceAll(/^ *(?:ssl_\w+|listen \[).*$/gm, '')
      .replace('listen 80;', `listen unix:${folder}/http;`)
      .replace('listen 443 ssl http2;', `listen unix:${folder}/socket;`)}\n}`,
  },
  {
    name: 'Caddy',
    installed: spawnSync('caddy', ['version'], { env: { PATH } }).status === 0,
    args: ['run', '--adapter', 'caddyfile', '--config'],
    configure: (folder: string, base: string) =>
      `{\n\tadmin off\n}\n${edit('Caddyfile', {
        'record.example.org {': `http://record.example.org {\n\tbind unix/${folder}/socket`,
        '/srv/record/current': `${folder}/site`,
        '""': `"${base}"`,
      })}`,
  },
];

/** Starts a web server and returns a function that stops it. Throws the messages of a server that exits. */
export async function start({ name, args, configure }: (typeof webServers)[number], folder: string, base: string) {
  const configuration = join(folder, 'configuration');
  writeFileSync(configuration, configure(folder, base));
  const env = { ...process.env, PATH, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(name.toLowerCase(), [...args, configuration], { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 });
  let messages = '';
  child.stderr.on('data', (chunk) => (messages += chunk));
  while (!(await get(folder, '/').catch(() => undefined))) {
    if (child.exitCode !== null || child.killed) throw new Error(`${name} did not start · check scripts/hosting\n${messages}`);
    await setTimeout(50);
  }
  return async () => void (child.kill() && (await once(child, 'exit')));
}

/** Sends a path, exactly as given, to the server of a folder. Returns the status with the headers, and the body without decompression. */
export async function get(folder: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const options = { socketPath: join(folder, 'socket'), path, method, headers: { host: 'record.example.org', ...headers } };
  const [response] = (await once(request(options).end(), 'response')) as [IncomingMessage];
  const head: Record<string, unknown> = { status: response.statusCode, ...response.headers };
  return { head, body: await buffer(response) };
}

/** Forwards HTTP on a free port of loopback to the server of a folder. Returns the origin and a function that stops it. */
export async function forward(folder: string) {
  const server = createServer((incoming, outgoing) => {
    const { url: path, method } = incoming;
    request({ socketPath: join(folder, 'socket'), path, method, headers: { host: 'record.example.org' } }, (response) => {
      outgoing.writeHead(response.statusCode!, response.headers);
      response.pipe(outgoing);
    }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}
