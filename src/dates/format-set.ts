import type { DateSet, SetMember, Point } from './types.ts';
import { latestDay } from './day-range.ts';
import { formatList, type FormatParts } from './format-parts.ts';
import { formatPoint, formatPointList } from './format-point.ts';

/** Says a set of dates: `in 2014, 2015 or 2016`, `before 2015`, `some time from 2022 to 2026`, `every year from 2014 to 2016`. */
export function formatSet({ choice, members }: DateSet, lexicon: FormatParts): string {
  const conjunction = choice === 'one' ? 'or' : 'and';
  const said = groups(members).map((group) => {
    if (Array.isArray(group)) return formatMembers(group, conjunction, lexicon);
    return choice === 'one' ? formatOneOf(group, lexicon) : formatEvery(group, lexicon);
  });
  return said.join(`, ${conjunction} `);
}

type Stretch = Exclude<SetMember, Point>;

// Points that stand side by side are said as one list.
function groups(members: readonly SetMember[]): (Point[] | Stretch)[] {
  const grouped: (Point[] | Stretch)[] = [];
  for (const member of members) {
    const last = grouped.at(-1);
    if (!('year' in member)) grouped.push(member);
    else if (Array.isArray(last)) last.push(member);
    else grouped.push([member]);
  }
  return grouped;
}

function formatMembers(points: Point[], conjunction: 'and' | 'or', lexicon: FormatParts): string {
  if (!lexicon.prepositions) return formatList(formatPointList(points, lexicon), conjunction);
  const [first = 'in', ...others] = points.map(prepositionOf);
  if (others.every((other) => other === first)) return `${first} ${formatList(formatPointList(points, lexicon), conjunction)}`;
  return formatList(
    points.map((point) => `${prepositionOf(point)} ${formatPoint(point, lexicon, true)}`),
    conjunction,
  );
}

function formatOneOf(stretch: Stretch, lexicon: FormatParts): string {
  if (stretch.kind === 'earlier') return formatBy(stretch.to, lexicon);
  if (stretch.kind === 'later') return `${formatPoint(stretch.from, lexicon, true)} or later`;
  const [from = '', to = ''] = formatPointList([stretch.from, stretch.to], lexicon);
  return lexicon.within(from, to, 'time');
}

function formatEvery(stretch: Stretch, lexicon: FormatParts): string {
  if (stretch.kind === 'earlier') return `every ${stretch.to.kind} to ${formatPoint(stretch.to, lexicon, true)}`;
  if (stretch.kind === 'later') return `every ${stretch.from.kind} from ${formatPoint(stretch.from, lexicon, true)}`;
  return `every ${stretch.from.kind} from ${formatPointList([stretch.from, stretch.to], lexicon).join(' to ')}`;
}

// ‘By 2014’ would leave open whether 2014 counts.
function formatBy(point: Point, lexicon: FormatParts): string {
  const isMonthGiven = 'month' in point && !point.month.endsWith('X');
  return isMonthGiven ? `by ${formatPoint(point, lexicon, true)}` : `before ${Number(latestDay(point).slice(0, 4)) + 1}`;
}

function prepositionOf(point: Point): 'in' | 'on' {
  return point.kind === 'day' && !point.day.endsWith('X') ? 'on' : 'in';
}
