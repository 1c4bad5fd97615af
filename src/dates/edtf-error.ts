/** Why a text is not read as a date, each with its remedy. Keyed by the truth that the text breaks. */
export const errorMessages = {
  'date-is-edtf': 'is not a date of the calendar in EDTF: write it like "2016-12-15", "2024-11~", "2014-23" (autumn) or "[..2014]"',
  'date-is-given': 'is empty: write null where there is no date',
  'date-has-no-time-of-day': 'has a time of day: the Record dates to the day, so leave out what follows the T',
  'year-has-four-digits': 'has a year that is not of four digits, 0000 to 9999: write a decade as "201X" and a century as "19XX"',
  'digits-are-unspecified-from-the-right':
    'leaves a digit unspecified before one that is given: X stands for the last digits only, as in "2016-12-1X" or "201X"',
  'digits-are-not-all-unspecified': 'gives not even the first digit of the year: write null where nothing is known',
  'day-is-in-its-month': 'names a day that its month does not have',
  'date-has-a-bound': 'is open or unknown at both ends: give one end, or write null',
  'interval-runs-forwards': 'ends before it begins: give the earlier date first',
} as const;

export type EdtfErrorCode = keyof typeof errorMessages;

/** The error for a text that is refused: it quotes the text and says what to write. */
export function createEdtfError(text: string, refusal: EdtfErrorCode): SyntaxError {
  return new SyntaxError(`“${text}” ${errorMessages[refusal]} (${refusal})`);
}
