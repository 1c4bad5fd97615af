/** Lines of a text that was broken to a width, at least so long, in characters. */
const FULL_LINE = 45;
const LONGEST_LINE = 130;

/**
 * A text cut into blocks, each on one line: paragraphs where blank lines part them, else lines. Within a paragraph, lines that were
 * broken to a width are joined; lines that stand for themselves (menus, lists) are blocks of their own.
 */
export function splitBlocks(text: string): string[] {
  const parted = text.trim().split(/\n[^\S\n]*\n\s*/);
  const blocks = parted.length > 1 ? parted.flatMap(linesOrParagraph) : text.split('\n');
  return blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

function linesOrParagraph(part: string): string[] {
  const lines = part.split('\n').map((line) => line.trim());
  const broken = lines.slice(0, -1).every(({ length }) => length >= FULL_LINE && length <= LONGEST_LINE);
  if (lines.length === 1 || !broken) return lines;
  // Between two characters of a script without spaces none is put in.
  return [lines.reduce((whole, line) => (/[\u3000-\u9fff\uff00-\uffef]$/.test(whole) ? whole + line : `${whole} ${line}`))];
}
