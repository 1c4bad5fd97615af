/** What a text must not hold, whatever kind of file it is: paths of the machine, values that are none, what is left of writing. */
const LEAKS =
  /file:\/\/|\/node_modules\/|\/home\/\w|\/Users\/\w|\/root\/|\/tmp\/|[A-Z]:\\\\?Users|\.astro\b(?!\.build)|data-astro-source|sourceMappingURL|\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date|\$\{|\{\{ \w|\b(?:TODO|FIXME|TBD|XXX|lorem ipsum)\b|\bdraft:/i;

/** How JSON and scripts write breaks of lines: not letters of the word that follows. */
const WRITTEN_BREAKS = /\\[nt]/g;

/** Pieces of a file's text that give away a path, a value that is none, a draft or a placeholder. */
export function findLeaks(file: string): string[] {
  const text = file.replace(WRITTEN_BREAKS, ' ');
  const found = LEAKS.exec(text);
  return found ? [text.slice(Math.max(0, found.index - 30), found.index + 50)] : [];
}
