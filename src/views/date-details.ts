import { formatDate } from '../dates/format.ts';
import type { DateField } from '../schema/date-field.ts';

/** Formats a date field: the date in words, the article's own wording, and the reason for an inferred date. */
export function dateDetails({ edtf, basis, wording, ground }: DateField): { words: string; wording?: string; ground?: string } {
  return { words: edtf ? formatDate(edtf, basis) : 'no date', ...(wording && { wording }), ...(ground && { ground }) };
}
