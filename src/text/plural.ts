/** Formats a number with its noun: `1 event`, `12 events`. */
export const pluralize = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
