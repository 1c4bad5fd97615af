import { isMap, isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';

/** A content file taken apart: its data, its body, and the way back to lines. */
export interface ParsedFile {
  data: unknown;
  /** What follows the frontmatter; empty for YAML. */
  body: string;
  /** Line, from 1, of a field's name or a list's item; of the nearest existing parent where it is missing; 1 for the file as a whole. */
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
  if (text.includes('\uFFFD'))
    return fault(1 + lineBreaks(text.slice(0, text.indexOf('\uFFFD'))), 'is not UTF-8', 'save the file as UTF-8');
  if (text.startsWith('\uFEFF')) return fault(1, 'begins with a byte order mark', 'save the file as UTF-8 without one');
  if (!text.trim()) return fault(1, 'is empty', 'write it, or remove the file');
  if (!path.endsWith('.mdx')) return parseYaml(text, 0, '');

  const frontmatter = /^---[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!frontmatter)
    return fault(1, 'has no frontmatter', 'begin the file with --- and close the frontmatter with --- on a line of its own');
  const body = text.slice(frontmatter[0].length);
  return parseYaml(frontmatter[1]!, 1, body, lineBreaks(frontmatter[0]));
}

function parseYaml(yaml: string, linesBefore: number, body: string, linesBeforeBody = 0): ParsedFile {
  const lines = new LineCounter();
  // Astro reads a bare 2016-12-14 as a timestamp: so it is read here, for the schema to refuse.
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    customTags: ['timestamp'],
    logLevel: 'error',
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + linesBefore;
  const errors = document.errors.some(isTooDeep)
    ? document.errors.filter(isTooDeep).slice(0, 1)
    : [...document.errors, ...document.warnings];
  const faults = errors.map((error) => ({ line: lineAt(error.pos[0]), ...formatYamlError(error) }));
  return {
    data: faults.length > 0 ? undefined : dataOf(document, faults, lineAt),
    body,
    lineOf: (path) => (path.length === 0 ? 1 : lineAt(offsetOf(document, path))),
    lineOfBody: (bodyLine) => bodyLine + linesBeforeBody,
    faults,
  };
}

const isTooDeep = (error: YAMLError) => error.code === 'RESOURCE_EXHAUSTION';

function formatYamlError(error: YAMLError): { what: string; remedy: string } {
  if (isTooDeep(error)) return { what: 'is nested too deeply', remedy: 'take the brackets or the indentation back' };
  const what = `is not well-formed YAML: ${error.message.replace(/\s+/g, ' ')}`;
  if (error.code === 'DUPLICATE_KEY') return { what, remedy: 'keep one of the two fields' };
  if (error.code === 'TAG_RESOLVE_FAILED') return { what, remedy: 'take the tag out, or put the value in quotation marks' };
  if (/Nested mappings/.test(error.message))
    return { what, remedy: 'a text that holds a colon and a space stands in quotation marks, or after >- on the line below' };
  return { what, remedy: 'mind indentation, quotation marks and colons' };
}

/** The data; a refusal, such as too many aliases, becomes a fault on the line of the first alias. */
function dataOf(document: Document, faults: ParsedFile['faults'], lineAt: (offset: number) => number): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    let offset = 0;
    visit(document, {
      Alias(_, alias) {
        offset = alias.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    faults.push({
      line: lineAt(offset),
      what: `cannot be read: ${(error as Error).message}`,
      remedy: 'write the values out instead of using aliases',
    });
    return undefined;
  }
}

/** Where a field's name or a list's item begins, or the nearest parent that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const last = path[depth - 1]!;
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last)) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0];
    if (offset !== undefined) return offset;
  }
  return 0;
}

const lineBreaks = (text: string) => text.split('\n').length - 1;
