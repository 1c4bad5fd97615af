import type { DateSet, Member, Point } from './types.ts';
import { latestDay } from './day-range.ts';
import { joinList, type Lexicon } from './format-parts.ts';
import { sayPoint, sayTogether } from './format-point.ts';

/** Says a set of dates: `in 2014, 2015 or 2016`, `before 2015`, `some time from 2022 to 2026`, `every year from 2014 to 2016`. */
export function saySet({ choice, members }: DateSet, lexicon: Lexicon): string {
  const conjunction = choice === 'one' ? 'or' : 'and';
  const said = groups(members).map((group) => {
    if (Array.isArray(group)) return sayList(group, conjunction, lexicon);
    return choice === 'one' ? sayOneOf(group, lexicon) : sayEvery(group, lexicon);
  });
  return said.join(`, ${conjunction} `);
}

type Stretch = Exclude<Member, Point>;

// Points that stand side by side are said as one list.
function groups(members: readonly Member[]): (Point[] | Stretch)[] {
  const grouped: (Point[] | Stretch)[] = [];
  for (const member of members) {
    const last = grouped.at(-1);
    if (!('year' in member)) grouped.push(member);
    else if (Array.isArray(last)) last.push(member);
    else grouped.push([member]);
  }
  return grouped;
}

function sayList(points: Point[], conjunction: 'and' | 'or', lexicon: Lexicon): string {
  if (!lexicon.prepositions) return joinList(sayTogether(points, lexicon), conjunction);
  const [first = 'in', ...others] = points.map(prepositionOf);
  if (others.every((other) => other === first)) return `${first} ${joinList(sayTogether(points, lexicon), conjunction)}`;
  return joinList(
    points.map((point) => `${prepositionOf(point)} ${sayPoint(point, lexicon, true)}`),
    conjunction,
  );
}

function sayOneOf(stretch: Stretch, lexicon: Lexicon): string {
  if (stretch.kind === 'earlier') return sayBy(stretch.to, lexicon);
  if (stretch.kind === 'later') return `${sayPoint(stretch.from, lexicon, true)} or later`;
  const [from = '', to = ''] = sayTogether([stretch.from, stretch.to], lexicon);
  return lexicon.within(from, to, 'time');
}

function sayEvery(stretch: Stretch, lexicon: Lexicon): string {
  if (stretch.kind === 'earlier') return `every ${stretch.to.kind} to ${sayPoint(stretch.to, lexicon, true)}`;
  if (stretch.kind === 'later') return `every ${stretch.from.kind} from ${sayPoint(stretch.from, lexicon, true)}`;
  return `every ${stretch.from.kind} from ${sayTogether([stretch.from, stretch.to], lexicon).join(' to ')}`;
}

// ‘By 2014’ would leave open whether 2014 counts.
function sayBy(point: Point, lexicon: Lexicon): string {
  const isMonthGiven = 'month' in point && !point.month.endsWith('X');
  return isMonthGiven ? `by ${sayPoint(point, lexicon, true)}` : `before ${Number(latestDay(point).slice(0, 4)) + 1}`;
}

function prepositionOf(point: Point): 'in' | 'on' {
  return point.kind === 'day' && !point.day.endsWith('X') ? 'on' : 'in';
}
