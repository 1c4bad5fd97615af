import type { TheRecord } from '../../record/model.ts';
import { formatList } from '../../text/list.ts';
import { comparePage } from '../../views/compare-page.ts';

/** Questions × articles: how many statements each position rests on, 0 where the article is silent. */
export interface CompareMatrix {
  title: string;
  desc: string;
  entries: { label: string; address: string; speaking: number }[];
  themes: { id: string; title: string; questions: { anchor: string; question: string; counts: number[] }[] }[];
  questions: number;
}

export function compareMatrix(record: TheRecord): CompareMatrix {
  const { entries, themes, counts } = comparePage(record);
  const all = themes.flatMap(({ questions }) => questions);
  const speaking = entries.map((entry, index) => ({
    label: entry.label,
    address: entry.address,
    speaking: all.filter(({ positions }) => positions[index]!.text).length,
  }));
  const everywhere = all.filter((question) => question.speaking === entries.length).length;
  const most = Math.max(...speaking.map((entry) => entry.speaking));
  const least = Math.min(...speaking.map((entry) => entry.speaking));
  const named = (number: number) => formatList(speaking.filter((entry) => entry.speaking === number).map(({ label }) => label));
  return {
    title: 'Who speaks to what',
    desc: `${counts.positions} positions and ${counts.silences} silences on ${counts.questions} questions. Most: ${named(most)}, ${most}; fewest: ${named(least)}, ${least}. All ${entries.length} articles speak to ${everywhere}.`,
    entries: speaking,
    themes: themes.map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map(({ id: anchor, question, positions }) => ({
        anchor,
        question,
        counts: positions.map(({ text, references }) => (text ? references.length : 0)),
      })),
    })),
    questions: counts.questions,
  };
}
