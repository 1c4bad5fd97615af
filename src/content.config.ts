import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { collections as tables, idOfFile, type CollectionName } from './schema/collections.ts';

const collectionOf = <Name extends CollectionName>(name: Name) => {
  const { base, pattern, schema } = tables[name];
  return defineCollection({
    loader: glob({ base: `./content/${base}`, pattern, generateId: ({ entry }) => idOfFile(name, entry) }),
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
};
