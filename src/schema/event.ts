import { z } from 'zod';
import { dateField } from './date-field.ts';
import { id } from './ids.ts';
import { rested } from './rested.ts';
import { prose } from './text.ts';

/** How far an event is real, in the articles' own terms. */
export const eventStatuses = ['happened', 'announced', 'expected', 'conditional', 'ended'] as const;

/** What sort of event it is. */
export const eventKinds = [
  'visit',
  'meeting',
  'negotiation',
  'agreement',
  'sanctions',
  'declaration',
  'election',
  'conflict',
  'economy',
  'exchange',
  'office',
  'policy',
] as const;

/** What happened, was announced, is expected or came to an end: one event, however many articles mention it. */
export const event = z.strictObject({
  /** What it is, in a few words, neutral where the articles' wordings differ. */
  title: prose(120),
  /** What sort of event it is. */
  kind: z.enum(eventKinds),
  /**
   * `happened` · `announced`: declared, its coming about not told · `expected`: foretold, hoped for or planned ·
   * `conditional`: said to come only if something else does · `ended`: broken off or called off.
   */
  status: z.enum(eventStatuses),
  /** When, with its ground. */
  date: dateField,
  /** Where, by place id. */
  places: z.array(id).default([]),
  /** Who took which part. */
  actors: z
    .array(
      z.strictObject({
        /** Actor id. */
        actor: id,
        /** The part it played, in a few words. */
        part: prose(160),
      }),
    )
    .default([]),
  /** What the articles tell of it, sentence by sentence. */
  account: z.array(rested()).min(1),
  /** Where articles differ on it, or one contradicts itself. */
  differences: z.array(rested()).default([]),
  /** Editor's note: dating, identity, confusion to avoid. */
  note: prose(500).optional(),
  /** Other forms by which readers look for it. */
  variants: z.array(prose(100)).default([]),
});

export type Event = z.infer<typeof event>;
export type EventStatus = Event['status'];
export type EventKind = Event['kind'];
