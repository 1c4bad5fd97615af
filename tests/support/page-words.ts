/** Parts of a page without text to find: controls, what is hidden, and what the index leaves out. */
const NO_TEXT = 'script, style, template, noscript, button, select, [hidden], [data-pagefind-ignore]';

/**
 * Returns the words of the main part of a page as a reader would type them: in lower case, without punctuation around them.
 * Elements separate words. Single characters and addresses are omitted.
 */
export function getPageWords(document: Document): Set<string> {
  const main = document.querySelector('main');
  if (!main) return new Set();
  return new Set(
    getTexts(main)
      .flatMap((text) => text.split(/\s+/))
      .filter((word) => !/[/@_]|:\S|\.\w+\./.test(word))
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '').toLowerCase())
      .filter((word) => word.length > 1),
  );
}

/**
 * Returns each page that a search for one of its words does not find, as `word → path`.
 *
 * @param pages words by page
 * @param results paths found by word
 */
export function findMissingPages(
  pages: ReadonlyMap<string, ReadonlySet<string>>,
  results: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [...results].flatMap(([word, paths]) => {
    const found = new Set(paths);
    return [...pages].filter(([path, words]) => words.has(word) && !found.has(path)).map(([path]) => `${word} → ${path}`);
  });
}

function getTexts(node: Node): string[] {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === 3) return [child.textContent ?? ''];
    return child.nodeType === 1 && !(child as Element).matches(NO_TEXT) ? getTexts(child) : [];
  });
}
