import type { TheRecord } from '../record/model.ts';
import { questionPath, themePath } from '../paths/paths.ts';

/** All themes, each with its questions. */
export function themesPage(record: TheRecord) {
  return record.themes.map((theme) => ({
    title: theme.data.title,
    scope: theme.data.scope,
    address: themePath(theme.id),
    statements: theme.statements.length,
    entries: new Set(theme.statements.map((statement) => statement.entry)).size,
    questions: theme.questions.map(({ id, data }) => ({ question: data.question, address: questionPath(theme.id, id) })),
  }));
}
