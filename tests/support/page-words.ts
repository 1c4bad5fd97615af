/** Elements without text for readers: controls, scripts, hidden parts. */
const NO_TEXT = 'script, style, template, noscript, button, select, [hidden]';

/**
 * Returns the words of a page's main part as readers type them: lower case, without punctuation. Elements separate words.
 * Single characters and URLs are left out.
 */
export function getPageWords(document: Document): Set<string> {
  const main = document.querySelector('main');
  if (!main) return new Set();
  const words = textsBelow(main).flatMap((text) => text.split(/\s+/));
  return new Set(
    words
      .filter((word) => !/[/@_]|:\S|\.\w+\./.test(word))
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '').toLowerCase())
      .filter((word) => word.length > 1),
  );
}

/** Returns every page that contains a word and that a search for the word does not find, as `word → path`. */
export function notFound(pages: ReadonlyMap<string, ReadonlySet<string>>, answers: ReadonlyMap<string, readonly string[]>): string[] {
  return [...answers].flatMap(([word, found]) => {
    const list = new Set(found);
    return [...pages].filter(([address, words]) => words.has(word) && !list.has(address)).map(([address]) => `${word} → ${address}`);
  });
}

function textsBelow(node: Node): string[] {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === 3) return [child.textContent ?? ''];
    return child.nodeType === 1 && !(child as Element).matches(NO_TEXT) ? textsBelow(child) : [];
  });
}
