import {
  actorPath,
  entryPath,
  eventPath,
  pairPath,
  placePath,
  questionPath,
  sourcePath,
  staticPaths,
  statementPath,
  termPath,
  themePath,
} from '../paths/paths.ts';
import { collectStatementIds, type Content } from './content.ts';

/** Returns the paths of all pages except redirects, tombstones and the pages of editions, which never move. A withdrawn statement keeps its page. */
export function allPagePaths(content: Content): Set<string> {
  const ids = (name: 'entries' | 'events' | 'actors' | 'themes' | 'places' | 'terms') => content[name].map(({ id }) => id);
  return new Set([
    ...staticPaths,
    ...ids('entries').flatMap((id) => [entryPath(id), sourcePath(id)]),
    ...ids('entries').flatMap((id, index) =>
      ids('entries')
        .slice(index + 1)
        .map((other) => pairPath(id, other)),
    ),
    ...[...collectStatementIds(content)].map(statementPath),
    ...ids('events').map(eventPath),
    ...ids('actors').map(actorPath),
    ...ids('themes').map(themePath),
    ...content.themes.flatMap(({ id, data }) => data.questions.map((question) => questionPath(id, question.id))),
    ...ids('places').map(placePath),
    ...ids('terms').map(termPath),
  ]);
}
