/** A person by family and given name, or a body by its whole name (CSL 1.0.2, name variables). */
export type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string; literal?: undefined }
  | { literal: string; family?: undefined };

/** A date by its parts, or in words where parts cannot say it (CSL 1.0.2, date variables). */
export type CslDate = { 'date-parts': number[][]; season?: number; circa?: true; literal?: undefined } | { literal: string };

/** Types of CSL 1.0.2 that the Record gives: everything that reads an item knows these and no others. */
export type CslType = 'entry-encyclopedia' | 'article-newspaper' | 'webpage' | 'report' | 'dataset';

/** An item of CSL-JSON (`csl-data.json`, CSL 1.0.2): all that a citation of one thing can say. */
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

/** What a type is called elsewhere, by CSL type. Asking for any other type throws: see `mapCslType`. */
interface TypeNames {
  /** Entry type of BibLaTeX 3 or BibTeX. */
  bibtex: string;
  /** Field of BibTeX that holds the container, and one that holds the publisher. */
  container?: string;
  publisher?: string;
  /** Type of RIS. */
  ris: string;
  /** Item type of Zotero, as `DC.type` names it. */
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
  // @dataset is dropped without a word by importers that know BibTeX only.
  dataset: { bibtex: 'misc', publisher: 'publisher', ris: 'DATA', zotero: 'dataset' },
};

/** @throws {Error} where the type is none that the Record gives */
export function mapCslType(type: CslType): TypeNames {
  if (!Object.hasOwn(TYPE_NAMES, type)) throw new Error(`unknown CSL type ${type}: add it to the table in src/citations/csl.ts`);
  return TYPE_NAMES[type];
}
