import type { EntryNode } from '../record/model.ts';

/**
 * Returns the URL of a passage in the original article: the first address at which it was seen, with a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/), which makes a browser scroll to the first words of the passage.
 */
export function passageUrl({ data, passages }: EntryNode, locator: string): string {
  const url = data.source.addresses[0]!.url;
  const opening = passages[locator]?.opening;
  return opening ? `${url.replace(/#.*/, '')}#:~:text=${encodeFragment(opening)}` : url;
}

/** Encodes the text of a fragment. A hyphen separates its parts, so it is encoded too. */
const encodeFragment = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** Returns the page on which the Internet Archive lists its copies of a URL. */
export const archiveLookup = (url: string): string => `https://web.archive.org/web/*/${url}`;
