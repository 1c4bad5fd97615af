/** Patterns that no file of the build may contain: local paths, undefined values, placeholders. */
const LEAKS =
  /file:\/\/|\/node_modules\/|\/home\/\w|\/Users\/\w|\/root\/|\/tmp\/|[A-Z]:\\\\?Users|\.astro\b(?!\.build)|data-astro-source|sourceMappingURL|\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date|\$\{|\{\{ \w|\b(?:TODO|FIXME|TBD|XXX|lorem ipsum)\b|\bdraft:/i;

/** Escaped line breaks of JSON and scripts, which would join with the next word. */
const ESCAPED_BREAKS = /\\[nt]/g;

/** Returns the first leak in a text with its context, or an empty list. */
export function findLeaks(file: string): string[] {
  const text = file.replace(ESCAPED_BREAKS, ' ');
  const found = LEAKS.exec(text);
  return found ? [text.slice(Math.max(0, found.index - 30), found.index + 50)] : [];
}
