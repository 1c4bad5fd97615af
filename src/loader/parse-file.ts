import { isMap, isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';

/** A parsed content file: its data, its body, and functions that find lines. Lines are counted from 1. */
export interface ParsedFile {
  data: unknown;
  /** The text after the frontmatter; empty for YAML. */
  body: string;
  /** Returns the line of a field or list item; of its nearest parent if it is missing; 1 for an empty path. */
  lineOf: (path: readonly (string | number)[]) => number;
  /** Returns the line in the file of a line in the body. */
  lineOfBody: (bodyLine: number) => number;
  /** Errors of encoding and syntax. */
  problems: { line: number; message: string; hint: string }[];
}

/** Parses a YAML file, or an MDX file with YAML frontmatter. Never throws: errors are in `problems`. */
export function parseFile(path: string, text: string): ParsedFile {
  const fail = (line: number, message: string, hint: string): ParsedFile => ({
    data: undefined,
    body: '',
    lineOf: () => line,
    lineOfBody: (bodyLine) => bodyLine,
    problems: [{ line, message, hint }],
  });
  if (text.includes('\uFFFD'))
    return fail(1 + countLineBreaks(text.slice(0, text.indexOf('\uFFFD'))), 'is not UTF-8', 'save the file as UTF-8');
  if (text.startsWith('\uFEFF')) return fail(1, 'begins with a byte order mark', 'save the file as UTF-8 without a byte order mark');
  if (!text.trim()) return fail(1, 'is empty', 'write it, or remove the file');
  if (!path.endsWith('.mdx')) return parseYaml(text, 0, '');

  const frontmatter = /^---[ \t]*\r?\n((?:[\s\S]*?\r?\n)??)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!frontmatter) return fail(1, 'has no frontmatter', 'put the fields between two lines that contain only ---');
  const body = text.slice(frontmatter[0].length);
  return parseYaml(frontmatter[1]!, 1, body, countLineBreaks(frontmatter[0]));
}

function parseYaml(yaml: string, linesBefore: number, body: string, linesBeforeBody = 0): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    // As in Astro, a date without quotation marks is a timestamp. The schema then rejects it.
    customTags: ['timestamp'],
    logLevel: 'error',
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + linesBefore;
  const tooDeep = document.errors.find(isTooDeep);
  const errors = tooDeep ? [tooDeep] : [...document.errors, ...document.warnings];
  const problems = errors.map((error) => ({ line: lineAt(error.pos[0]), ...formatYamlError(error) }));
  return {
    data: problems.length > 0 ? undefined : toData(document, problems, lineAt),
    body,
    lineOf: (path) => (path.length === 0 ? 1 : lineAt(offsetOf(document, path))),
    lineOfBody: (bodyLine) => bodyLine + linesBeforeBody,
    problems,
  };
}

const isTooDeep = (error: YAMLError) => error.code === 'RESOURCE_EXHAUSTION';

function formatYamlError(error: YAMLError): { message: string; hint: string } {
  if (isTooDeep(error)) return { message: 'is nested too deeply', hint: 'remove brackets or indentation' };
  const message = `is not valid YAML: ${error.message.replace(/\s+/g, ' ')}`;
  if (error.code === 'DUPLICATE_KEY') return { message, hint: 'keep one of the two fields' };
  if (error.code === 'TAG_RESOLVE_FAILED') return { message, hint: 'remove the tag, or put the value in quotation marks' };
  const [, hint] = YAML_HINTS.find(([pattern]) => pattern.test(error.message)) ?? [];
  return { message, hint: hint ?? 'check indentation, quotation marks and colons' };
}

/** Likely causes of errors of the parser. */
const YAML_HINTS: readonly [RegExp, string][] = [
  [/flow/i, 'close the bracket; put a text with a comma or bracket in quotation marks'],
  [/Nested mappings/, 'put a text with a colon and a space in quotation marks, or after >- on the next line'],
  [/Implicit (?:map )?keys/, 'indent a text below its field, and write a colon after a field'],
  [/Unexpected scalar|closing|reserved/, 'put the whole text in quotation marks, or after >- on the next line'],
];

/** Converts a document to data. If it has too many aliases or a broken one, reports that on the line of the first alias. */
function toData(document: Document, problems: ParsedFile['problems'], lineAt: (offset: number) => number): unknown {
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
    const message = `cannot be parsed: ${(error as Error).message}`;
    problems.push({ line: lineAt(offset), message, hint: 'write the values instead of aliases' });
    return undefined;
  }
}

/** Returns the offset of a field's name or of a list item, or of the nearest parent that exists. */
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

const countLineBreaks = (text: string) => text.split('\n').length - 1;
