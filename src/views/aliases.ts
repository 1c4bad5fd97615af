import { formsOf, type Names } from '../schema/names.ts';

/** Every form of a name but the English one that the page shows as its title, and the parts by which readers look for it. */
export function aliasesOf(names: Names): string[] {
  const inLanguages = formsOf(names).flatMap(({ lang, name, reading }) => [
    name,
    ...(lang === 'ja' ? partsOf(name) : []),
    reading,
    reading?.replaceAll(' ', ''),
  ]);
  const forms = [...inLanguages, ...names.variants, ...names.misspellings];
  return [...new Set(forms.filter((form) => form !== undefined))];
}

/** Longest name in kanji that is taken apart: longer ones are those of bodies. */
const LONGEST_KANJI_NAME = 5;

/**
 * The parts of a Japanese name: the words of a name in katakana; every ending, of two characters or more, of a short name in
 * kanji, since nothing tells where the family name ends.
 */
function partsOf(ja: string): string[] {
  if (ja.includes('・')) return ja.split('・');
  if (!/^\p{Script=Han}+$/u.test(ja) || ja.length > LONGEST_KANJI_NAME) return [];
  return Array.from({ length: Math.max(0, ja.length - 2) }, (_, index) => ja.slice(index + 1));
}
