const formatters = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** Formats a list as English text: `a, b and c`. Returns an empty string for an empty list. */
export const formatList = (words: readonly string[], conjunction: 'and' | 'or' = 'and'): string => formatters[conjunction].format(words);
