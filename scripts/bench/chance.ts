/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, but without, 1. */
  next: () => number;
  /** A whole number from 0 up to, but without, `end`. */
  below: (end: number) => number;
  /** True with this probability. */
  hits: (probability: number) => boolean;
  /** A whole number whose mean is this: 2.6 gives 2 or 3. */
  about: (mean: number) => number;
  /** One of a list; the earlier it stands, the likelier, as words and names are in real texts (Zipf). */
  early: <Thing>(things: readonly Thing[]) => Thing;
  /** Some of a list, each once, earlier ones likelier. */
  some: <Thing>(things: readonly Thing[], count: number) => Thing[];
}

/** Mulberry32: small, quick, good enough to fill an archive. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  // The inverse of a distribution that falls off as 1/rank.
  const early = <Thing>(things: readonly Thing[]): Thing => things[Math.floor((things.length + 1) ** next()) - 1]!;
  return {
    next,
    below,
    hits: (probability) => next() < probability,
    about: (mean) => Math.floor(mean) + (next() < mean % 1 ? 1 : 0),
    early,
    some: (things, count) => {
      const chosen = new Set<(typeof things)[number]>();
      for (let tries = 0; chosen.size < Math.min(count, things.length) && tries < count * 20; tries++) chosen.add(early(things));
      return [...chosen];
    },
  };
}
