import { z } from 'zod';
import { isEdtf } from '../dates/parse.ts';
import { plainText } from './text.ts';

/** How the editor knows a date: printed in the article, counted from a wording, or inferred. */
export const dateProvenances = ['printed', 'reckoned', 'inferred'] as const;

/** A calendar day, `YYYY-MM-DD`. */
export const isoDay = z.iso.date('is not a calendar day: write it like "2026-01-31", in quotation marks');

export const dateField = z
  .strictObject({
    edtf: z
      .string()
      .max(60)
      .refine(isEdtf, 'is not a valid EDTF date: write it like "2016-12-15", "2024-11~", "2014-23" (autumn) or "[..2014]"')
      .nullable()
      .describe('The date in EDTF, quoted in YAML, such as "2016-12-1X" (mid-December 2016), or null where the article gives none.'),
    basis: z
      .enum(dateProvenances)
      .default('printed')
      .describe(
        '`printed`: the article prints this date. `reckoned`: counted from the day of publication by words such as ‘last month’. `inferred`: by the editor, from other evidence.',
      ),
    wording: plainText(60)
      .optional()
      .describe('The article’s own words for the time, where they are looser than a date: ‘last month’, ‘early-2017’. At most six words.'),
    ground: plainText(400).optional().describe('Why this date and no other. Needed unless the date is printed.'),
  })
  .refine((date) => date.ground !== undefined || (date.edtf !== null && date.basis === 'printed'), {
    message: 'an unknown, reckoned or inferred date without a ground: write how it is known, or that the article gives none',
    path: ['ground'],
  })
  .meta({ title: 'date', description: 'A date of the Record: EDTF (ISO 8601-2, levels 0 to 2) with the ground on which it rests.' });

export type DateField = z.infer<typeof dateField>;
