import { getCollection } from 'astro:content';
import type { CollectionName } from '../schema/collections.ts';
import { buildRecord } from './build.ts';
import type { Content, ContentFile } from './content.ts';
import type { TheRecord } from './model.ts';

let record: Promise<TheRecord> | undefined;

/** The Record of this build: loaded and linked once, shared by every page. */
export function loadRecord(): Promise<TheRecord> {
  if (import.meta.env.DEV) return load();
  return (record ??= load());
}

async function load(): Promise<TheRecord> {
  return buildRecord({
    entries: await files('entries'),
    ledgers: await files('ledgers'),
    passages: await files('passages'),
    events: await files('events'),
    actors: await files('actors'),
    themes: await files('themes'),
    places: await files('places'),
    terms: await files('terms'),
    relations: await files('relations'),
    concepts: await files('concepts'),
    editions: await files('editions'),
    retired: await files('retired'),
  } satisfies Content);
}

async function files<Name extends CollectionName>(name: Name): Promise<ContentFile<Name>[]> {
  const entries = await getCollection(name);
  return entries.map(
    ({ id, filePath, data, body }) => ({ id, file: filePath ?? id, data, body: body ?? '' }) as unknown as ContentFile<Name>,
  );
}
