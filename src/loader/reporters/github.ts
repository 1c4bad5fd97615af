import type { LocatedDiagnostic } from '../read-content.ts';
import { formatFieldPath } from './text.ts';

/**
 * Problems as GitHub workflow commands, one a line, which GitHub shows beside the lines of a change:
 * `::error file=…,line=…,title=…::message → hint`. Escapes as actions/toolkit does, so that no content can give a command of its own.
 */
export function formatAnnotations(problems: readonly LocatedDiagnostic[]): string {
  return problems
    .map(({ rule, file, line, path, message: what, hint }) => {
      const field = formatFieldPath(path);
      const message = `${field && `${field}: `}${what} → ${hint}`;
      return `::error file=${property(file)},line=${line},title=${property(rule)}::${data(message)}`;
    })
    .join('\n');
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
