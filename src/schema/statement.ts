import { z } from 'zod';
import { dateField } from './date-field.ts';
import { id, locator } from './ids.ts';
import { prose } from './text.ts';

/** What a statement is. */
export const statementKinds = ['reported-fact', 'official-position', 'opinion', 'forecast', 'condition', 'background'] as const;

/** Someone who speaks or relays: an actor by id, or a voice that the article leaves without a name. */
export const voice = z.union(
  [
    id,
    z.strictObject({
      /** How the article describes the voice that it does not name: 'a diplomatic source in Tokyo'. */
      unnamed: prose(80),
    }),
  ],
  { error: 'is no voice: write the id of an actor, or { unnamed: how the article describes the voice }' },
);

/** An exact phrase of the article, kept because the wording itself is the fact. */
export const quotation = z.strictObject({
  /** The words, exactly as printed, without the quotation marks; at most 14 words. */
  words: prose(160),
  /** The passage in which they stand. */
  at: locator,
});

/** One statement of an article's ledger: what is said, by whom, through whom, where and about when. */
export const statement = z.strictObject({
  /** Its number: given once, in the article's order, never reused. */
  n: z.int().min(1).max(9999),
  /** The passages it stands in. */
  at: z.array(locator).min(1, 'has no locator: name the passage it stands in'),
  /**
   * `reported-fact`: given as having happened or being so. `official-position`: what a government, ministry or office-holder declares.
   * `opinion`: a judgement. `forecast`: about the future. `condition`: a demand, or what must come first. `background`: context the article gives in passing.
   */
  kind: z.enum(statementKinds),
  /** Who holds it. Two co-authors are two speakers. */
  speakers: z.array(voice).min(1, 'has no speaker: name the actor who holds it, or the article’s own voice'),
  /** Who relays it, nearest to the speaker first; the last is a voice of the article itself. Empty where the article speaks for itself. */
  via: z.array(voice).default([]),
  /** What is said, in the Record's own words, as hedged as the article has it. */
  text: prose(700),
  /** Exact phrases that the text shows in “quotation marks”. */
  quotes: z.array(quotation).default([]),
  /** When it happened, or the period it is about. */
  date: dateField,
  /** When it was said, where the article tells or lets reckon; otherwise it was said at publication. */
  said: dateField.optional(),
  /** Events it attests, by id. */
  events: z.array(id).default([]),
  /** Actors it speaks of, by id (its speakers need no mention here unless it is about them). */
  actors: z.array(id).default([]),
  /** Themes it belongs to, by id. */
  themes: z.array(id).min(1, 'has no theme: name at least one'),
  /** Places it speaks of, by id. */
  places: z.array(id).default([]),
  /** What it depends on, where it is said under a condition. */
  condition: prose(300).optional(),
  /** Until when a forecast reaches. Every forecast has one, be it null with the ground 'none given'. */
  horizon: dateField.optional(),
  /** Editor's note on this statement. */
  note: prose(500).optional(),
});

/** The ledger of one article. */
export const ledger = z.strictObject({
  /** The statements, in the article's order. */
  statements: z.array(statement).min(1, 'holds no statement'),
});

export type Statement = z.infer<typeof statement>;
export type StatementKind = Statement['kind'];
export type Voice = z.infer<typeof voice>;
