import { z } from 'zod';
import { statementId } from './ids.ts';
import { plainText } from './text.ts';

/** Creates the schema of a sentence in the Record’s own words with its citations. @param maxLength in characters */
export const citedSentence = (maxLength = 600) =>
  z
    .strictObject({
      text: plainText(maxLength).describe('The sentence, in the Record’s own words, voices kept apart.'),
      rests: z
        .array(statementId)
        .min(1, 'is empty: cite the statements that support the sentence')
        .describe('The statements that bear it, by id.'),
    })
    .meta({ title: 'sentence', description: 'A sentence of the Record’s own with the statements it rests on (editorial rule 1).' });

export type CitedSentence = z.infer<ReturnType<typeof citedSentence>>;
