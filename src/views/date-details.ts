import { formatDate } from '../dates/format.ts';
import type { DateField } from '../schema/date-field.ts';

/** A date in words, with the article's own wording and the ground on which it rests. */
export function dateDetails({ edtf, basis, wording, ground }: DateField): { words: string; wording?: string; ground?: string } {
  return { words: edtf ? formatDate(edtf, basis) : 'no date', ...(wording && { wording }), ...(ground && { ground }) };
}
