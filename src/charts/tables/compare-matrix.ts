import type { TheRecord } from '../../record/model.ts';
import { formatList } from '../../text/english.ts';
import { comparePage } from '../../views/compare-page.ts';

export type CompareMatrix = ReturnType<typeof compareMatrix>;

/** Returns, for each question and article, the number of statements that the position cites: 0 if the article is silent. */
export function compareMatrix(record: TheRecord) {
  const { entries, themes, counts } = comparePage(record);
  const all = themes.flatMap(({ questions }) => questions);
  const speaking = entries.map((entry, index) => ({
    label: entry.label,
    address: entry.address,
    speaking: all.filter(({ positions }) => positions[index]!.text).length,
  }));
  const inAll = all.filter((question) => question.speaking === entries.length).length;
  const max = Math.max(...speaking.map((entry) => entry.speaking));
  const min = Math.min(...speaking.map((entry) => entry.speaking));
  const entriesWith = (count: number) => formatList(speaking.filter((entry) => entry.speaking === count).map(({ label }) => label));
  return {
    title: 'Who speaks to what',
    desc: `${counts.positions} positions and ${counts.silences} silences on ${counts.questions} questions. Most: ${entriesWith(max)}, ${max}; fewest: ${entriesWith(min)}, ${min}. All ${entries.length} articles speak to ${inAll}.`,
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
