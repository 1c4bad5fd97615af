import type { TheRecord } from '../record/model.ts';
import { entryPath, questionPath, themePath } from '../paths/paths.ts';
import { positionListItem, type PositionListItem } from './theme-page.ts';

/** A question with the position of every article. */
export interface QuestionComparison {
  id: string;
  question: string;
  address: string;
  positions: PositionListItem[];
  /** Number of articles that are not silent on it. */
  speaking: number;
}

/** Every question × every article, grouped by theme. */
export interface ComparePage {
  entries: { label: string; address: string; published: string }[];
  themes: { id: string; title: string; address: string; questions: QuestionComparison[] }[];
  /** Numbers of questions, positions and silences. */
  counts: { questions: number; positions: number; silences: number };
}

/** Returns every question with the positions of all articles. */
export function comparePage(record: TheRecord): ComparePage {
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
    counts: { questions: questions.length, positions, silences: questions.length * record.entries.length - positions },
  };
}
