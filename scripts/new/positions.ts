import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** A theme's file with a position added to its questions, and the questions to which it was added. */
export interface PositionChange {
  text: string;
  questions: { id: string; question: string; line: number }[];
}

/**
 * Adds an explicit silence of an entry to every question of a theme that has nothing on it yet. No other line is touched.
 *
 * @param text the theme's file: MDX with YAML frontmatter
 */
export function addSilentPositions(text: string, entry: string): PositionChange {
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const closing = text.indexOf('\n---', opening);
  const questions = parseDocument(text.slice(opening, closing + 1)).get('questions');
  const lines = text.split('\n');
  const added: (PositionChange['questions'][number] & { after: number; indent: string })[] = [];
  for (const question of isSeq(questions) ? questions.items : []) {
    const positions = isMap(question) ? question.get('positions') : undefined;
    if (!isMap(question) || !isSeq(positions) || positions.flow || !positions.range) continue;
    if (positions.items.some((position) => isMap(position) && position.get('entry') === entry)) continue;
    const lineAt = (offset: number) => text.slice(0, opening + offset).split('\n').length;
    const first = positions.items[0] as { range?: [number, number, number] } | undefined;
    const indent = /^\s*/.exec(lines[lineAt(first?.range?.[0] ?? 0) - 1]!)![0];
    const end = text.slice(opening, opening + positions.range[1]).trimEnd().length;
    added.push({
      id: String(question.get('id')),
      question: formatScalar(question.get('question', true)),
      line: 0,
      after: lineAt(end),
      indent,
    });
  }
  for (const { after, indent } of added.toReversed()) lines.splice(after, 0, `${indent}- { entry: ${entry}, silent: true }`);
  return {
    text: lines.join('\n'),
    questions: added.map(({ id, question, after }, index) => ({ id, question, line: after + index + 1 })),
  };
}

const formatScalar = (node: unknown) => (isScalar(node) ? String(node.value).trim() : '');
