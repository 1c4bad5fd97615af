import type { TheRecord } from '../record/model.ts';
import { entryAddress, questionAddress, themeAddress } from '../paths/paths.ts';
import { positionLine, type PositionLine } from './theme-page.ts';

/** A question with what every article holds on it. */
export interface ComparedQuestion {
  id: string;
  question: string;
  address: string;
  positions: PositionLine[];
  /** How many articles speak to it. */
  speaking: number;
}

/** Every question × every article, by theme. */
export interface Comparison {
  entries: { label: string; address: string; published: string }[];
  themes: { id: string; title: string; address: string; questions: ComparedQuestion[] }[];
  /** How many questions, positions and silences there are. */
  counts: { questions: number; positions: number; silences: number };
}

export function compare(record: TheRecord): Comparison {
  const themes = record.themes.map((theme) => ({
    id: theme.id,
    title: theme.data.title,
    address: themeAddress(theme.id),
    questions: theme.questions.map(({ id, data, positions }) => ({
      id: `${theme.id}-${id}`,
      question: data.question,
      address: questionAddress(theme.id, id),
      positions: positions.map(positionLine),
      speaking: positions.filter(({ text }) => text).length,
    })),
  }));
  const questions = themes.flatMap((theme) => theme.questions);
  const positions = questions.reduce((sum, { speaking }) => sum + speaking, 0);
  return {
    entries: record.entries.map((entry) => ({
      label: entry.data.label,
      address: entryAddress(entry.id),
      published: entry.data.source.published.edtf ?? '',
    })),
    themes,
    counts: { questions: questions.length, positions, silences: questions.length * record.entries.length - positions },
  };
}
