import { isWhole, partsOf, type ExtendedDate, type Member, type NoPoint, type Part, type Point } from './extended-date.ts';

/**
 * Prints a date in canonical EDTF: no spaces, a qualification of the whole date at its end, one of a part before that part.
 * Parsing what it prints gives the same date.
 */
export function printEdtf(date: ExtendedDate): string {
  if (date.kind === 'interval') return `${printEnd(date.from)}/${printEnd(date.to)}`;
  if (date.kind !== 'set') return printPoint(date);
  const members = date.members.map(printMember).join(',');
  return date.choice === 'one' ? `[${members}]` : `{${members}}`;
}

function printEnd(end: Point | NoPoint): string {
  if (end === 'open') return '..';
  return end === 'unknown' ? '' : printPoint(end);
}

function printMember(member: Member): string {
  if (member.kind === 'earlier') return `..${printPoint(member.to)}`;
  if (member.kind === 'later') return `${printPoint(member.from)}..`;
  if (member.kind === 'range') return `${printPoint(member.from)}..${printPoint(member.to)}`;
  return printPoint(member);
}

function printPoint(point: Point): string {
  const approximate = isWhole(point.approximate, point);
  const uncertain = isWhole(point.uncertain, point);
  const parts = partsOf(point).map((part) => {
    const mark = markOf(!approximate && point.approximate.includes(part), !uncertain && point.uncertain.includes(part));
    return mark + (point as Partial<Record<Part, string>>)[part];
  });
  return parts.join('-') + markOf(approximate, uncertain);
}

function markOf(approximate: boolean, uncertain: boolean): string {
  if (approximate && uncertain) return '%';
  if (approximate) return '~';
  return uncertain ? '?' : '';
}
