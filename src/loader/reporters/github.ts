import type { LocatedDiagnostic } from '../read-content.ts';
import { formatFieldPath } from './text.ts';

/**
 * Formats problems as GitHub workflow commands, which GitHub shows as annotations: `::<level> file=…,line=…,title=…::message → hint`.
 * Escapes values as actions/toolkit does, so that content cannot contain a command.
 */
export function formatAnnotations(problems: readonly LocatedDiagnostic[], level: 'error' | 'warning' = 'error'): string {
  return problems
    .map(({ rule, file, line, path, message, hint }) => {
      const field = formatFieldPath(path);
      const text = `${field && `${field}: `}${message} → ${hint}`;
      return `::${level} file=${property(file)},line=${line},title=${property(rule)}::${data(text)}`;
    })
    .join('\n');
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
