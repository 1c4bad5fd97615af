/** The minimum width of the timeline, in pixels: A4 paper less its margins. On a narrower screen it scrolls. Also in TimelineOverview.astro. */
export const TIMELINE_WIDTH = 672;

/** The size of text in charts, in pixels. The same number is in TimelineOverview.astro. */
const FONT_SIZE = 13;

/** The reserve for a fallback font, which may be wider than Source Sans 3, as a factor. */
const RESERVE = 1.12;

/** Returns the width to keep free for a label of a timeline, in pixels. */
export const labelWidth = (text: string) => RESERVE * measureText(text, FONT_SIZE);

/** Estimates the width of a line of Source Sans 3 in the unit of its size. Each class of characters has the width of its widest. */
export function measureText(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  if (/[ijl.,:;'’·|!]/.test(character)) return 0.27;
  if (/[ frtI()-]/.test(character)) return 0.34;
  if (/[mwMW]/.test(character)) return 0.84;
  return /[A-Z]/.test(character) ? 0.6 : 0.51;
}

/** Converts per cent of a chart of this width to pixels. */
export const percentToPixels = (percent: number, width: number) => (percent * width) / 100;

/** Formats a position for SVG: `41.3%`. A tenth of a per cent is about a pixel. */
export const formatPercent = (value: number) => `${Number(value.toFixed(1))}%`;
