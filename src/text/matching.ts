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

/**
 * Returns the candidate with the smallest edit distance to a word: insertions, deletions, substitutions and transpositions.
 *
 * @returns undefined if every candidate differs by more than a third of the word’s length (by more than two for short words)
 */
export function closestMatch(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Returns a hint that suggests the closest candidate first and the given advice otherwise. */
export function suggestClosest(word: string, candidates: readonly string[], otherwise: string): string {
  const match = closestMatch(word, candidates);
  return match ? `did you mean “${match}”? If not, ${otherwise}` : otherwise;
}

/** Returns the optimal string alignment distance between two words. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Unifies quotation marks, ligatures, widths and spaces (NFKC, UAX 15). NFKC alone would split the double prime and the acute accent. */
const unifyCharacters = (text: string) =>
  text
    .replace(/[“”„‟«»〝〞〟″]/g, '"')
    .replace(/[‘’‚‛‹›ʹʻʼʽʾʿˈ′´]/g, "'")
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
