/** subset-font has no types. These cover what `subset-fonts.ts` uses. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      targetFormat?: 'woff2' | 'woff' | 'sfnt';
      keepFeatures?: readonly string[];
      variationAxes?: Record<string, number>;
    },
  ): Promise<Buffer>;
}
