import { escapeInvisible } from '../../schema/text.ts';
import { pluralize } from '../../text/english.ts';
import type { LocatedDiagnostic } from '../read-content.ts';

/** Formats problems or warnings as text: `file:line field: message (rule)` and the hint on an indented line, then the counts. */
export function formatDiagnostics(problems: readonly LocatedDiagnostic[], what: 'problem' | 'warning' = 'problem'): string {
  const lines = problems.map(({ file, line, path, message, rule, hint }) => {
    const field = path.length > 0 ? ` ${escapeInvisible(truncate(formatFieldPath(path)))}` : '';
    return `${escapeInvisible(file)}:${line}${field}: ${escapeInvisible(truncate(message))} (${rule})\n    → ${escapeInvisible(truncate(hint))}`;
  });
  const files = new Set(problems.map(({ file }) => file)).size;
  const effect = what === 'problem' ? '; nothing was built.' : '.';
  return [...lines, '', `${pluralize(problems.length, what)} in ${pluralize(files, 'file')}${effect}`].join('\n');
}

/** `['statements', 3, 'date', 'edtf']` → `statements[3].date.edtf` */
export function formatFieldPath(path: readonly (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** Maximum length of a message or hint in characters: a longer one repeats a value from the content. */
const MAX_LENGTH = 300;

const truncate = (text: string) => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);
