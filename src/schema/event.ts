import { z } from 'zod';
import { dateField } from './date-field.ts';
import { id } from './ids.ts';
import { citedSentence, plainText } from './text.ts';

/** Whether an event took place, according to the articles. */
export const eventStatuses = ['happened', 'ongoing', 'reported', 'announced', 'expected', 'conditional', 'ended'] as const;

const eventKinds = [
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

export const event = z
  .strictObject({
    title: plainText(120).describe('What it is, in a few words, neutral where the articles’ wordings differ.'),
    label: plainText(32).optional().describe('Its name in drawings, shorter than the title. Without it, drawings have the title.'),
    description: plainText(160).describe('What it is in these articles, in one line without a full stop.'),
    kind: z.enum(eventKinds).describe('What sort of event it is.'),
    status: z
      .enum(eventStatuses)
      .describe(
        '`happened` · `ongoing`: under way or lasting when the article appeared · `reported`: only rumoured, or ‘reportedly’ so · `announced`: declared, but not reported as carried out · `expected`: predicted, hoped for or planned · `conditional`: said to come only if something else does · `ended`: broken off or called off.',
      ),
    date: dateField.describe('When, with its ground.'),
    places: z.array(id).default([]).describe('Where, by place id.'),
    actors: z
      .array(
        z.strictObject({
          actor: id.describe('Actor id.'),
          part: plainText(160).describe('The part it played, in a few words.'),
        }),
      )
      .default([])
      .describe('Who took which part.'),
    account: z.array(citedSentence()).min(1).describe('What the articles tell of it, sentence by sentence.'),
    differences: z.array(citedSentence()).default([]).describe('Where articles differ on it, or one contradicts itself.'),
    note: plainText(500).optional().describe('Editor’s note: dating, identity, confusion to avoid.'),
    variants: z.array(plainText(100)).default([]).describe('Other forms by which readers look for it.'),
  })
  .describe('What happened, was announced, is expected or came to an end: one event, however many articles mention it.');

export type Event = z.infer<typeof event>;
export type EventStatus = Event['status'];
export type EventKind = Event['kind'];
