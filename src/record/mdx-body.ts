/** A stretch of prose and the statements cited right after it. */
export interface CitedSpan {
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
  | { kind: 'paragraph'; prose: CitedSpan[]; line: number };

/** Markup that a body may hold besides Markdown: a citation and an editor's note. */
const KNOWN_TAGS = /<Cite s="[^"<>{}]*" \/>|<Note>|<\/Note>/g;
const CITE = /<Cite s="([^"<>{}]*)" \/>/g;
/** A note as a block of its own, with no other note inside. */
const NOTE = /^<Note>((?:(?!<\/?Note>)[\s\S])*)<\/Note>$/;
/** JSX, an expression, an import or export, a picture, or a link that leads neither to the web nor to a page of the site. */
const FOREIGN =
  /[{}]|<|!\[|^\s*(?:import|export)\s|\]\((?!\s*(?:https?:\/\/|[#.]|\/(?![/\\])))|^[\s>*+-]*\[.*\]:(?!\s*(?:https?:\/\/|[#.]|\/(?![/\\])))|(?:[Jj]ava|[Vv]b)[Ss]cript:/;

/**
 * Reads the restricted MDX of the Record's bodies: blocks parted by blank lines; `## Heading`; paragraphs in which each
 * sentence is followed by `<Cite s="7 8" />`; `<Note>…</Note>` as a block of its own for an editor's note.
 */
export function parseBody(body: string): Block[] {
  return blocksOf(body).map(({ text, line }) => {
    const heading = /^(#{2,6})\s+(.+)$/.exec(text);
    const note = NOTE.exec(text)?.[1];
    if (heading) return { kind: 'heading', text: heading[2]!, line };
    if (note !== undefined) return { kind: 'note', text: note.trim(), line: line + breaksBefore(note) };
    return { kind: 'paragraph', prose: citedProse(text, line), line };
  });
}

/** The prose of a block of any kind, with its citations. */
export function getCitedSpans(block: Block): CitedSpan[] {
  return block.kind === 'paragraph' ? block.prose : citedProse(block.text, block.line);
}

/** Markup outside the restricted MDX: JSX, expressions, imports, raw HTML, odd links, notes that are no block. Each with its line. */
export function findDisallowedMarkup(body: string): { text: string; line: number }[] {
  const inLines = body.split('\n').flatMap((text, index) => {
    const rest = text.replace(KNOWN_TAGS, '');
    const found = FOREIGN.exec(rest);
    return found ? [{ text: excerpt(rest, found.index), line: index + 1 }] : [];
  });
  const looseNotes = blocksOf(body).flatMap(({ text, line }) => {
    const index = NOTE.test(text) ? -1 : text.search(/<\/?Note>/);
    return index < 0 ? [] : [{ text: excerpt(text, index), line: line + lineBreaks(text.slice(0, index)) }];
  });
  return [...inLines, ...looseNotes].toSorted((a, b) => a.line - b.line);
}

/** The lines of a body without its citation and note tags: what a reader sees, and Markdown. */
export function stripTags(body: string): string[] {
  return body.split(/\r?\n/).map((line) => line.replace(KNOWN_TAGS, ''));
}

/** The blocks of a body, parted by blank lines, each with the line on which it begins. */
function blocksOf(body: string): { text: string; line: number }[] {
  let line = 1;
  return body.split(/(\r?\n[ \t]*\r?\n)/).flatMap((part) => {
    const first = line + breaksBefore(part);
    line += lineBreaks(part);
    return part.trim() ? [{ text: part.trim(), line: first }] : [];
  });
}

function citedProse(text: string, firstLine: number): CitedSpan[] {
  const stretches: CitedSpan[] = [];
  let from = 0;
  const stretch = (to: number) => {
    const whole = text.slice(from, to);
    return { text: whole.trim(), line: firstLine + lineBreaks(text.slice(0, from)) + breaksBefore(whole) };
  };
  for (const cite of text.matchAll(CITE)) {
    const cites = cite[1]!.trim().split(/\s+/);
    const last = stretches.at(-1);
    const { text: prose, line } = stretch(cite.index);
    if (last?.cites && !prose) last.cites.push(...cites);
    else stretches.push({ text: prose, cites, line });
    from = cite.index + cite[0].length;
  }
  const rest = stretch(text.length);
  if (rest.text) stretches.push(rest);
  return stretches;
}

const lineBreaks = (text: string) => text.split('\n').length - 1;

/** Line breaks in the white space with which a text begins. */
const breaksBefore = (text: string) => lineBreaks(text.slice(0, text.length - text.trimStart().length));

const excerpt = (text: string, index: number) => text.slice(index, index + 40).trim();
