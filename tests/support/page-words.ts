/** Parts of a page that are no text to be read: controls, and what only machines see. */
const NO_TEXT = 'script, style, template, noscript, button, select, [hidden]';

/**
 * The words of a page's main part as a reader would type them: lower case, without the punctuation around them. Every
 * element parts the words before it from those within. Left out are single characters and addresses.
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

/** Every page on which a word stands and that a search for the word does not find: `the word → the page`. */
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
