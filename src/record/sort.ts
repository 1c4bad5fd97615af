import { compareDates } from '../dates/bounds.ts';
import type { Actor } from '../schema/actor.ts';
import type { EntryNode, StatementNode } from './model.ts';

/** Compares by UTF-16 code unit: the same on every machine. */
export const compareCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The name under which an actor is filed: family name first, diacritics and letter case apart. */
export function sortName(actor: Pick<Actor, 'names' | 'person'>): string {
  const name = actor.person ? `${actor.person.family}, ${actor.person.given}` : actor.names.en.replace(/^The /, '');
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Compares two things by EDTF date, then by id. */
export const byDateThenId =
  <Thing extends { id: string }>(dateOf: (thing: Thing) => string | null) =>
  (a: Thing, b: Thing) =>
    compareDates(dateOf(a), dateOf(b)) || compareCodeUnits(a.id, b.id);

const byPublication = byDateThenId<EntryNode>(({ data }) => data.source.published.edtf);

/** Compares two statements in the order of the Record: by entry, entries by date of publication, then by number. */
export const byEntryThenNumber = (a: StatementNode, b: StatementNode) => byPublication(a.entry, b.entry) || a.data.n - b.data.n;

/** Compares two editions by name: year, then number. */
export function compareEditions(a: string, b: string): number {
  const [yearA = 0, numberA = 0] = a.split('.').map(Number);
  const [yearB = 0, numberB = 0] = b.split('.').map(Number);
  return yearA - yearB || numberA - numberB;
}
