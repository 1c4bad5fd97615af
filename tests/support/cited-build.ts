import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Build, CitedPage } from './citable-pages.ts';
import type { Graph, Vocabulary } from './page-graph.ts';
import { DIST, type BuiltPage } from './built-pages.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);
const published = (name: string) => {
  const file = new URL(name, DATA);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined;
};

/** Returns the graph of the whole Record, as built. */
export const wholeGraph = () => JSON.parse(readFileSync(join(DIST, 'data/record.jsonld'), 'utf8')) as Graph;

/** Returns the build against which citable pages are checked. Published schemas are used if their files exist. */
export function theBuild(pages: ReadonlyMap<string, BuiltPage>): Build {
  const root = pages.get('/')!.document.querySelector('link[rel="canonical"]')!.getAttribute('href')!;
  return {
    root,
    exists: (url) => {
      if (!url.startsWith(root)) return false;
      const path = `/${decodeURIComponent(new URL(url).pathname).slice(new URL(root).pathname.length)}`;
      return pages.has(path) || (!path.endsWith('/') && existsSync(join(DIST, path)));
    },
    ids: new Set(wholeGraph()['@graph'].flatMap((node) => node['@id'] ?? [])),
    vocabulary: schemaOrg(),
    validCsl: cslSchema(),
  };
}

/** Returns a citable page in all its formats. */
export function citedPage({ address, html }: BuiltPage): CitedPage {
  const format = (extension: string) => {
    const file = join(DIST, `${address.slice(0, -1)}.${extension}`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { address, html, bib: format('bib'), ris: format('ris'), csl: format('csl.json'), json: format('json') };
}

function schemaOrg(): Vocabulary | undefined {
  const context = published('schemaorgcontext.jsonld');
  const graph = published('schemaorg-all-https.jsonld')?.['@graph'] as { '@id': string; '@type': string | string[] }[] | undefined;
  if (!context || !graph) return undefined;
  const named = (type: string) =>
    new Set(graph.filter((term) => [term['@type']].flat().includes(type)).map((term) => term['@id'].replace(/^schema:/, '')));
  return { context, classes: named('rdfs:Class'), properties: named('rdf:Property') };
}

function cslSchema(): Build['validCsl'] {
  const rules = published('csl-data.json');
  if (!rules) return undefined;
  delete rules['$schema'];
  const validate = new Ajv({ strict: false }).compile(rules);
  return (items) => (validate(items) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
}
