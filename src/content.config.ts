import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as tables, fileId, type CollectionName } from './schema/collections.ts';

const collectionOf = <Name extends CollectionName>(name: Name) => {
  const { base, pattern, schema } = tables[name];
  return defineCollection({
    loader: glob({ base: `./content/${base}`, pattern, generateId: ({ entry }) => fileId(name, entry) }),
    schema: schema as (typeof tables)[Name]['schema'],
  });
};

/** What Astro renders: the files with a body. The Record itself is read by `src/loader`. */
export const collections = {
  entries: collectionOf('entries'),
  actors: collectionOf('actors'),
  themes: collectionOf('themes'),
  terms: collectionOf('terms'),
};
