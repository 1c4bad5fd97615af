import { localizedNames, type Names } from '../../schema/names.ts';

/**
 * Every right form by which readers look for a name, beside the English one that is its title: those that the content gives, and
 * those that follow from them. Order, letter case, accents, hyphens and the endings of Russian cases make no forms of their
 * own: search compares words without them.
 */
export function nameForms(names: Names, person?: { family: string }): string[] {
  const { en, ja, jaReading, ru, variants } = names;
  const japanese = [ja, ...variants].filter((form) => form !== undefined && CJK.test(form)) as string[];
  const forms = [
    person?.family,
    ...romanisations(variants),
    ja,
    ...japanese.flatMap((form) => partsOf(form, person !== undefined)),
    ...(person ? [] : initialsOf(en)),
    jaReading,
    ...(jaReading?.includes(' ') ? [jaReading.replaceAll(' ', ''), ...jaReading.split(' ')] : []),
    ru,
    ...(person && ru ? [ru.split(' ').at(-1)] : []),
    ...localizedNames(names).flatMap(({ name, reading }) => [name, reading]),
    ...variants,
  ];
  return [...new Set(forms.filter((form) => form !== undefined))];
}

/** Longest name in kanji that is taken apart. */
const LONGEST_KANJI_NAME = 5;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The parts of a Japanese name: the words of a name in katakana; of a person's in kanji every beginning and every ending, of two
 * characters or more, since nothing tells where the family name ends.
 */
function partsOf(ja: string, person: boolean): string[] {
  if (ja.includes('・')) return ja.split('・');
  if (!person || !/^\p{Script=Han}+$/u.test(ja) || ja.length > LONGEST_KANJI_NAME) return [];
  const cuts = Array.from({ length: Math.max(0, ja.length - 2) }, (_, index) => index + 1);
  return [...cuts.map((cut) => ja.slice(cut)), ...cuts.map((cut) => ja.slice(0, cut + 1))].filter(({ length }) => length > 1);
}

/** The initials of a name of three words or more: `Liberal Democratic Party` → `LDP`. */
function initialsOf(en: string): string[] {
  const capitals = en.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word) && word !== 'The');
  return capitals.length > 2 ? [capitals.map((word) => word[0]).join('')] : [];
}

/** A long vowel as other romanisations write it: Shinzō → Shinzou, Shinzoh. */
function romanisations(forms: readonly string[]): string[] {
  return forms
    .filter((form) => /[ōū]/i.test(form))
    .flatMap((form) => [form.replace(/ō/gi, '$&u'), form.replace(/ō/gi, '$&h'), form.replace(/ū/gi, '$&u')])
    .map((form) => form.replaceAll('ō', 'o').replaceAll('Ō', 'O').replaceAll('ū', 'u').replaceAll('Ū', 'U'));
}
