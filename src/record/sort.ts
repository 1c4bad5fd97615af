import { compareDates } from '../dates/bounds.ts';
import type { Actor } from '../schema/items.ts';
import type { EntryNode, StatementNode } from './model.ts';

/** Compares by UTF-16 code unit, independently of the locale. */
export const compareCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Returns the name by which an actor is sorted: family name first, lower case, without diacritics and without a leading “The”. */
export function sortName(actor: Pick<Actor, 'names' | 'person'>): string {
  const name = actor.person ? `${actor.person.family}, ${actor.person.given}` : actor.names.en.replace(/^The /, '');
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Creates a comparison by EDTF date, then by id. Items without a date come last. */
export const byDateThenId =
  <Item extends { id: string }>(dateOf: (item: Item) => string | null) =>
  (a: Item, b: Item) =>
    compareDates(dateOf(a), dateOf(b)) || compareCodeUnits(a.id, b.id);

const byPublication = byDateThenId<EntryNode>(({ data }) => data.source.published.edtf);

/** Compares two statements by the publication date of their entries, then by number. */
export const byEntryThenNumber = (a: StatementNode, b: StatementNode) => byPublication(a.entry, b.entry) || a.data.n - b.data.n;

/** Compares the names of two editions by year, then by number. */
export function compareEditions(a: string, b: string): number {
  const [yearA = 0, numberA = 0] = a.split('.').map(Number);
  const [yearB = 0, numberB = 0] = b.split('.').map(Number);
  return yearA - yearB || numberA - numberB;
}
