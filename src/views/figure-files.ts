import type { SiteMetadata } from '../config/site.ts';

/** Formats of a figure, with the names of their links. */
const figureFormats = { svg: 'SVG', png: 'PNG', csv: 'data (CSV)' } as const;

/** Path of a figure in a format: `/figures/map.svg`. */
export const figurePath = (figure: string, format: keyof typeof figureFormats) => `/figures/${figure}.${format}`;

/** Returns the files of a figure, in the order of their links. */
export const figureFiles = (figure: string) =>
  (Object.keys(figureFormats) as (keyof typeof figureFormats)[]).map((format) => ({
    name: figureFormats[format],
    address: figurePath(figure, format),
  }));

/** Formats the citation of a figure (Chicago, note): “Title” (figure), in The Japan–Russia Record, 2026.1 ed., URL. */
export const figureCitation = (title: string, path: string, origin: URL, { name, edition }: SiteMetadata) =>
  `“${title}” (figure), in ${name}, ${edition} ed., ${new URL(path, origin).href}.`;
