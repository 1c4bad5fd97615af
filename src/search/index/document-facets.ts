import { getBounds, getYear } from '../../dates/bounds.ts';
import { formatDate } from '../../dates/format.ts';
import type { ActorNode, StatementNode } from '../../record/model.ts';
import type { DateField } from '../../schema/date-field.ts';
import type { Facets, SearchDocument } from '../engine/search-document.ts';

/** The articles that these statements stand in. */
export const getArticles = (statements: readonly StatementNode[]) => [...new Set(statements.map(({ entry }) => entry.id))];

/** The themes that they belong to. */
export const getThemes = (statements: readonly StatementNode[]) => [
  ...new Set(statements.flatMap(({ themes }) => themes.map(({ id }) => id))),
];

/** The sides on which these actors stand. */
export const getSides = (actors: readonly ActorNode[]) => [...new Set(actors.map(({ data }) => data.side))];

/** A date in words, its first day, and its bounds where they differ. */
export function dateFields({ edtf, basis }: DateField): Pick<SearchDocument, 'when' | 'date' | 'span'> {
  const { from, to } = getBounds(edtf);
  const date = from ?? to;
  return edtf && date ? { when: formatDate(edtf, basis), date, ...(from !== to && { span: [from ?? '', to ?? ''] }) } : {};
}

/** Every year that a date touches; that of its one bound where the other is open. */
export function yearsBetween({ edtf }: DateField): Facets {
  const { from, to } = getBounds(edtf);
  const first = getYear(edtf);
  if (first === null) return {};
  const last = from && to ? Number(to.slice(0, 4)) : first;
  return { year: Array.from({ length: last - first + 1 }, (_, index) => String(first + index)) };
}
