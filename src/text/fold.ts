/**
 * Folds a text for comparison: two texts that a reader takes for the same characters become equal. Removes invisible characters, and
 * unifies ligatures, widths, dashes, apostrophes, quotation marks and white space. Case and accents remain. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const printable = /^\p{ASCII}*$/u.test(text) ? text : unifyCharacters(removeInvisible(text));
  return printable.replace(/\s+/g, ' ').trim();
}

/** Returns whether two texts have the same folded form. */
export const isSameText = (a: string, b: string) => foldText(a) === foldText(b);

/**
 * Removes the characters that print nothing (Unicode `Default_Ignorable_Code_Point`): soft hyphens, zero-width spaces and joiners, byte
 * order marks, direction marks, variation selectors.
 */
export const removeInvisible = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Removes the accents of Latin, Greek and Cyrillic letters. Voicing marks of kana remain. */
export function removeAccents(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** NFKC (UAX 15) unifies ligatures, widths and spaces. It would make two characters of the double prime and the acute accent. */
const unifyCharacters = (text: string) =>
  text
    .replace(/[“”„‟«»〝〞〟″]/g, '"')
    .replace(/[‘’‚‛‹›ʹʻʼʽʾʿˈ′´]/g, "'")
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
