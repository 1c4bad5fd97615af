import type { Actor } from '../schema/actor.ts';
import type { SearchAlias, PageAliases } from '../schema/search-aliases.ts';
import type { Entry } from '../schema/entry.ts';
import type { Edition } from '../schema/edition.ts';
import type { Event } from '../schema/event.ts';
import type { Passages } from '../schema/passages.ts';
import type { Place } from '../schema/place.ts';
import type { Relation } from '../schema/relations.ts';
import type { CitedSentence } from '../schema/cited-sentence.ts';
import type { RedirectEntry, Tombstone } from '../schema/redirects.ts';
import type { Statement } from '../schema/statement.ts';
import type { Term, TermUse } from '../schema/term.ts';
import type { Question, Theme } from '../schema/theme.ts';

/** Who speaks or relays: an actor of the Record, or a voice that the article does not name. */
export type SpeakerNode = { actor: ActorNode; unnamed?: undefined } | { actor?: undefined; unnamed: string };

/** A sentence of the Record's own with the statements it rests on, linked. */
export interface CitedSentenceNode {
  text: CitedSentence['text'];
  sources: StatementNode[];
}

export interface EntryNode {
  id: string;
  file: string;
  data: Entry;
  /** The précis, as MDX. */
  body: string;
  passages: Passages['passages'];
  authors: ActorNode[];
  publisher: ActorNode;
  reprintOf?: ActorNode;
  archivedBy?: ActorNode;
  actors: { actor: ActorNode; role: string; rests: StatementNode[] }[];
  themes: ThemeNode[];
  summary: CitedSentenceNode;
  /** The ledger, in the order of its numbers. */
  statements: StatementNode[];
  /** Statements that stand no longer, in the order of their numbers. */
  withdrawn: StatementNode[];
  /** Events attested by the ledger, in time. */
  events: EventNode[];
}

export interface StatementNode {
  /** `<entry>.s<n>` */
  id: string;
  data: Statement;
  entry: EntryNode;
  speakers: SpeakerNode[];
  via: SpeakerNode[];
  events: EventNode[];
  actors: ActorNode[];
  themes: ThemeNode[];
  places: PlaceNode[];
  /** Relations in which it is the first or the second statement. */
  relations: RelationNode[];
  /** Its neighbours in the ledger. */
  previous?: StatementNode;
  next?: StatementNode;
}

export interface RelationNode {
  data: Relation;
  from: StatementNode;
  to: StatementNode;
}

export interface EventNode {
  id: string;
  file: string;
  data: Event;
  places: PlaceNode[];
  actors: { actor: ActorNode; part: string }[];
  account: CitedSentenceNode[];
  differences: CitedSentenceNode[];
  /** Statements that attest it, by entry and number. */
  statements: StatementNode[];
  /** Entries whose statements attest it, by date of publication. */
  entries: EntryNode[];
}

export interface ActorNode {
  id: string;
  file: string;
  data: Actor;
  body: string;
  partOf?: ActorNode;
  parts: ActorNode[];
  offices: { title: string; asOf: Actor['offices'][number]['asOf']; rests: StatementNode[] }[];
  /** Statements it holds. */
  statementsMade: StatementNode[];
  /** Statements it passes on. */
  statementsRelayed: StatementNode[];
  /** Statements that speak of it. */
  spokenOf: StatementNode[];
  events: { event: EventNode; part: string }[];
  /** Entries in which it appears, with its role there. */
  entries: { entry: EntryNode; role: string; rests: StatementNode[] }[];
}

export interface PositionNode {
  entry: EntryNode;
  /** What the article has on the question; undefined where it is silent. */
  text?: string;
  rests: StatementNode[];
}

export interface QuestionNode {
  id: string;
  theme: ThemeNode;
  data: Question;
  /** One for every entry, by date of publication. */
  positions: PositionNode[];
}

export interface ThemeNode {
  id: string;
  file: string;
  data: Theme;
  body: string;
  statements: StatementNode[];
  questions: QuestionNode[];
}

export interface PlaceNode {
  id: string;
  file: string;
  data: Place;
  parent?: PlaceNode;
  disputedNames: { name: string; usedBy: ActorNode; rests: StatementNode[] }[];
  account: CitedSentenceNode[];
  statements: StatementNode[];
  events: EventNode[];
}

/** An edition by its name, `2026.1`. */
export interface EditionNode {
  id: string;
  file: string;
  data: Edition;
}

export interface TermUseNode {
  data: TermUse;
  entry: EntryNode;
  speakers: SpeakerNode[];
  rests: StatementNode[];
}

export interface TermNode {
  id: string;
  file: string;
  data: Term;
  body: string;
  uses: TermUseNode[];
}

/** The Record: everything, linked, in its order, frozen. */
export interface TheRecord {
  /** By date of publication. */
  entries: readonly EntryNode[];
  /** By entry, then number. */
  statements: readonly StatementNode[];
  /** By date. */
  events: readonly EventNode[];
  /** By the name they are sorted under. */
  actors: readonly ActorNode[];
  /** In their editorial order. */
  themes: readonly ThemeNode[];
  /** By English name. */
  places: readonly PlaceNode[];
  /** In their editorial order. */
  terms: readonly TermNode[];
  /** By first, then second statement. */
  relations: readonly RelationNode[];
  /** By their first phrase. */
  searchAliases: readonly SearchAlias[];
  /** Statements that stand no longer, by entry, then number: in no other list but their entry's. */
  withdrawn: readonly StatementNode[];
  /** Oldest first; the last is the one that is read. */
  editions: readonly EditionNode[];
  /** Addresses that have moved, as declared. */
  redirects: readonly RedirectEntry[];
  /** Pages that were withdrawn, as declared. */
  tombstones: readonly Tombstone[];
  /** Rows of words that mean much the same, in their order. */
  synonyms: readonly (readonly string[])[];
  /** What readers type who look for a page about the Record itself, in their order. */
  pageAliases: readonly PageAliases[];
}
