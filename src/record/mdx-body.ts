/** A span of prose with the citation that follows it. */
export interface CitedSpan {
  text: string;
  /** Values of the attribute `s` of `<Cite>`; undefined if no citation follows. */
  cites?: string[];
  /** Line of the body, counted from 1, on which the span begins. */
  line: number;
}

/** A block of a body: a heading, an editor’s note, or a paragraph of cited prose. */
export type Block =
  | { kind: 'heading'; text: string; line: number }
  | { kind: 'note'; text: string; line: number }
  | { kind: 'paragraph'; prose: CitedSpan[]; line: number };

/** Tags that a body may contain besides Markdown. */
const KNOWN_TAGS = /<Cite s="[^"<>{}]*" \/>|<Note>|<\/Note>/g;
const CITE = /<Cite s="([^"<>{}]*)" \/>/g;
/** A block that is one note, without a note inside. */
const NOTE = /^<Note>((?:(?!<\/?Note>)[\s\S])*)<\/Note>$/;
/** JSX, an expression, an import or export, an image, or a link that leads neither to the web nor to a page of the site. */
const DISALLOWED =
  /[{}]|<|!\[|^\s*(?:import|export)\s|\]\((?!\s*(?:https?:\/\/|[#.]|\/(?![/\\])))|^[\s>*+-]*\[.*\]:(?!\s*(?:https?:\/\/|[#.]|\/(?![/\\])))|(?:[Jj]ava|[Vv]b)[Ss]cript:/;

/**
 * Parses the restricted MDX of a body. Blank lines separate blocks. A block is a heading (`## …`), an editor’s note
 * (`<Note>…</Note>`) or a paragraph in which each sentence is followed by `<Cite s="7 8" />`.
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

/** Returns the prose of a block of any kind, with its citations. */
export function getCitedSpans(block: Block): CitedSpan[] {
  return block.kind === 'paragraph' ? block.prose : citedProse(block.text, block.line);
}

/** Finds markup that a body may not contain, in the order of lines. Returns at most 40 characters of each. */
export function findDisallowedMarkup(body: string): { text: string; line: number }[] {
  const inLines = body.split('\n').flatMap((text, index) => {
    const rest = text.replace(KNOWN_TAGS, '');
    const found = DISALLOWED.exec(rest);
    return found ? [{ text: excerpt(rest, found.index), line: index + 1 }] : [];
  });
  const looseNotes = blocksOf(body).flatMap(({ text, line }) => {
    const index = NOTE.test(text) ? -1 : text.search(/<\/?Note>/);
    return index < 0 ? [] : [{ text: excerpt(text, index), line: line + lineBreaks(text.slice(0, index)) }];
  });
  return [...inLines, ...looseNotes].toSorted((a, b) => a.line - b.line);
}

/** Returns the lines of a body without its citation and note tags. */
export function stripTags(body: string): string[] {
  return body.split(/\r?\n/).map((line) => line.replace(KNOWN_TAGS, ''));
}

/** Splits a body at blank lines. Returns each block with its first line. */
function blocksOf(body: string): { text: string; line: number }[] {
  let line = 1;
  return body.split(/(\r?\n[ \t]*\r?\n)/).flatMap((part) => {
    const first = line + breaksBefore(part);
    line += lineBreaks(part);
    return part.trim() ? [{ text: part.trim(), line: first }] : [];
  });
}

function citedProse(text: string, firstLine: number): CitedSpan[] {
  const spans: CitedSpan[] = [];
  let from = 0;
  const spanTo = (to: number) => {
    const whole = text.slice(from, to);
    return { text: whole.trim(), line: firstLine + lineBreaks(text.slice(0, from)) + breaksBefore(whole) };
  };
  for (const cite of text.matchAll(CITE)) {
    const cites = cite[1]!.trim().split(/\s+/);
    const last = spans.at(-1);
    const { text: prose, line } = spanTo(cite.index);
    if (last?.cites && !prose) last.cites.push(...cites);
    else spans.push({ text: prose, cites, line });
    from = cite.index + cite[0].length;
  }
  const rest = spanTo(text.length);
  if (rest.text) spans.push(rest);
  return spans;
}

const lineBreaks = (text: string) => text.split('\n').length - 1;

/** Counts the line breaks in the white space at the start of a text. */
const breaksBefore = (text: string) => lineBreaks(text.slice(0, text.length - text.trimStart().length));

const excerpt = (text: string, index: number) => text.slice(index, index + 40).trim();
