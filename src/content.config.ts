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

/** Content with an MDX body, which Astro renders. `src/loader` reads all content for the Record. */
export const collections = {
  entries: collectionOf('entries'),
  actors: collectionOf('actors'),
  themes: collectionOf('themes'),
  terms: collectionOf('terms'),
};
