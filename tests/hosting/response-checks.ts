import type { Response } from './request.ts';

/** Types of files by how their names end; the first that fits. */
const TYPES: [RegExp, string][] = [
  [/\.html$/, 'text/html; charset=utf-8'],
  [/\.js$/, 'text/javascript; charset=utf-8'],
  [/\.css$/, 'text/css; charset=utf-8'],
  [/\.txt$|SHA256SUMS$/, 'text/plain; charset=utf-8'],
  [/\.csv$/, 'text/csv; charset=utf-8'],
  [/\.bib$/, 'application/x-bibtex; charset=utf-8'],
  [/\.ris$/, 'application/x-research-info-systems; charset=utf-8'],
  [/\.csl\.json$/, 'application/vnd.citationstyles.csl+json'],
  [/\.json$/, 'application/json'],
  [/\.jsonld$/, 'application/ld+json'],
  [/changes\/feed\.xml$/, 'application/atom+xml'],
  [/opensearch\.xml$/, 'application/opensearchdescription+xml'],
  [/\.xml$/, 'application/xml; charset=utf-8'],
  [/\.webmanifest$/, 'application/manifest+json'],
  [/\.svg$/, 'image/svg+xml; charset=utf-8'],
  [/\.png$/, 'image/png'],
  [/\.woff2$/, 'font/woff2'],
  [/\.zip$/, 'application/zip'],
  [/\.(?:pf_\w+|pagefind)$/, 'application/octet-stream'],
];

/** Headers of every answer. */
const ALWAYS: Record<string, string> = {
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

const HASHED = /^\/_assets\/|\.pf_\w+$/;

/** Whether an answer has the type of its file. */
export function typeFaults({ headers }: Pick<Response, 'headers'>, file: string): string[] {
  const type = TYPES.find(([ending]) => ending.test(file))?.[1];
  return headers['content-type'] === type ? [] : [`type ${headers['content-type']}, not ${type}`];
}

/** Whether an answer to who reads one encoding alone came in it, and says that it varies. */
export function encodingFaults({ status, headers }: Pick<Response, 'status' | 'headers'>, encoding: string): string[] {
  return [
    ...(status === 200 && headers['content-encoding'] === encoding ? [] : [`${encoding}: ${status} ${headers['content-encoding']}`]),
    ...(/accept-encoding/i.test(headers.vary ?? '') ? [] : [`${encoding}: Vary is ${headers.vary}`]),
  ];
}

/** Which headers of every answer are not as they must be; empty where all are. */
export function headerFaults({ headers }: Pick<Response, 'headers'>): string[] {
  const faults = Object.entries(ALWAYS).flatMap(([name, value]) => (headers[name] === value ? [] : [`${name} is ${headers[name]}`]));
  const policy = String(headers['content-security-policy']);
  for (const directive of [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ])
    if (!policy.split('; ').includes(directive)) faults.push(`content-security-policy lacks ${directive}`);
  if (!/camera=\(\)/.test(String(headers['permissions-policy']))) faults.push('permissions-policy is missing');
  if (/\d/.test(String(headers.server ?? ''))) faults.push(`server tells its version: ${headers.server}`);
  return faults;
}

/** Whether an answer is kept as long as its address allows: for ever where its name changes with its content, else asked for anew. */
export function cacheFaults({ headers }: Pick<Response, 'headers'>, path: string): string[] {
  const expected = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return headers['cache-control'] === expected ? [] : [`cache-control is ${headers['cache-control']}`];
}
