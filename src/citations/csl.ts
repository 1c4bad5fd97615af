import type { Actor } from '../schema/actor.ts';

/** A person by family and given name, or a body by its whole name (CSL 1.0.2, name variables). */
export type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string; literal?: undefined }
  | { literal: string; family?: undefined };

/** A date by its parts, or in words if it has no parts (CSL 1.0.2, date variables). */
export type CslDate = { 'date-parts': number[][]; season?: number; circa?: true; literal?: undefined } | { literal: string };

/** Types of CSL 1.0.2 (appendix III) that the Record uses. */
export type CslType = 'entry-encyclopedia' | 'article-newspaper' | 'webpage' | 'report' | 'dataset';

/** An item of CSL-JSON (CSL 1.0.2, `csl-data.json`). */
export interface CslItem {
  id: string;
  type: CslType;
  title: string;
  author?: CslName[];
  'container-title'?: string;
  edition?: string;
  version?: string;
  publisher?: string;
  issued?: CslDate;
  language: string;
  abstract: string;
  keyword?: string;
  note?: string;
  URL: string;
}

/** What a CSL type is called in other formats. */
interface TypeNames {
  /** Entry type of BibLaTeX (manual, 2.1). */
  bibtex: string;
  /** Fields of BibLaTeX for the container and for the publisher. */
  container?: string;
  publisher?: string;
  /** Reference type of RIS. */
  ris: string;
  /** Item type of Zotero, which reads it from `DC.type`. */
  zotero: string;
}

const TYPE_NAMES: Record<CslType, TypeNames> = {
  'entry-encyclopedia': {
    bibtex: 'inreference',
    container: 'booktitle',
    publisher: 'publisher',
    ris: 'ENCYC',
    zotero: 'encyclopediaArticle',
  },
  'article-newspaper': { bibtex: 'article', container: 'journal', ris: 'NEWS', zotero: 'newspaperArticle' },
  webpage: { bibtex: 'online', container: 'organization', ris: 'ELEC', zotero: 'webpage' },
  report: { bibtex: 'report', publisher: 'institution', ris: 'RPRT', zotero: 'report' },
  // Importers that know only BibTeX drop @dataset.
  dataset: { bibtex: 'misc', publisher: 'publisher', ris: 'DATA', zotero: 'dataset' },
};

/**
 * Returns what a CSL type is called in other formats.
 *
 * @throws {Error} if the Record does not use the type
 */
export function mapCslType(type: CslType): TypeNames {
  if (!Object.hasOwn(TYPE_NAMES, type)) throw new Error(`unknown CSL type "${type}": add it to the table in src/citations/csl.ts`);
  return TYPE_NAMES[type];
}

/** Returns an actor as a CSL name: a person by family and given name, others by the whole name. */
export const toCslName = ({ names, person }: Pick<Actor, 'names' | 'person'>): CslName =>
  person ? { family: person.family, given: person.given } : { literal: names.en };

/** Formats a name for Dublin Core: `Abe, Shinzo`; a body by its name. */
export function invertedName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** Formats a name for `citation_author` and RIS. The comma after the name of a body keeps readers from splitting it. */
export const commaName = (name: CslName) => (name.literal === undefined ? invertedName(name) : `${name.literal},`);
