import type { TheRecord } from '../record/model.ts';
import { entryPath, questionPath, themePath } from '../paths/paths.ts';
import { positionListItem } from './theme-page.ts';

/** Returns every question with the positions of all articles. */
export function comparePage(record: TheRecord) {
  const themes = record.themes.map((theme) => ({
    id: theme.id,
    title: theme.data.title,
    address: themePath(theme.id),
    questions: theme.questions.map(({ id, data, positions }) => ({
      id: `${theme.id}-${id}`,
      question: data.question,
      address: questionPath(theme.id, id),
      positions: positions.map(positionListItem),
      speaking: positions.filter(({ text }) => text).length,
    })),
  }));
  const questions = themes.flatMap((theme) => theme.questions);
  const positions = questions.reduce((sum, { speaking }) => sum + speaking, 0);
  return {
    entries: record.entries.map((entry) => ({
      label: entry.data.label,
      address: entryPath(entry.id),
      published: entry.data.source.published.edtf ?? '',
    })),
    themes,
    // Numbers of questions, positions and silences.
    counts: { questions: questions.length, positions, silences: questions.length * record.entries.length - positions },
  };
}
