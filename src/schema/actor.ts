import { z } from 'zod';
import { dateField } from './date-field.ts';
import { id } from './ids.ts';
import { names } from './names.ts';
import { citedSentence, plainText } from './text.ts';

export const actorKinds = ['person', 'state', 'government-body', 'party', 'company', 'outlet', 'think-tank', 'grouping'] as const;

/** The side of an actor by nationality or seat, not by opinion. */
export const sides = ['japan', 'russia', 'third'] as const;

export const actor = z
  .strictObject({
    names,
    person: z
      .strictObject({ family: plainText(60).describe('Family name.'), given: plainText(60).describe('Given name.') })
      .optional()
      .describe('Family and given name, for persons: what citations and the index sort by.'),
    description: plainText(160).describe('What it is in these articles, in one line without a full stop. State media are named as such.'),
    kind: z.enum(actorKinds).describe('What it is.'),
    side: z.enum(sides).describe('By nationality or seat: `japan`, `russia`, or `third` for everyone else.'),
    partOf: id.optional().describe('The larger body that it belongs to, as actor id: a ministry’s state, a chamber’s parliament.'),
    note: plainText(500).optional().describe('Editor’s note: ownership of an outlet, identity, confusion to avoid.'),
    offices: z
      .array(
        z.strictObject({
          title: plainText(160).describe('The office or description, as the article has it.'),
          asOf: dateField.describe('As of when.'),
          rests: citedSentence().shape.rests.describe('The statements that attest it.'),
        }),
      )
      .default([])
      .describe('Offices and descriptions as the articles attest them, at that date. Contradictory ones stand side by side.'),
    identifiers: z
      .strictObject({
        wikidata: z
          .string()
          .regex(/^Q[1-9]\d*$/, 'is not a Wikidata item: write it like Q7747')
          .optional()
          .describe('Wikidata item, such as Q7747.'),
      })
      .optional()
      .describe('Identifiers confirmed in a stored copy; leave out what is not.'),
  })
  .describe('A person or body: the frontmatter of `<actor>.mdx`, whose body says who it is in these articles.');

export type Actor = z.infer<typeof actor>;
export type ActorKind = Actor['kind'];
export type Side = Actor['side'];
