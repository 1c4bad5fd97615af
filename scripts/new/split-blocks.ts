import { parseHTML } from 'linkedom';
import { removeInvisible } from '../../src/text/matching.ts';
import { BULLET, SENTENCE, weight } from './wording.ts';

/** Range of the widths to which texts are wrapped, in Latin characters (see `weight`). */
const [MIN_WIDTH, MAX_WIDTH] = [45, 140];

/** Removes invisible characters and decodes character references. */
export const cleanText = (text: string) =>
  removeInvisible(text).replace(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi,
    (reference) => parseHTML(`<p>${reference}</p>`).document.querySelector('p')!.textContent,
  );

/** Returns a text with single spaces. The cells of a table row remain separated by a tab. */
export const collapseSpaces = (text: string) =>
  text
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ *\t[ \t]*/g, '\t')
    .trim();

/**
 * Splits a text into blocks: at blank lines, and at line breaks that no wrapping explains. Lines of Japanese are joined without a
 * space. A hyphen at the end of a line is dropped only if the text contains the joined word elsewhere.
 *
 * @returns blocks without line breaks; `doubt` names hyphens that are kept
 */
export function splitBlocks(text: string): { text: string; doubt?: string }[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?!-\n)(?![\p{L}-])/gu));
  const paragraphs = text.split(/\n[^\S\n]*\n/).map((paragraph) => paragraph.split('\n').filter((line) => line.trim()));
  const breaks = paragraphs.flatMap((lines) => lines.slice(1).map((next, index) => isFull(lines[index]!, next, widthOf(lines))));
  // Only in a wrapped text does a paragraph continue after a line that ends as a sentence. A few short lines are tolerated.
  const isWrappedText = breaks.length > 1 && breaks.filter(Boolean).length >= breaks.length * 0.75;
  return paragraphs
    .flatMap((lines) => joinLines(lines, words, isWrappedText))
    .map(({ text: block, ...rest }) => ({ text: collapseSpaces(block), ...rest }));
}

function joinLines(lines: readonly string[], words: ReadonlySet<string>, isWrappedText: boolean): { text: string; doubt?: string }[] {
  const blocks: { text: string; doubt?: string }[] = [];
  const width = widthOf(lines);
  for (const [index, line] of lines.entries()) {
    const block = blocks.at(-1);
    if (!block || !isContinued(block.text, lines[index - 1]!, line, width, isWrappedText)) blocks.push({ text: line });
    else {
      const hyphen = /(\p{L}+)[-‐]$/u.exec(block.text.trimEnd());
      const [, rest = ''] = /^\s*(\p{L}*)/u.exec(line)!;
      if (!hyphen)
        block.text = block.text.trimEnd() + (/[\u3000-\u9fff\uff00-\uffef]$/.test(block.text.trimEnd()) ? '' : ' ') + line.trim();
      else {
        const [hyphened, joined] = [`${hyphen[1]}-${rest}`, `${hyphen[1]}${rest}`];
        const isJoined = words.has(joined.toLowerCase());
        if (isJoined === words.has(hyphened.toLowerCase()))
          block.doubt = [block.doubt, `"${hyphened}": the hyphen at the end of a line may belong to the word or not`]
            .filter(Boolean)
            .join(' · ');
        block.text = block.text.trimEnd().slice(0, isJoined ? -1 : undefined) + line.trim();
      }
    }
  }
  return blocks;
}

/** Returns whether a line continues a block and the line before it. @param width of the paragraph */
function isContinued(block: string, previous: string, next: string, width: number, isWrappedText: boolean): boolean {
  const [line, continued] = [previous.trim(), next.trim()];
  const isIndented = (text: string) => /^(?:\u3000|\t| {2,})/.test(text);
  if (/^\u3000/.test(next) || (isIndented(next) && !isIndented(previous))) return false;
  if (line.includes('\t') || continued.includes('\t') || BULLET.test(continued)) return false;
  // A lower-case letter begins no paragraph.
  if (/^\p{Ll}/u.test(continued) && (/\p{Ll}[-‐]$/u.test(line) || (weight(block) >= 20 && !SENTENCE.test(line)))) return true;
  const mayEnd = SENTENCE.test(line) && (!isWrappedText || isJapanese(continued));
  return !mayEnd && isFull(line, continued, width);
}

/** Returns the weight of the widest line. */
const widthOf = (lines: readonly string[]) => lines.reduce((widest, line) => Math.max(widest, weight(line.trim())), 0);

const isJapanese = (text: string) => /^[\u3040-\u9fff]/.test(text.trim());

/** Returns whether the first word of the next line did not fit into a line, in a paragraph of a width that texts are wrapped to. */
function isFull(line: string, next: string, width: number): boolean {
  // Rules of line breaking shorten a line of Japanese by up to two characters.
  const word = isJapanese(next) ? next.trim().slice(0, 1).repeat(3) : ` ${next.trim().split(/\s/, 1)[0]}`;
  return width >= MIN_WIDTH && width <= MAX_WIDTH && weight(line.trim()) + weight(word) > width;
}
