import { daysInMonth } from '../../dates/day-range.ts';

/** A stretch of years drawn at one scale. Positions are per cent of the width of the drawing. */
export interface Segment {
  /** The first year, and the one with which the next era begins. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** Whether its years are drawn smaller than the others: here the scale is broken. */
  broken: boolean;
  /** How many times smaller, rounded. */
  times: number;
}

/** A scale of time in pieces: it never turns back, and says where it is broken. */
export interface TimeScale {
  segments: readonly Segment[];
  /** Where a day, `YYYY-MM-DD`, is drawn. A day outside the eras is drawn at their edge. */
  x: (day: string) => number;
}

/** The years in which these articles have little, and the width, in per cent, that they get instead of their due. */
const BREAKS = [
  { from: 1945, to: 2012, width: 9.5 },
  { from: 2018, to: 2024, width: 9.5 },
] as const;
const [FIRST, LAST] = [1945, 2027];
/** Room for half a mark at either end. */
const MARGIN = 2;

/** The scale that all drawings of time share: 1945 to 2027, wider where a day lies outside. */
export function timeScale(days: readonly string[] = []): TimeScale {
  const years = days.map(yearOfDay);
  const first = Math.min(FIRST, ...years);
  const last = Math.max(LAST, ...years.map((year) => year + 1));
  const eras = createSegments(first, last);
  return { segments: eras, x: (day) => place(eras, toDecimalYear(day)) };
}

/** A day as a number of years: 1 July 2016 is about 2016.5. */
export function toDecimalYear(day: string): number {
  const [year, month, date] = [yearOfDay(day), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const months = Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1));
  const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0);
  return year + (sum(months.slice(0, month - 1)) + date - 1) / sum(months);
}

const yearOfDay = (day: string) => Number(day.slice(0, 4));

function createSegments(first: number, last: number): Segment[] {
  const [early, late] = BREAKS;
  const stretches = [
    { from: first, to: early.to, width: early.width },
    { from: early.to, to: late.from },
    { from: late.from, to: late.to, width: late.width },
    { from: late.to, to: last },
  ];
  const roomy = stretches.filter(({ width }) => width === undefined).reduce((sum, { from, to }) => sum + to - from, 0);
  const year = (100 - 2 * MARGIN - early.width - late.width) / roomy;
  let start = MARGIN;
  return stretches.map(({ from, to, width = (to - from) * year }) => {
    const broken = (to - from) * year !== width;
    const era = { from, to, start, end: start + width, broken, times: Math.round(((to - from) * year) / width) };
    start = era.end;
    return era;
  });
}

function place(eras: readonly Segment[], at: number): number {
  const era = eras.find(({ to }) => at < to) ?? eras.at(-1)!;
  const share = Math.min(1, Math.max(0, (at - era.from) / (era.to - era.from)));
  return era.start + share * (era.end - era.start);
}
