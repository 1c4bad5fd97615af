import { z } from 'zod';
import { citedSentence, dateField, id, locator, names, plainText, statementId } from './field-types.ts';
import { voice } from './statement.ts';

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
    title: plainText(120).describe('What it is, in a few words, neutral if the articles’ wordings differ.'),
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
    account: z.array(citedSentence()).min(1).describe('What the articles say about it, sentence by sentence.'),
    differences: z.array(citedSentence()).default([]).describe('Where articles differ on it, or one contradicts itself.'),
    note: plainText(500).optional().describe('Editor’s note: dating, identity, confusion to avoid.'),
    variants: z.array(plainText(100)).default([]).describe('Other forms by which readers look for it.'),
  })
  .describe('What happened, was announced, is expected or came to an end: one event, however many articles mention it.');

export type Event = z.infer<typeof event>;
export type EventStatus = Event['status'];
export type EventKind = Event['kind'];

const placeKinds = ['country', 'region', 'city', 'island', 'island-group', 'sea', 'site'] as const;

const coordinates = z.strictObject({
  lat: z.number().min(-90).max(90).describe('Latitude in degrees north, WGS 84.'),
  lon: z.number().min(-180).max(180).describe('Longitude in degrees east, WGS 84.'),
});

export const place = z
  .strictObject({
    names,
    description: plainText(160).describe('What it is in these articles, in one line without a full stop.'),
    kind: z.enum(placeKinds).describe('What it is.'),
    coordinates: coordinates.describe('A representative point (editor’s reference data).'),
    within: id.optional().describe('The larger place it lies in, as place id; absent if that is disputed.'),
    namings: z
      .array(
        z.strictObject({
          name: plainText(80).describe('The name.'),
          usedBy: id.describe('Whose usage, as actor id.'),
          rests: citedSentence().shape.rests.describe('Statements that show the usage.'),
        }),
      )
      .default([])
      .describe('Where the naming is disputed: each name with the party whose usage it is.'),
    parts: z
      .array(
        z.strictObject({
          japanese: names.describe('Its names in Japan’s usage.'),
          russian: names.describe('Its names in Russia’s usage.'),
          coordinates: coordinates.describe('A representative point.'),
        }),
      )
      .default([])
      .describe('Its parts, with both namings (editor’s reference data).'),
    account: z.array(citedSentence()).min(1).describe('What the articles say about it.'),
    note: plainText(500).optional().describe('Editor’s note.'),
  })
  .describe('A place that the articles name.');

export type Place = z.infer<typeof place>;
export type PlaceKind = Place['kind'];

/** Maximum length of an answer, in characters. */
export const MAX_ANSWER = 600;

const position = z
  .strictObject({
    entry: id.describe('Entry id.'),
    text: plainText(MAX_ANSWER)
      .optional()
      .describe('What the article has on the question, voices kept apart. Without it, a position shows the texts of its statements.'),
    rests: z.array(statementId).default([]).describe('The statements behind it; empty if it is silent.'),
    silent: z.literal(true).optional().describe('True if the article does not speak to the question.'),
    related: z
      .array(statementId)
      .default([])
      .describe('With a silence: statements of the article that bear on the question without answering it.'),
  })
  .describe('What one article holds on a question, or that it is silent.');

const question = z.strictObject({
  id: id.describe('Its id within the theme: the anchor at which it is cited.'),
  question: plainText(160).describe('The question, as a reader would ask it.'),
  positions: z
    .array(position)
    .min(1, 'has no position: add that of an article that speaks on the question')
    .describe(
      'One position for every article that speaks on it. A silence is listed only if it has related statements, or if the entry was not read against all questions.',
    ),
});

export const theme = z
  .strictObject({
    title: plainText(80).describe('Its name.'),
    scope: plainText(200).describe('What it takes in, in one line (editor’s note: it describes the collection, not the world).'),
    order: z.int().min(1).max(99).describe('Place in the order of themes.'),
    questions: z
      .array(question)
      .min(1, 'has no question: write at least one')
      .describe('Questions that more than one article lets compare.'),
    variants: z.array(plainText(60)).default([]).describe('Other words by which readers look for it.'),
  })
  .describe('A subject: the frontmatter of `<theme>.mdx`, whose body is the overview.');

export type Theme = z.infer<typeof theme>;
export type Question = Theme['questions'][number];

/** Who uses a wording: the article itself, or someone that it quotes or reports. */
const termAttributions = ['own', 'quoted', 'attributed'] as const;

export const term = z
  .strictObject({
    title: plainText(80).describe('What the wordings are about.'),
    order: z.int().min(1).max(99).describe('Place in the order of terms.'),
    uses: z
      .array(
        z.strictObject({
          wording: plainText(80).describe('The wording, exactly as printed, letter case apart.'),
          entry: id.describe('Entry id.'),
          at: z.array(locator).min(1).describe('The passages that contain it.'),
          count: z.int().min(1).describe('How often those passages contain it.'),
          voice: z
            .enum(termAttributions)
            .describe(
              '`own`: the article’s or its author’s own words · `quoted`: in quotation marks · `attributed`: reported as someone’s, without marks.',
            ),
          speakers: z.array(voice).min(1).describe('Whose words they are.'),
          rests: z.array(statementId).min(1).describe('Statements drawn from those passages.'),
        }),
      )
      .min(1)
      .describe('The wordings, with the statements in which they appear.'),
    rule: plainText(600).describe('What the Record itself writes, and why.'),
    variants: z.array(plainText(60)).default([]).describe('Other words by which readers look for it.'),
  })
  .describe('A wording that is itself contested: the frontmatter of `<term>.mdx`, whose body says what is at stake.');

export type Term = z.infer<typeof term>;
export type TermUse = Term['uses'][number];
