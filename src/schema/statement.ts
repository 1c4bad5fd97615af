import { z } from 'zod';
import { dateField, id, idWithMessage, isoDay, locator, MAX_QUOTATION_WORDS, plainText, statementId } from './field-types.ts';

/**
 * The kinds of statement and the rule for each, in the order in which pages list them. If several rules fit, the first in this order
 * decides: hearsay, condition, forecast, official position, opinion, background, reported fact. To add a kind, see “Change the code” in
 * CONTRIBUTING.md.
 */
export const statementKindDescriptions = {
  'reported-fact':
    'What somebody could check: an act, a figure, a date, given as having happened or being so. The Record does not vouch for it.',
  'official-position': 'What a government, a ministry or the holder of an office declares to hold, want, plan or have decided.',
  opinion: 'A judgement, cause, motive, effect or reading that somebody could dispute.',
  forecast: 'What will, may or is expected to happen, as seen from the article.',
  condition: 'A demand on somebody (must, should, has to), or what must come first before something else.',
  background: 'A standing description, such as an office or a membership, or context given in passing.',
  hearsay: 'Only rumoured, or ‘reportedly’ so. Nobody vouches for it.',
} as const;

export type StatementKind = keyof typeof statementKindDescriptions;
export const statementKinds = Object.keys(statementKindDescriptions) as StatementKind[];

export const voice = z
  .union(
    [
      idWithMessage('is not a voice: write the id of an actor, such as shinzo-abe, or { unnamed: how the article describes the voice }'),
      z.strictObject({
        unnamed: plainText(80).describe('How the article describes the voice that it does not name: ‘a diplomatic source in Tokyo’.'),
      }),
    ],
    { error: 'is not a voice: write the id of an actor, or { unnamed: how the article describes the voice }' },
  )
  .meta({
    title: 'voice',
    description: 'Someone who speaks or relays: an actor by id, or a voice that the article leaves without a name.',
  });

/** Whose words a quotation shows: somebody's direct speech, or the article's own wording. */
export const quotationKinds = ['direct', 'wording'] as const;

const quotation = z
  .strictObject({
    words: plainText(240).describe(`The words, exactly as printed, without the quotation marks; at most ${MAX_QUOTATION_WORDS} words.`),
    at: locator.describe('The passage that contains them.'),
    kind: z
      .enum(quotationKinds)
      .describe(
        '`direct`: the article prints them as direct speech, or as a quoted name or slogan; shown in “double marks”. `wording`: the article’s own words, including its indirect speech; shown in ‘single marks’.',
      ),
  })
  .describe('An exact phrase of the article, quoted because the wording matters.');

const via = z.union([voice, z.array(voice).min(2, 'is a list of one: write the voice itself')], {
  error: 'is not a link of the chain: write a voice, or a list of voices who pass it on together',
});

export const statement = z
  .strictObject({
    n: z.int().min(1).max(9999).describe('Its number: given once, in the article’s order, never reused.'),
    at: z.array(locator).min(1, 'has no locator: name the passage that contains the statement').describe('The passages that contain it.'),
    kind: z.enum(statementKinds).describe(
      Object.entries(statementKindDescriptions)
        .map(([kind, meaning]) => `\`${kind}\`: ${meaning}`)
        .join(' '),
    ),
    speakers: z
      .array(voice)
      .min(1, 'has no speaker: name the actor who makes the statement, or the article’s own voice')
      .describe('Who holds it. Two co-authors are two speakers.'),
    via: z
      .array(via)
      .default([])
      .describe(
        'Who passes it on, nearest to the speaker first; the last is an author or the publisher. A list within the list is one link: voices who pass it on together. Empty if the article speaks for itself.',
      ),
    label: plainText(60)
      .optional()
      .describe('What it says in a few words, for drawings and lists of forecasts. Without it, they have the text.'),
    text: plainText(700).describe('What is said, in the Record’s own words, as hedged as the article has it.'),
    quotes: z.array(quotation).default([]).describe('Exact phrases that the text shows in quotation marks.'),
    date: dateField.describe('When it happened, or the period it is about.'),
    said: dateField
      .optional()
      .describe(
        'When it was said, if the article gives this date or the evidence to infer it. A publication date is not a date of saying.',
      ),
    events: z.array(id).default([]).describe('Events it attests, by id.'),
    actors: z.array(id).default([]).describe('Actors it speaks of, by id (its speakers need no mention here unless it is about them).'),
    themes: z.array(id).min(1, 'has no theme: name at least one').describe('Themes it belongs to, by id.'),
    places: z.array(id).default([]).describe('Places that it names, even if the name means a state, and where it happens, by id.'),
    condition: plainText(300).optional().describe('What it depends on, if it is said under a condition.'),
    horizon: dateField
      .optional()
      .describe('Until when a forecast reaches. Every forecast has one, be it null with the ground ‘none given’.'),
    note: plainText(500).optional().describe('Editor’s note on this statement.'),
    withdrawn: z
      .strictObject({
        date: isoDay.describe('Day on which it was withdrawn.'),
        reason: plainText(400).describe('Why, in a sentence.'),
        instead: statementId.optional().describe('The statement that replaces it, if there is one.'),
      })
      .optional()
      .describe('Set if it was withdrawn: it keeps its number and its text, but no list or count includes it.'),
  })
  .describe('One statement of an article’s ledger: what is said, by whom, through whom, where and about when.');

export const ledger = z
  .strictObject({
    statements: z.array(statement).min(1, 'has no statement: write at least one').describe('The statements, in the article’s order.'),
  })
  .describe('The ledger of one article.');

export type Statement = z.infer<typeof statement>;
export type Voice = z.infer<typeof voice>;
export type QuotationKind = (typeof quotationKinds)[number];

const relationKinds = ['corroborates', 'contradicts', 'qualifies', 'updates', 'answers'] as const;

/** Outcome of a forecast, according to the statement that answers it. */
export const forecastOutcomes = ['met', 'not-met', 'partly', 'overtaken'] as const;

const relation = z.strictObject({
  from: statementId.describe('The statement that corroborates, contradicts, qualifies, updates or answers the other.'),
  to: statementId.describe('The other statement.'),
  kind: z
    .enum(relationKinds)
    .describe(
      'What `from` does to `to`. `corroborates`: agrees on a point, or supports it. `contradicts`: cannot be true with it, or judges it in the opposite way. `qualifies`: limits, conditions or weakens it, also if it is the older one. `updates`: is of a later time on the same matter, with a change or without. `answers`: reports what became of a forecast.',
    ),
  why: plainText(400).describe('Why, in one sentence, resting on the two statements alone.'),
  outcome: z.enum(forecastOutcomes).optional().describe('What became of the forecast; with `answers` only.'),
});

export const relations = z
  .strictObject({
    relations: z.array(relation).describe('The relations, in any order.'),
  })
  .describe('All relations between statements.');

export type Relation = z.infer<typeof relation>;
export type RelationKind = Relation['kind'];
export type Outcome = NonNullable<Relation['outcome']>;
