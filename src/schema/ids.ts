import { z } from 'zod';

/** Creates the schema of an id. @param message for a text that is not an id, as `message: hint` */
export const idWithMessage = (message: string) =>
  z
    .string()
    .max(64, 'is longer than 64 characters: shorten it')
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, message)
    .meta({
      title: 'id',
      description: 'An id that becomes part of an address: lower-case ASCII words joined by hyphens, 64 characters at most.',
    });

export const id = idWithMessage('is not an id: write lower-case ASCII words joined by hyphens, such as shinzo-abe');

export const statementId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.s[1-9]\d*$/, 'is not a statement id: write <entry>.s<number>, such as tass-2026.s11')
  .meta({ title: 'statement id', description: 'A statement as others refer to it: `<entry>.s<number>`, such as `tass-2026.s11`.' });

export const locator = z
  .string()
  .regex(/^(?:p0|[pcnr][1-9]\d*)$/, 'is not a locator: write p0, or p, c, n or r with a number from 1, such as p4 or c1')
  .meta({
    title: 'locator',
    description:
      'A passage of an article: `p0` a standfirst, `p1`… body paragraphs, `c1`… captions, `n1`… provenance or author notes, `r1`… related headlines printed with it.',
  });
