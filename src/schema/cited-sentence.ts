import { z } from 'zod';
import { statementId } from './ids.ts';
import { plainText } from './text.ts';

/** A sentence of the Record's own, with the longest it may be in characters. */
export const citedSentence = (longest = 600) =>
  z
    .strictObject({
      text: plainText(longest).describe('The sentence, in the Record’s own words, voices kept apart.'),
      rests: z
        .array(statementId)
        .min(1, 'names no statement: a sentence without a source has no place here')
        .describe('The statements that bear it, by id.'),
    })
    .meta({ title: 'sentence', description: 'A sentence of the Record’s own with the statements it rests on (editorial rule 1).' });

export type CitedSentence = z.infer<ReturnType<typeof citedSentence>>;
