import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** The text of a theme with silent positions, and the questions to which they were added. */
export interface PositionChange {
  text: string;
  questions: { question: string; line: number }[];
}

/**
 * Adds `{ entry, silent: true }` to each question that has no position of an entry. Changes no other line.
 *
 * @param text MDX with YAML frontmatter
 */
export function addSilentPositions(text: string, entry: string): PositionChange {
  const start = /^---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const questions = parseDocument(text.slice(start, text.indexOf('\n---', start) + 1)).get('questions');
  const lines = text.split('\n');
  const lineAt = (offset: number) =>
    text
      .slice(0, start + offset)
      .trimEnd()
      .split('\n').length;
  const added: { question: string; after: number; indent: string }[] = [];
  for (const question of isSeq(questions) ? questions.items : []) {
    const positions = isMap(question) ? question.get('positions') : undefined;
    if (!isMap(question) || !isSeq(positions) || positions.flow || !positions.range) continue;
    if (positions.items.some((position) => isMap(position) && position.get('entry') === entry)) continue;
    const after = lineAt(positions.range[1]);
    const title = question.get('question', true);
    const indent = /^\s*/.exec(lines[lineAt(positions.range[0] + 1) - 1]!)![0];
    added.push({ question: isScalar(title) ? String(title.value).trim() : '', after, indent });
  }
  for (const { after, indent } of added.toReversed()) lines.splice(after, 0, `${indent}- { entry: ${entry}, silent: true }`);
  return { text: lines.join('\n'), questions: added.map(({ question, after }, index) => ({ question, line: after + index + 1 })) };
}
