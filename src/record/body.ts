/** A stretch of prose and the statements cited right after it. */
export interface CitedProse {
  text: string;
  /** What stands in `s` of the citation; undefined where none follows. */
  cites?: string[];
  /** Line in the body, from 1, at which the stretch begins. */
  line: number;
}

/** A block of a body: a heading, an editor's note, or a paragraph of cited prose. */
export type Block =
  | { kind: 'heading'; text: string; line: number }
  | { kind: 'note'; text: string; line: number }
  | { kind: 'paragraph'; prose: CitedProse[]; line: number };

/** Markup that a body may hold besides Markdown: a citation and an editor's note. */
const KNOWN_TAGS = /<Cite s="[^"<>{}]*" \/>|<Note>|<\/Note>/g;
const CITE = /<Cite s="([^"<>{}]*)" \/>/g;

/**
 * Reads the restricted MDX of the Record's bodies: blocks parted by blank lines; `## Heading`; paragraphs in which each
 * sentence is followed by `<Cite s="7 8" />`; `<Note>…</Note>` as a block of its own for an editor's note.
 */
export function readBody(body: string): Block[] {
  const blocks: Block[] = [];
  let line = 1;
  for (const part of body.split(/(\n[ \t]*\n)/)) {
    const text = part.trim();
    if (text) {
      const first = line + lineBreaks(part.slice(0, part.length - part.trimStart().length));
      const heading = /^(#{2,6})\s+(.+)$/.exec(text);
      const note = /^<Note>([\s\S]*)<\/Note>$/.exec(text);
      if (heading) blocks.push({ kind: 'heading', text: heading[2]!, line: first });
      else if (note) blocks.push({ kind: 'note', text: note[1]!.trim(), line: first });
      else blocks.push({ kind: 'paragraph', prose: citedProse(text, first), line: first });
    }
    line += lineBreaks(part);
  }
  return blocks;
}

/** Markup outside the restricted MDX: JSX, expressions, imports, raw HTML. Each with its line in the body. */
export function foreignMarkup(body: string): { text: string; line: number }[] {
  return body.split('\n').flatMap((text, index) => {
    const rest = text.replace(KNOWN_TAGS, '');
    const found = /[{}]|<|^\s*(?:import|export)\s|\]\(\s*(?:javascript|data|vbscript):/i.exec(rest);
    return found ? [{ text: rest.slice(found.index, found.index + 40).trim(), line: index + 1 }] : [];
  });
}

/** Number of words of a body: citations and heading marks apart. */
export function wordsOfBody(body: string): number {
  return body.replace(KNOWN_TAGS, ' ').match(/[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function citedProse(text: string, firstLine: number): CitedProse[] {
  const stretches: CitedProse[] = [];
  let from = 0;
  for (const cite of text.matchAll(CITE)) {
    const stretch = text.slice(from, cite.index);
    if (stretch.trim() || stretches.length === 0) {
      stretches.push({ text: stretch.trim(), cites: cite[1]!.trim().split(/\s+/), line: firstLine + lineBreaks(text.slice(0, cite.index)) });
    } else stretches.at(-1)!.cites!.push(...cite[1]!.trim().split(/\s+/));
    from = cite.index + cite[0].length;
  }
  const rest = text.slice(from).trim();
  if (rest) stretches.push({ text: rest, line: firstLine + lineBreaks(text.slice(0, from)) });
  return stretches;
}

const lineBreaks = (text: string) => text.split('\n').length - 1;
