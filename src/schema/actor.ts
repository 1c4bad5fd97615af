import { z } from 'zod';
import { dateField } from './date-field.ts';
import { id } from './ids.ts';
import { names } from './names.ts';
import { rested } from './rested.ts';
import { prose } from './text.ts';

/** What an actor is. */
export const actorKinds = ['person', 'state', 'government-body', 'party', 'company', 'outlet', 'think-tank', 'grouping'] as const;

/** Whose side an actor is on by nationality or seat, not by opinion. */
export const sides = ['japan', 'russia', 'third'] as const;

/** A person or body: the frontmatter of `<actor>.mdx`, whose body says who it is in these articles. */
export const actor = z.strictObject({
  names,
  /** Family and given name, for persons: what citations and the index sort by. */
  person: z.strictObject({ family: prose(60), given: prose(60) }).optional(),
  /** What it is. */
  kind: z.enum(actorKinds),
  /** By nationality or seat: `japan`, `russia`, or `third` for everyone else. */
  side: z.enum(sides),
  /** The larger body that it belongs to, as actor id: a ministry's state, a chamber's parliament. */
  partOf: id.optional(),
  /** Editor's note: ownership of an outlet, identity, confusion to avoid. */
  note: prose(500).optional(),
  /** Offices and descriptions as the articles attest them, at that date. Contradictory ones stand side by side. */
  offices: z
    .array(
      z.strictObject({
        /** The office or description, as the article has it. */
        title: prose(160),
        /** As of when. */
        asOf: dateField,
        /** The statements that attest it. */
        rests: rested().shape.rests,
      }),
    )
    .default([]),
  /** Identifiers confirmed in a stored copy; leave out what is not. */
  identifiers: z
    .strictObject({
      /** Wikidata item, such as Q7747. */
      wikidata: z
        .string()
        .regex(/^Q[1-9]\d*$/, 'must be a Wikidata item, such as Q7747')
        .optional(),
    })
    .optional(),
});

export type Actor = z.infer<typeof actor>;
export type ActorKind = Actor['kind'];
export type Side = Actor['side'];
