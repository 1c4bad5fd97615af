import type { TheRecord } from '../record/model.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import { readContent, type LoadResult } from './read-content.ts';
import { formatDiagnostics } from './reporters.ts';
import { ContentValidationError } from './user-error.ts';

// Vite evaluates pages in another module graph than the configuration and its integrations. The symbol lets both share one cache.
const KEY = Symbol.for('japan-russia-record: content');
const cache = ((globalThis as { [KEY]?: { loaded?: LoadResult; record?: TheRecord } })[KEY] ??= {});

/** Returns the content of the working directory, with all its problems. Reads it once in a process. */
export const loadContent = (): LoadResult => (cache.loaded ??= readContent(process.cwd()));

/** Reads the content again, after a change. */
export function reloadContent(): LoadResult {
  delete cache.loaded;
  delete cache.record;
  return loadContent();
}

/**
 * Returns the Record of the working directory. Links it once in a process, or once after each `reloadContent`.
 *
 * @throws {ContentValidationError} if the content breaks a rule
 */
export function loadRecord(): TheRecord {
  const { content, diagnostics } = loadContent();
  if (diagnostics.length > 0) throw new ContentValidationError(diagnostics, formatDiagnostics(diagnostics));
  return (cache.record ??= resolveReferences(content));
}

type Collection = 'actors' | 'entries' | 'events' | 'places' | 'statements' | 'terms' | 'themes' | 'withdrawn';

/**
 * Returns the current version of an item that `getStaticPaths` passed to a page. The development server lists paths only when a page is
 * added or removed, so the item may be older than the Record.
 */
export function refreshInDev<Node extends { id: string }>(node: Node, ...collections: Collection[]): Node {
  const record = loadRecord();
  return (collections.flatMap((name): readonly { id: string }[] => record[name]).find(({ id }) => id === node.id) as Node) ?? node;
}
