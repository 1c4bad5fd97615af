/** The number of entries of which the proportions were taken. */
const MEASURED = 5;

/**
 * What an article brings, whatever the size of the archive: the means of the five articles of the Record. Lengths are in characters.
 */
export const perEntry = {
  statements: 53,
  passages: 13,
  actors: 21,
  themes: 11,
  relations: 22,
  termUses: 34,
  positions: 34,
  notes: 11,
  sentences: 31,
  sentence: 160,
} as const;

/** What a statement brings: the means of the statements of the Record. */
export const perStatement = {
  text: 138,
  actors: 2.6,
  places: 1.46,
  themes: 1.65,
  events: 0.69,
  quotes: 0.32,
  via: 0.37,
  note: 0.56,
  noteText: 120,
  condition: 0.15,
  /** Shares of the kinds. */
  kinds: { 'reported-fact': 0.23, background: 0.16, forecast: 0.22, opinion: 0.27, condition: 0.06, 'official-position': 0.06 },
} as const;

/**
 * How many different things a number of entries speaks of. Statements and relations come with every entry alike; but the hundredth
 * article on a subject names few people, places or subjects that the ninety-nine before it did not. Known vocabularies and lists of
 * names grow with an exponent of 0.4 to 0.6 (Heaps's law); events are newer in each article; themes, and so questions, nearly stand still.
 */
export function things(entries: number) {
  const grown = (measured: number, exponent: number) => Math.round(measured * (entries / MEASURED) ** exponent);
  return {
    actors: grown(64, 0.6),
    events: grown(50, 0.8),
    places: grown(30, 0.4),
    themes: Math.min(99, grown(16, 0.15)),
    terms: Math.min(99, grown(9, 0.15)),
    vocabulary: grown(3500, 0.5),
  };
}

/** Questions of a theme. */
export const QUESTIONS = 4;
