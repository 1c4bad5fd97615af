import { escapeInvisible } from '../schema/text.ts';

/** A change that breaks a rule, as the tests make it to an invented archive. */
export interface InvalidEdit {
  file: string;
  replace?: string;
  with?: string;
  times?: number;
  hex?: string;
  write?: string;
  append?: string;
  remove?: true;
  link?: string;
}

/** A case of the tests: changes, and the problems that must be reported. */
export interface RuleCase {
  change?: InvalidEdit;
  changes?: InvalidEdit[];
  problems: { rule: string; what: string; remedy: string }[];
}

/** What keeps a rule, what breaks it, and what is said then. */
export interface RuleExample {
  file: string;
  /** Lines that keep the rule; none where the breach is a file that should not be there. */
  good: string[];
  bad: string[];
  what: string;
  remedy: string;
}

const LINES = 6;
const WIDTH = 110;

/**
 * The plainest example of a breach among the cases: one that breaks this rule first, and by the fewest changes.
 *
 * @param files path → text of the archive that the cases change
 */
export function ruleExample(rule: string, cases: readonly RuleCase[], files: ReadonlyMap<string, string>): RuleExample | undefined {
  const changesOf = ({ change, changes }: RuleCase) => changes ?? (change ? [change] : []);
  const breaking = cases
    .filter(({ problems }) => problems.some((problem) => problem.rule === rule))
    .toSorted(
      (a, b) => Number(a.problems[0]!.rule !== rule) - Number(b.problems[0]!.rule !== rule) || changesOf(a).length - changesOf(b).length,
    );
  const [plainest] = breaking;
  const changes = plainest ? changesOf(plainest) : [];
  const change = changes.at(-1);
  if (!plainest || !change) return undefined;
  // Where several changes lead to a breach, the earlier ones are made first and the last is shown.
  const before = changes.slice(0, -1).reduce((texts, each) => new Map([...texts, [each.file, after(each, texts)]]), new Map(files));
  const { what, remedy } = plainest.problems.find((problem) => problem.rule === rule)!;
  return { file: escapeInvisible(change.file), ...linesOf(change, before), what, remedy };
}

function linesOf(change: InvalidEdit, files: ReadonlyMap<string, string>): { good: string[]; bad: string[] } {
  if (change.remove) return { good: [], bad: ['(it is not there)'] };
  if (change.link !== undefined) return { good: [], bad: [`(a symbolic link to ${change.link})`] };
  const [was, is] = [(files.get(change.file) ?? '').split('\n'), after(change, files).split('\n')];
  let [first, end] = [0, 0];
  while (first < was.length && first < is.length && was[first] === is[first]) first++;
  while (end < was.length - first && end < is.length - first && was.at(-1 - end) === is.at(-1 - end)) end++;
  const shown = (lines: string[]) => {
    const changed = lines.slice(first, lines.length - end);
    return [...changed.slice(0, LINES), ...(changed.length > LINES ? ['…'] : [])].map((line) => short(escapeInvisible(line)));
  };
  // Where a line is only added or only taken out, the line before it shows the place.
  const place = first > 0 && (first >= was.length - end || first >= is.length - end) ? 1 : 0;
  first -= place;
  const bad = shown(is);
  return { good: change.write === undefined ? shown(was) : [], bad: bad.join('').trim() ? bad : ['(nothing)'] };
}

/** The text of the changed file. */
function after(change: InvalidEdit, files: ReadonlyMap<string, string>): string {
  const text = files.get(change.file) ?? '';
  const put = change.hex === undefined ? (change.with ?? '').repeat(Math.min(change.times ?? 1, WIDTH * 2)) : '\ufffd';
  if (change.replace !== undefined) return text.replace(change.replace, () => put);
  if (change.append !== undefined) return text + change.append;
  return change.write ?? put;
}

const short = (line: string) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line);
