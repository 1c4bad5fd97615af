/** What a mark takes up of a lane. */
export interface Interval {
  start: number;
  end: number;
}

/** For each stretch, in the order given, a lane from 0 up in which it overlaps no other. As few lanes as can be. */
export function assignLanes(stretches: readonly Interval[]): number[] {
  const ends: number[] = [];
  const lanes = stretches.map(() => 0);
  const order = stretches.map((_, index) => index).toSorted((a, b) => stretches[a]!.start - stretches[b]!.start || a - b);
  for (const index of order) {
    const { start, end } = stretches[index]!;
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    lanes[index] = lane;
  }
  return lanes;
}
