/** The narrowest drawing, in pixels: a phone of 320. What does not overlap here overlaps nowhere. */
export const MIN_WIDTH = 280;

/** From this width, in pixels, labels are shown. The styles have the same number. */
export const LABEL_BREAKPOINT = 740;

/** Size of the text in drawings, in pixels. The styles have the same number. */
export const FONT_SIZE = 12;

/** About how wide a text is in the sans, in pixels; rather too wide. */
export const textWidth = (text: string, size = FONT_SIZE) => text.length * size * 0.5;

/** Per cent of a drawing of some width, in pixels. */
export const percentToPixels = (percent: number, width: number) => (percent * width) / 100;

/** A position in per cent as SVG has it: `41.3%`. */
export const formatPercent = (value: number) => `${Number(value.toFixed(2))}%`;
