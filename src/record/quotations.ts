/** What stands in “curly double marks”, in order, without the marks. */
export function extractQuotations(text: string): string[] {
  return [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!);
}
