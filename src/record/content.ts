import type { CollectionName, CollectionData } from '../schema/collections.ts';
import type { Statement } from '../schema/statement.ts';
import { memoize } from './frozen.ts';
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

/** One content file that fits its schema. */
export interface ContentFile<Name extends CollectionName> {
  /** Name of the file, or of its folder in collections with one folder for each item. */
  id: string;
  /** Path from the project’s root, for messages. */
  file: string;
  data: CollectionData<Name>;
  /** Text after the frontmatter; empty for YAML. */
  body: string;
}

/** All content files by collection. */
export type Content = { [Name in CollectionName]: ContentFile<Name>[] };

/** Returns all statements by id, `<entry>.s<n>`, withdrawn ones included. */
export function statementsById(content: Content): Map<string, { entry: string; data: Statement }> {
  return new Map(content.ledgers.flatMap(statementsOf));
}

const statementsOf = memoize(({ id, data }: Content['ledgers'][number]) =>
  data.statements.map((statement) => [`${id}.s${statement.n}`, { entry: id, data: statement }] as const),
);

/** Returns the ids of all statements, withdrawn ones included. */
export const collectStatementIds = (content: Content): Set<string> => new Set(statementsById(content).keys());

/** Returns true if a statement was not withdrawn. */
export const isActive = ({ withdrawn }: Statement): boolean => withdrawn === undefined;

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
