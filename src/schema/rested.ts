import { z } from 'zod';
import { statementId } from './ids.ts';
import { prose } from './text.ts';

/** A sentence of the Record's own with the statements it rests on (editorial rule 1). */
export const rested = (longest = 600) =>
  z.strictObject({
    /** The sentence, in the Record's own words, voices kept apart. */
    text: prose(longest),
    /** The statements that bear it, by id. */
    rests: z.array(statementId).min(1, 'names no statement: a sentence without a source has no place here'),
  });

export type Rested = z.infer<ReturnType<typeof rested>>;
