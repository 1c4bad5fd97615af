import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(file, 'utf8');

/** Headers that each example sends with everything; what depends on the request is left out. */
export const examples: Record<string, [string, string][]> = {
  nginx: [...read('scripts/hosting/nginx.conf').matchAll(/^\s*add_header ([\w-]+) "([^"]+)" always;/gm)].map(([, name, value]) => [
    name!,
    value!,
  ]),
  Caddy: [...read('scripts/hosting/Caddyfile').matchAll(/^\t\t([A-Z][\w-]+) "([^"]+)"$/gm)].map(([, name, value]) => [name!, value!]),
  _headers: [
    ...read('public/_headers')
      .split('\n/*\n')[1]!
      .split(/\n\//)[0]!
      .matchAll(/^ {2}([\w-]+): (.+)$/gm),
  ].map(([, name, value]) => [name!, value!]),
};
