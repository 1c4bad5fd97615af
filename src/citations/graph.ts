/** A node of JSON-LD 1.1 in the vocabulary of schema.org: absolute `@id`s, terms of that vocabulary only. */
export interface GraphNode {
  '@type'?: string | string[];
  '@id'?: string;
  [term: string]: GraphValue | undefined;
}

export type GraphValue = string | number | boolean | GraphNode | readonly GraphValue[];

/** A document of JSON-LD: one graph in the context of schema.org. */
export interface GraphDocument {
  '@context': 'https://schema.org';
  '@graph': GraphNode[];
}

/** Joins graphs: nodes of one `@id` become one, their values put together in the order in which they come. */
export function joinGraphs(graphs: readonly GraphNode[][]): GraphNode[] {
  const nodes = new Map<string, GraphNode>();
  for (const node of graphs.flat()) {
    const id = node['@id']!;
    const known = nodes.get(id);
    nodes.set(id, known ? { ...known, ...node } : node);
  }
  return [...nodes.values()];
}

/** A node without the terms that have no value. */
export function node(terms: { [term: string]: GraphValue | undefined }): GraphNode {
  return Object.fromEntries(
    Object.entries(terms).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}
