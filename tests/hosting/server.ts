import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { precompress } from '../../scripts/hosting/precompress.ts';
import { sendRequest } from './request.ts';

/** A real web server with an example of `scripts/hosting/`, on loopback. */
export interface Server {
  port: number;
  stop: () => Promise<void>;
}

/** What stands outside and in hidden files, and must never be answered. */
export const SECRET = 'what no reader may see';

/** A copy of the build as it is deployed, precompressed, with a secret beside it and hidden in it. */
export async function deployed(): Promise<{ folder: string; root: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'record-hosting-'));
  chmodSync(folder, 0o755); // nginx's workers are not the user who started it
  const root = join(folder, 'site');
  cpSync('dist', root, { recursive: true });
  await precompress(root, 2);
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(root, '.secret.txt'), SECRET);
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, '.git/config'), SECRET);
  return { folder, root };
}

export interface Host {
  name: string;
  /** What is missing on this machine; undefined where all is there. */
  missing?: string;
  start: (folder: string, root: string) => Promise<Server>;
}

const BROTLI = 'ngx_http_brotli_static_module.so';
const modules = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/share/nginx/modules'].find((path) =>
  existsSync(join(path, BROTLI)),
);
const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);
const caddy = ['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'].find((path) => existsSync(path));

export const hosts: readonly Host[] = [
  {
    name: 'nginx',
    missing: !nginx
      ? 'nginx is not installed (Debian: apt-get install nginx libnginx-mod-http-brotli-static)'
      : !modules
        ? 'nginx has no brotli module (Debian: apt-get install libnginx-mod-http-brotli-static)'
        : undefined,
    async start(folder, root) {
      const [port, plain] = [await freePort(), await freePort()];
      const file = join(folder, 'nginx.conf');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/nginx-${name};`);
      writeFileSync(
        file,
        `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; load_module ${modules}/${BROTLI};
events {} http { access_log off; ${temporary.join(' ')}\n${onLoopback(readFileSync('scripts/hosting/nginx.conf', 'utf8'), { port, plain, root })}\n}`,
      );
      const test = spawnSync(nginx!, ['-t', '-c', file, '-e', join(folder, 'nginx.log')], { encoding: 'utf8' });
      if (test.status !== 0 || test.stderr.includes('[warn]')) throw new Error(test.stderr);
      return running(spawn(nginx!, ['-c', file, '-e', join(folder, 'nginx.log')], { stdio: 'ignore' }), port);
    },
  },
  {
    name: 'Caddy',
    missing: caddy ? undefined : 'Caddy is not installed (Debian: apt-get install caddy)',
    async start(folder, root) {
      const port = await freePort();
      const file = join(folder, 'Caddyfile');
      const example = readFileSync('scripts/hosting/Caddyfile', 'utf8');
      writeFileSync(
        file,
        `{\n\tadmin off\n\tauto_https off\n}\n${replaced(replaced(example, 'record.example.org { # HERE', `http://127.0.0.1:${port} {`), '/srv/record/current # HERE', root)}`,
      );
      const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
      const test = spawnSync(caddy!, ['validate', '--config', file, '--adapter', 'caddyfile'], { encoding: 'utf8', env });
      if (test.status !== 0) throw new Error(test.stderr);
      return running(spawn(caddy!, ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: 'ignore', env }), port);
    },
  },
];

/** The example for nginx with its listening, certificates and root replaced, and nothing else. */
function onLoopback(example: string, { port, plain, root }: { port: number; plain: number; root: string }): string {
  const kept = example
    .split('\n')
    .filter((line) => !/^\s*(?:ssl_\w+|listen \[::\])/.test(line))
    .join('\n');
  return [
    ['listen 80;', `listen 127.0.0.1:${plain};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port};`],
    ['root /srv/record/current; # HERE', `root ${root};`],
  ].reduce((text, [from, to]) => replaced(text, from!, to!), kept);
}

function replaced(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in the example`);
  return text.replace(from, () => to);
}

async function running(child: ChildProcess, port: number): Promise<Server> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; ; tries++) {
    const up = await sendRequest(port, '/').then(
      () => true,
      () => false,
    );
    if (up) break;
    if (tries > 100 || child.exitCode !== null) {
      child.kill();
      throw new Error('the server did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });
