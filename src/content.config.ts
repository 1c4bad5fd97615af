import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as tables, type CollectionName } from './schema/collections.ts';

const collectionOf = <Name extends CollectionName>(name: Name) => {
  const { base, pattern, schema } = tables[name];
  return defineCollection({
    loader: glob({ base: `./content/${base}`, pattern, generateId: ({ entry }) => idOfFile(entry) }),
    schema: schema as (typeof tables)[Name]['schema'],
  });
};

export const collections = {
  entries: collectionOf('entries'),
  ledgers: collectionOf('ledgers'),
  passages: collectionOf('passages'),
  events: collectionOf('events'),
  actors: collectionOf('actors'),
  themes: collectionOf('themes'),
  places: collectionOf('places'),
  terms: collectionOf('terms'),
  relations: collectionOf('relations'),
  concepts: collectionOf('concepts'),
  editions: collectionOf('editions'),
  retired: collectionOf('retired'),
};

/** `tass-2026/index.mdx` → `tass-2026`; `shinzo-abe.mdx` → `shinzo-abe`. */
function idOfFile(path: string): string {
  return path.split('/')[0]!.replace(/\.[a-z]+$/, '');
}
