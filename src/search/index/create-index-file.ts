import * as paths from '../../paths/paths.ts';
import type { TheRecord } from '../../record/model.ts';
import { kindLabels, sideLabels, statusLabels } from '../../text/labels.ts';
import type { IndexFile, SearchDocument } from '../engine/search-document.ts';
import { emptyDocument, recordDocuments } from './documents.ts';
import type { IndexablePage } from './indexable-page.ts';

/** Creates the index file: a document for each page of the Record, for each statement and for every other built page. */
export function createIndexFile(record: TheRecord, pages: readonly PageSummary[]): IndexFile {
  const fromRecord = recordDocuments(record);
  const indexByPath = new Map(fromRecord.map(({ path }, index) => [path, index]));
  const aliasesByPage = new Map(record.pageAliases.map(({ page, phrases }) => [page, phrases]));
  const pageDocuments = pages
    .filter(({ path }) => !indexByPath.has(path))
    .map(({ path, title, description }): SearchDocument => {
      return { ...emptyDocument, path, kind: 'page', title, keywords: aliasesByPage.get(path) ?? [], text: description };
    });
  return {
    documents: [...fromRecord, ...pageDocuments],
    labels: {
      statement: kindLabels,
      side: sideLabels,
      status: statusLabels,
      article: Object.fromEntries(record.entries.map(({ id, data }) => [id, data.label])),
      actor: Object.fromEntries(record.actors.map(({ id, data }) => [id, data.names.en])),
      theme: Object.fromEntries(record.themes.map(({ id, data }) => [id, data.title])),
    },
    aliases: record.searchAliases.map(({ phrases, means }) => ({
      phrases,
      documents: means.map((target) => indexByPath.get(targetPath(target))!),
    })),
    synonyms: record.synonyms,
    sides: Object.fromEntries(record.actors.map(({ id, data }) => [id, data.side])),
  };
}

/** What the index file needs of a built page. */
export type PageSummary = Pick<IndexablePage, 'path' | 'title' | 'description'>;

const pathsByKind = {
  entry: paths.entryPath,
  event: paths.eventPath,
  actor: paths.actorPath,
  theme: paths.themePath,
  place: paths.placePath,
  term: paths.termPath,
};

/** Returns the path of the target of an alias: `event/…`, `question/<theme>/…`, or the id of a statement. */
function targetPath(target: string): string {
  const [kind, id, question] = target.split('/') as [string, string?, string?];
  if (id && question) return paths.questionPath(id, question);
  return id ? pathsByKind[kind as keyof typeof pathsByKind](id) : paths.statementPath(target);
}
