import type { z } from 'zod';
import { actor, event, place, term, theme } from './items.ts';
import { searchAliases } from './search-aliases.ts';
import { edition, editionName, retired } from './edition.ts';
import { entry, passages } from './entry.ts';
import { ledger, relations } from './statement.ts';

/** All collections: the folder under `content/`, the pattern of the files in it, and the schema of their data. */
export const collections = {
  entries: { base: 'entries', pattern: '*/index.mdx', schema: entry },
  ledgers: { base: 'entries', pattern: '*/statements.yaml', schema: ledger },
  passages: { base: 'entries', pattern: '*/passages.yaml', schema: passages },
  events: { base: 'events', pattern: '*.yaml', schema: event },
  actors: { base: 'actors', pattern: '*.mdx', schema: actor },
  themes: { base: 'themes', pattern: '*.mdx', schema: theme },
  places: { base: 'places', pattern: '*.yaml', schema: place },
  terms: { base: 'terms', pattern: '*.mdx', schema: term },
  relations: { base: '.', pattern: '{relations.yaml,relations/*.yaml}', schema: relations },
  concepts: { base: '.', pattern: 'concepts.yaml', schema: searchAliases },
  editions: { base: 'editions', pattern: '*/edition.yaml', schema: edition },
  retired: { base: '.', pattern: 'retired.yaml', schema: retired },
} as const;

/** Schemas of ids for the collections that do not use plain ids. */
export const idSchemas: Partial<Record<CollectionName, z.ZodString>> = { editions: editionName };

export type CollectionName = keyof typeof collections;

/**
 * Returns the id of a content file: the name of its folder if each folder contains one such file, else the name of the file.
 *
 * @param path relative to the collection’s folder: `tass-2026/index.mdx` → `tass-2026`, `shinzo-abe.mdx` → `shinzo-abe`
 */
export function fileId(name: CollectionName, path: string): string {
  const parts = path.split('/');
  const own = collections[name].pattern.startsWith('*/') ? parts[0]! : parts.at(-1)!;
  return own.replace(/\.[a-z]+$/, '');
}

/** The data of one file of a collection. */
export type CollectionData<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;
