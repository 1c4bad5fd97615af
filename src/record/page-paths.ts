import { actorPath, entryPath, eventPath, placePath, sourcePath, staticPaths, statementPath, termPath, themePath } from '../paths/paths.ts';
import { collectStatementIds, type Content } from './content.ts';

/** Returns the paths of all pages except redirects, tombstones and the pages of editions, which never move. A withdrawn statement keeps its page. */
export function allPagePaths(content: Content): Set<string> {
  const ids = (name: 'entries' | 'events' | 'actors' | 'themes' | 'places' | 'terms') => content[name].map(({ id }) => id);
  return new Set([
    ...staticPaths,
    ...ids('entries').flatMap((id) => [entryPath(id), sourcePath(id)]),
    ...[...collectStatementIds(content)].map(statementPath),
    ...ids('events').map(eventPath),
    ...ids('actors').map(actorPath),
    ...ids('themes').map(themePath),
    ...ids('places').map(placePath),
    ...ids('terms').map(termPath),
  ]);
}
