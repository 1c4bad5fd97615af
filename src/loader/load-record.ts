import { currentRecord } from 'record:current';
import type { TheRecord } from '../record/model.ts';

let record: TheRecord | undefined;

/** The Record of this build: loaded and linked once, shared by every page. While authors work: the Record as their files have it now. */
export async function loadRecord(): Promise<TheRecord> {
  if (import.meta.env.DEV) return currentRecord();
  return (record ??= currentRecord());
}

type Kind = 'actors' | 'entries' | 'events' | 'places' | 'statements' | 'terms' | 'themes' | 'withdrawn';

/**
 * A thing that `getStaticPaths` gave a page, as the Record has it now: while authors work, the list of pages is as old as the last
 * page that came or went, and holds things as they were then.
 */
export async function refreshInDev<Node extends { id: string }>(node: Node, ...kinds: Kind[]): Promise<Node> {
  if (!import.meta.env.DEV) return node;
  const now = await loadRecord();
  return (kinds.flatMap((kind): readonly { id: string }[] => now[kind]).find(({ id }) => id === node.id) as Node | undefined) ?? node;
}
