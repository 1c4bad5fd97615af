/**
 * The parts of a text, its white space run together, that can be taken into words each by itself, as most of them come again and
 * again: a space before a number joins (`G 7`), any other parts.
 */
export const partsOf = (text: string): string[] => text.split(/ (?!\p{N})/u);
