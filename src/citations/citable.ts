import type {
  ActorNode,
  EntryNode,
  EventNode,
  PlaceNode,
  QuestionNode,
  StatementNode,
  TermNode,
  TheRecord,
  ThemeNode,
} from '../record/model.ts';
import type { Tombstone } from '../schema/edition.ts';
import type { CslItem } from './csl.ts';

/** What can be cited, by kind. A `source` is the article itself; the `entry` is the Record's account of it. */
export interface CitableNodes {
  entry: EntryNode;
  source: EntryNode;
  statement: StatementNode;
  event: EventNode;
  actor: ActorNode;
  theme: ThemeNode;
  question: QuestionNode;
  place: PlaceNode;
  term: TermNode;
  withdrawn: Tombstone;
  data: TheRecord;
}

export type CitableKind = keyof CitableNodes;

/** What is cited, with its kind. */
export type Subject<Kind extends CitableKind = CitableKind> = { [K in Kind]: { kind: K; node: CitableNodes[K] } }[Kind];

/** One thing that can be cited. Meta tags, BibTeX, RIS, CSL-JSON, JSON-LD and formatted citations are all made from `csl`. */
export interface CitableItem {
  /** Key, unique in the whole site and stable: ASCII letters, digits and hyphens. */
  id: string;
  subject: Subject;
  /** Title of its page. That of `csl` names the kind too if pages of several kinds share it. */
  name: string;
  csl: CslItem;
  /** Path of its page, without the base path. */
  address: string;
  /** Canonical URL of its page. `csl.URL` is the same, except for a source: there it is the original's. */
  url: string;
  /** Date of publication in EDTF; null if it is not known. */
  edtf: string | null;
  /** Day of the last change of its page, `YYYY-MM-DD`. */
  modified: string;
  keywords: string[];
  /** Day on which it was withdrawn. Its title and note name the withdrawal too. */
  withdrawn?: string;
  /** For the data: its files and what they measure. */
  dataset?: Dataset;
  /** For a statement: the article from which it is drawn, with the passages. */
  original?: { source: CitableItem; locators: string[] };
}

/** The files of a data set, with the columns that have fixed values: `statements.kind`. Its page leaves out the checksums. */
export interface Dataset {
  files: readonly { name: string; path: string; bytes: number; sha256?: string }[];
  variables: readonly string[];
}

/** Returns the key of a citable thing. It contains the kind, since a theme and a place may have the same id. */
export const citationKey = (kind: CitableKind, id = '') => ['jrr', kind, id.replaceAll('.', '-')].filter(Boolean).join('-');
