import jsonld from 'jsonld';
import type { Reading } from './read-citations.ts';

/** The vocabulary and context of schema.org, as published. This file is an oracle: it imports nothing of src. */
export interface Vocabulary {
  classes: Set<string>;
  properties: Set<string>;
  context: object;
}

interface Node {
  '@id'?: string;
  '@type'?: string | string[];
  [term: string]: unknown;
}
export interface Graph {
  '@context': string;
  '@graph': Node[];
}

export interface GraphPlace {
  canonical: string;
  root: string;
  kind: string;
  /** `@id`s of the graph of the whole Record. */
  ids: Set<string>;
  vocabulary?: Vocabulary;
}

/** Returns faults of the JSON-LD of a page, compared with its head. */
export function graphFaults(document: Document, reading: Reading | undefined, place: GraphPlace): string[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  if (scripts.length !== 1) return [`JSON-LD: ${scripts.length} graphs, not one`];
  let graph: Graph;
  try {
    graph = JSON.parse(scripts[0]!.textContent ?? '') as Graph;
  } catch (error) {
    return [`JSON-LD: does not parse: ${(error as Error).message}`];
  }
  const faults: string[] = [];
  if (graph['@context'] !== 'https://schema.org') faults.push(`JSON-LD: another context: ${String(graph['@context'])}`);
  for (const node of nodesIn(graph['@graph'])) {
    const id = node['@id'];
    if (id !== undefined && !id.startsWith(place.root)) faults.push(`JSON-LD: @id not under ${place.root}: ${id}`);
    else if (id !== undefined && !place.ids.has(id)) faults.push(`JSON-LD: @id that the graph of the Record does not have: ${id}`);
    if (place.vocabulary) faults.push(...termFaults(node, place.vocabulary));
  }
  const thing = graph['@graph'].find((node) => node['@id']?.startsWith(`${place.canonical}#`));
  if (!thing) return [...faults, 'JSON-LD: no node for what the page is about'];
  const title = thing['headline'] ?? thing['name'];
  if (title !== reading?.title?.replace(` (${place.kind})`, '')) faults.push(`JSON-LD: title ${String(title)}, not ${reading?.title}`);
  if (thing['url'] !== reading?.address) faults.push(`JSON-LD: url ${String(thing['url'])}, not ${reading?.address}`);
  const page = graph['@graph'].find((node) => node['@id'] === place.canonical) ?? thing;
  const dated = place.kind === 'source' ? thing : page;
  if (dated['datePublished'] !== reading?.date) faults.push(`JSON-LD: date ${String(dated['datePublished'])}, not ${reading?.date}`);
  if (place.kind === 'source') {
    // `Watanabe, Noriko` → `Noriko Watanabe`
    const authors = ((thing['author'] ?? []) as Node[]).map((author) => author['name']);
    const creators = reading?.creators.map((name) => name.replace(/^\{(.*)\}$/, '$1').replace(/^(.*), (.*)$/, '$2 $1')) ?? [];
    if (authors.join('; ') !== creators.join('; ')) faults.push(`JSON-LD: author ${authors.join('; ')}, not ${creators.join('; ')}`);
  }
  return faults;
}

/** Returns terms that schema.org does not have. Expansion would drop them silently. */
function termFaults(node: Node, { classes, properties }: Vocabulary): string[] {
  const types = [node['@type'] ?? []].flat().filter((type) => !classes.has(type));
  const terms = Object.keys(node).filter((term) => !term.startsWith('@') && !properties.has(term));
  return [...types, ...terms].map((term) => `JSON-LD: not a term of schema.org: ${term}`);
}

/** Expands a graph with the context of schema.org, and returns types and properties that its vocabulary does not have. */
export async function expansionFaults(graph: Graph, { classes, properties, context }: Vocabulary): Promise<string[]> {
  const documentLoader = (url: string) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`unexpected context "${url}"`);
    return Promise.resolve({ contextUrl: undefined, document: context, documentUrl: url });
  };
  const expanded = await jsonld.expand(graph as object, { documentLoader } as jsonld.Options.Expand);
  const faults = new Set<string>();
  const term = (iri: string) => iri.replace(/^https?:\/\/schema\.org\//, '');
  for (const node of nodesIn(expanded)) {
    if ('@value' in node) continue;
    for (const type of [node['@type'] ?? []].flat()) if (!classes.has(term(type))) faults.add(type);
    for (const property of Object.keys(node)) if (!property.startsWith('@') && !properties.has(term(property))) faults.add(property);
  }
  return [...faults];
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  else if (value && typeof value === 'object') {
    yield value as Node;
    yield* nodesIn(Object.values(value));
  }
}
