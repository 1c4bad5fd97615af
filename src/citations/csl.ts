import { getBounds } from '../dates/bounds.ts';
import { formatDate } from '../dates/format.ts';
import type { Actor } from '../schema/items.ts';

/** A person by family and given name, or an organization by its whole name (CSL 1.0.2, name variables). */
export type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string; literal?: undefined }
  | { literal: string; family?: undefined };

/** A date by its parts, or as free text (`literal`) if it has no parts (CSL 1.0.2, date variables). */
export type CslDate = { 'date-parts': number[][]; circa?: true; literal?: undefined } | { literal: string };

/** Types of CSL 1.0.2 (appendix III) that the Record uses. */
export type CslType = 'entry-encyclopedia' | 'article-newspaper' | 'webpage' | 'report' | 'dataset';

/** An item of CSL-JSON (CSL 1.0.2, `csl-data.json`). */
export interface CslItem {
  id: string;
  type: CslType;
  title: string;
  author?: CslName[];
  /** Who edits the Record, if `EDITOR_NAME` is set. */
  editor?: CslName[];
  'container-title'?: string;
  edition?: string;
  version?: string;
  genre?: string;
  publisher?: string;
  issued?: CslDate;
  language: string;
  /** Absent for an article itself: its only summary is the Record’s own. */
  abstract?: string;
  keyword?: string;
  note?: string;
  URL: string;
  DOI?: string;
}

interface FormatMapping {
  /** Entry type of BibLaTeX (manual, 2.1). */
  biblatex: string;
  /** Field of BibLaTeX for the title of the container; undefined if the type has none. */
  container?: string;
  /** Field of BibLaTeX for the publisher; undefined if the type has none. */
  publisher?: string;
  /** Reference type of RIS. */
  ris: string;
  /** Item type of Zotero, which reads it from `DC.type`. */
  zotero: string;
}

/** The types and fields of other formats by CSL type. */
export const formatMappings: Record<CslType, FormatMapping> = {
  'entry-encyclopedia': {
    biblatex: 'inreference',
    container: 'booktitle',
    publisher: 'publisher',
    ris: 'ENCYC',
    zotero: 'encyclopediaArticle',
  },
  'article-newspaper': { biblatex: 'article', container: 'journal', ris: 'NEWS', zotero: 'newspaperArticle' },
  webpage: { biblatex: 'online', container: 'organization', ris: 'ELEC', zotero: 'webpage' },
  report: { biblatex: 'report', publisher: 'institution', ris: 'RPRT', zotero: 'report' },
  // Importers that know only BibTeX drop @dataset, so we use @misc.
  dataset: { biblatex: 'misc', publisher: 'publisher', ris: 'DATA', zotero: 'dataset' },
};

/** Returns an actor as a CSL name: a person by family and given name, others by the whole name. */
export const toCslName = ({ names, person }: Pick<Actor, 'names' | 'person'>): CslName =>
  person ? { family: person.family, given: person.given } : { literal: names.en };

/** Formats a name for Dublin Core: `Abe, Shinzo`; an organization by its whole name. */
export function formatInvertedName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** Formats a name. The trailing comma stops reference managers from splitting an organization's name into family and given name. */
export const formatNameWithComma = (name: CslName) => (name.literal === undefined ? formatInvertedName(name) : `${name.literal},`);

/** EDTF that every format expresses: a day, month or year, exact, approximate or uncertain as a whole. */
const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?[?~%]?$/;

/**
 * Converts a date in EDTF (ISO 8601-2) to a CSL date (CSL 1.0.2, date variables): the parts that all its days share. It has `circa` if it
 * is approximate, uncertain or has unspecified digits. Dates without a known year are formatted in words.
 *
 * @returns undefined for null
 * @throws {SyntaxError} if the text is not EDTF that the Record reads
 */
export function toCslDate(edtf: string | null): CslDate | undefined {
  if (edtf === null) return undefined;
  const [first = [], last = []] = Object.values(getBounds(edtf)).map((day) => day?.split('-').map(Number));
  const differing = first.findIndex((part, index) => part !== last[index]);
  const parts = differing < 0 ? first : first.slice(0, differing);
  if (parts.length === 0) return { literal: formatDate(edtf) };
  return { 'date-parts': [parts], ...(/[?~%X]/.test(edtf) && { circa: true }) };
}

/** Returns a date in words if the parts of a CSL date lose a part of its meaning; undefined otherwise and for null. */
export const inexpressibleDate = (edtf: string | null): string | undefined =>
  edtf === null || PLAIN.test(edtf) ? undefined : formatDate(edtf);

/**
 * Converts a date in EDTF to a date that readers of BibLaTeX read (manual, 2.3.8), with a mark of approximation or uncertainty.
 *
 * @returns undefined if no year is known
 */
export function toBiblatexDate(edtf: string | null): string | undefined {
  const iso = toIsoDate(toCslDate(edtf));
  const [mark = ''] = /[?~%]$/.exec(edtf ?? '') ?? [];
  return iso && iso + mark.replace('%', '~');
}

/** Formats a CSL date in ISO 8601, as exact as it is: `2025-11`. Returns undefined if it has no parts. */
export function toIsoDate(date: CslDate | undefined): string | undefined {
  if (!date || !('date-parts' in date)) return undefined;
  const [year = 0, ...rest] = date['date-parts'][0] ?? [];
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Converts a date in EDTF to a start and an end in ISO 8601, as `Date` of schema.org requires: exact dates as they are, others by bounds. */
export function toIsoInterval(edtf: string | null): { start?: string; end?: string } {
  if (edtf !== null && PLAIN.test(edtf)) return { start: edtf.replace(/[?~%]$/, '') };
  const { from, to } = getBounds(edtf);
  return { ...(from && { start: from }), ...(to && to !== from && { end: to }) };
}
