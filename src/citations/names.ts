import type { Actor } from '../schema/actor.ts';
import type { CslName } from './csl.ts';

/** An actor as a CSL name: a person by family and given name, everyone else by the whole name. */
export const toCslName = ({ names, person }: Pick<Actor, 'names' | 'person'>): CslName =>
  person ? { family: person.family, given: person.given } : { literal: names.en };

/** `Abe, Shinzo`; a body by its name. As Dublin Core has it. */
export function invertedName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** The same for `citation_author` and RIS: the comma after a body's name keeps readers from splitting it into a first and a last name. */
export const displayName = (name: CslName) => (name.literal === undefined ? invertedName(name) : `${name.literal},`);
