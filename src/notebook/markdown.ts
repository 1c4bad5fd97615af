import type { Notebook, CollectedStatement, CollectedStatements } from './notebook.ts';

/**
 * Formats a notebook as Markdown (CommonMark): each statement with who says it, the note of the reader, and its citation in full.
 *
 * @param find returns a statement by its id
 */
export function toMarkdown(
  notebook: Notebook,
  find: (id: string) => CollectedStatement | undefined,
  { site, edition }: Pick<CollectedStatements, 'site' | 'edition'>,
): string {
  const items = notebook.map(({ id, note }, index) => {
    const statement = find(id);
    const paragraphs = statement
      ? [
          `**${escapeMarkdown(statement.text)}**`,
          escapeMarkdown([statement.voice, ...statement.facts].join(' · ')),
          ...(statement.withdrawn ? [escapeMarkdown(`No longer counted: ${statement.withdrawn.reason}`)] : []),
          ...(note ? [quote(note)] : []),
          toMarkdownText(statement.citation),
        ]
      : [`${escapeMarkdown(id)} (not in edition ${edition})`, ...(note ? [quote(note)] : [])];
    return listItem(`${index + 1}. `, paragraphs.join('\n\n'));
  });
  return `# Notebook\n\n${escapeMarkdown(site)}, edition ${edition}. Quoted blocks are my own notes.\n\n${items.join('\n\n')}\n`;
}

/** Indents all lines but the first, so that they belong to the item. */
const listItem = (marker: string, text: string) => marker + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);

const quote = (note: string) => escapeMarkdown(note.trim()).replace(/^/gm, '> ');

/** Escapes what Markdown would read as markup. */
const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');

/** Converts HTML with no tag but `<i>`. */
const toMarkdownText = (html: string) =>
  html
    .split(/<\/?i>/)
    .map((part) => escapeMarkdown(part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')))
    .join('*');
