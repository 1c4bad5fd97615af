import { localizedNames, type Names } from '../../schema/field-types.ts';

/**
 * Returns the correct forms of a name other than the English one, which is the title: those of the content, and those derived from them.
 * Word order, letter case, accents, hyphens and Russian case endings need no forms: search ignores them.
 */
export function nameForms(names: Names, person?: { family: string }): string[] {
  const { en, ja, jaReading, ru, variants } = names;
  const isPerson = person !== undefined;
  const forms = [
    person?.family,
    ...romanizations(variants),
    ...[ja ?? '', ...variants].filter((form) => CJK.test(form)).flatMap((form) => japaneseParts(form, isPerson)),
    ...(isPerson ? [] : initials(en)),
    ...(jaReading?.includes(' ') ? [jaReading.replaceAll(' ', ''), ...jaReading.split(' ')] : []),
    ...(isPerson && ru ? [ru.split(' ').at(-1)] : []),
    ...localizedNames(names).flatMap(({ name, reading }) => [name, reading]),
    ...variants,
  ];
  return [...new Set(forms.filter((form) => form !== undefined))];
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Longest name in kanji that is split, in characters. Names of persons are not longer. */
const MAX_KANJI_LENGTH = 5;

/**
 * Returns the words of a name in katakana. For a person's name in kanji, returns every start and every end of two characters or more,
 * because nothing marks where the family name ends.
 */
function japaneseParts(name: string, isPerson: boolean): string[] {
  if (name.includes('・')) return name.split('・');
  if (!isPerson || !/^\p{Script=Han}+$/u.test(name) || name.length > MAX_KANJI_LENGTH) return [];
  const cuts = Array.from({ length: Math.max(0, name.length - 2) }, (_, index) => index + 1);
  return [...cuts.map((cut) => name.slice(cut)), ...cuts.map((cut) => name.slice(0, cut + 1))].filter(({ length }) => length > 1);
}

/** Returns the initials of a name with three capitalized words or more: `Liberal Democratic Party` → `LDP`. */
function initials(name: string): string[] {
  const capitals = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The');
  return capitals.length > 2 ? [capitals.map((word) => word[0]).join('')] : [];
}

/** Returns long vowels as other systems write them: Shinzō → Shinzou, Shinzoh. */
function romanizations(names: readonly string[]): string[] {
  return names
    .filter((name) => /[ōū]/i.test(name))
    .flatMap((name) => [name.replace(/ō/gi, '$&u'), name.replace(/ō/gi, '$&h'), name.replace(/ū/gi, '$&u')])
    .map((name) => name.replaceAll('ō', 'o').replaceAll('Ō', 'O').replaceAll('ū', 'u').replaceAll('Ū', 'U'));
}
