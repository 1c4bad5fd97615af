import { labelCandidates, type Candidate, type Label, type LabelAnchor, type LabelObstacles } from './label-candidates.ts';
import { overlap, touch, lineCrossesBox, linesCross, type Box } from '../geometry.ts';

const ROUNDS = 160;
const PASSES = 3;

/**
 * Places names beside their dots, so that no name touches another name, a dot, a leader or the frame. A name for which there
 * is no room is left out. The same spots give the same labels.
 *
 * @param size of the type, in the units of the picture
 */
export function placeLabels(
  spots: readonly LabelAnchor[],
  frame: Box,
  size: number,
  surroundings: LabelObstacles = {},
): (Label | undefined)[] {
  const candidates = spots.map((spot) => labelCandidates(spot, frame, size, spots, surroundings));
  const easiest = candidates.map(([first]) => first?.cost ?? 0);
  let order = spots.map((_, index) => index).toSorted((a, b) => candidates[a]!.length - candidates[b]!.length || a - b);
  let found: (Candidate | undefined)[] = [];
  let least = Infinity;
  // What did worst in one round chooses earlier in the next. An order that comes again gives what it gave, and so do all after it.
  const tried = new Set<string>();
  for (let round = 0; round < ROUNDS && !tried.has(order.join()); round++) {
    tried.add(order.join());
    const placed = placeInOrder(candidates, order);
    const regret = placed.map((candidate, index) =>
      candidate ? costOf(candidate, placed) - easiest[index]! : spots[index]!.lines.length === 0 ? 0 : 1000,
    );
    const cost = regret.reduce((sum, each) => sum + each, 0);
    if (cost < least) [found, least] = [placed, cost];
    if (cost === 0) break;
    const rank = order.map((_, at) => at);
    order = rank.toSorted((a, b) => a - regret[order[a]!]! / 12 - (b - regret[order[b]!]! / 12) || a - b).map((at) => order[at]!);
  }
  return found.map((candidate) => candidate?.label);
}

function placeInOrder(candidates: readonly Candidate[][], order: readonly number[]) {
  const placed: (Candidate | undefined)[] = candidates.map(() => undefined);
  let changed = true;
  for (let pass = 0; pass < PASSES && changed; pass++) {
    changed = false;
    for (const index of order) {
      const before = placed[index];
      placed[index] = undefined;
      placed[index] = best(candidates[index]!, placed);
      changed ||= placed[index] !== before;
    }
  }
  return placed;
}

function best(candidates: readonly Candidate[], others: readonly (Candidate | undefined)[]): Candidate | undefined {
  let found: Candidate | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate.cost >= least) break;
    if (others.some((other) => other && clash(candidate, other))) continue;
    const cost = costOf(candidate, others);
    if (cost < least) [found, least] = [candidate, cost];
  }
  return found;
}

const costOf = (candidate: Candidate, others: readonly (Candidate | undefined)[]) =>
  candidate.cost + 40 * others.filter((other) => other && leadersCross(candidate, other)).length;

const clash = ({ label: a, reach: ofA }: Candidate, { label: b, reach: ofB }: Candidate) =>
  touch(ofA, ofB) &&
  (overlap(a.box, b.box) || (a.leader && lineCrossesBox(...a.leader, b.box)) || (b.leader && lineCrossesBox(...b.leader, a.box)));

const leadersCross = ({ label: a, reach: ofA }: Candidate, { label: b, reach: ofB }: Candidate) =>
  a.leader && b.leader && touch(ofA, ofB) && linesCross(...a.leader, ...b.leader);
