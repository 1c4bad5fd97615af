import { escapeInvisible } from '../../schema/text.ts';
import type { LocatedDiagnostic } from '../read-content.ts';

/** Problems in words, one each: `file:line field: what (rule)` and, indented, how to mend it. */
export function formatDiagnostics(problems: readonly LocatedDiagnostic[]): string {
  const said = problems.map(({ file, line, path, message, rule, hint }) => {
    const field = path.length > 0 ? ` ${escapeInvisible(short(formatFieldPath(path)))}` : '';
    return `${escapeInvisible(file)}:${line}${field}: ${escapeInvisible(short(message))} (${rule})\n    → ${escapeInvisible(short(hint))}`;
  });
  const files = new Set(problems.map(({ file }) => file)).size;
  return [...said, '', `${count(problems.length, 'problem')} in ${count(files, 'file')}; nothing was built.`].join('\n');
}

/** `['statements', 3, 'date', 'edtf']` → `statements[3].date.edtf` */
export function formatFieldPath(path: readonly (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
