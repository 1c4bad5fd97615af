import type { Names } from '../schema/names.ts';

/** Every form of a name but the English one that the page shows as its title. */
export function aliasesOf({ ja, jaReading, ru, variants, misspellings }: Names): string[] {
  const parts = ja && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}・]+$/u.test(ja) ? ja.split('・') : [];
  return [
    ...new Set(
      [ja, ...parts, jaReading, jaReading?.replaceAll(' ', ''), ru, ...variants, ...misspellings].filter((form) => form !== undefined),
    ),
  ];
}
