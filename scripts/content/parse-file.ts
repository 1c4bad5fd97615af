import { LineCounter, parseDocument, type Document } from 'yaml';

/** A content file taken apart: its data, its body, and the way back to lines. */
export interface ParsedFile {
  data: unknown;
  /** What follows the frontmatter; empty for YAML. */
  body: string;
  /** Line, from 1, of a field; of its nearest existing parent where the field is missing. */
  lineOf: (path: readonly (string | number)[]) => number;
  /** Line, from 1, of a line of the body. */
  lineOfBody: (bodyLine: number) => number;
  /** What is wrong with the file's form. */
  faults: { line: number; what: string; remedy: string }[];
}

/** Parses a YAML file, or an MDX file with YAML frontmatter. Never throws: what is wrong is in `faults`. */
export function parseFile(path: string, text: string): ParsedFile {
  const fault = (line: number, what: string, remedy: string): ParsedFile => ({
    data: undefined,
    body: '',
    lineOf: () => line,
    lineOfBody: (bodyLine) => bodyLine,
    faults: [{ line, what, remedy }],
  });
  if (text.includes('\uFFFD')) return fault(1 + lineBreaks(text.slice(0, text.indexOf('\uFFFD'))), 'is not UTF-8', 'save the file as UTF-8');
  if (!text.trim()) return fault(1, 'is empty', 'write it, or remove the file');
  if (!path.endsWith('.mdx')) return parseYaml(text, 0, '');

  const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!frontmatter) return fault(1, 'has no frontmatter', 'begin the file with --- and close the frontmatter with --- on a line of its own');
  const body = text.slice(frontmatter[0].length);
  return parseYaml(frontmatter[1]!, 1, body, lineBreaks(frontmatter[0]));
}

function parseYaml(yaml: string, linesBefore: number, body: string, linesBeforeBody = 0): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line + linesBefore;
  const faults = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    what: `is not well-formed YAML: ${error.message.replace(/\s+/g, ' ')}`,
    remedy: error.code === 'DUPLICATE_KEY' ? 'keep one of the two fields' : 'mind indentation, quotation marks and colons',
  }));
  return {
    data: faults.length > 0 ? undefined : dataOf(document, faults, 1 + linesBefore),
    body,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    lineOfBody: (bodyLine) => bodyLine + linesBeforeBody,
    faults,
  };
}

/** The data; a refusal, such as too many aliases, becomes a fault. */
function dataOf(document: Document, faults: ParsedFile['faults'], line: number): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    faults.push({ line, what: `cannot be read: ${(error as Error).message}`, remedy: 'write the values out instead of using aliases' });
    return undefined;
  }
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

const lineBreaks = (text: string) => text.split('\n').length - 1;
