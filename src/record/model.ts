import { getBounds } from '../dates/bounds.ts';
import type { Edition, RedirectEntry, Tombstone } from '../schema/edition.ts';
import type { Entry, Passages } from '../schema/entry.ts';
import type { CitedSentence } from '../schema/field-types.ts';
import type { Actor, Event, Place, Question, Term, TermUse, Theme } from '../schema/items.ts';
import type { PageAliases, SearchAlias } from '../schema/search-aliases.ts';
import type { Relation, Statement } from '../schema/statement.ts';
import { longestGap, numberToWords } from '../text/english.ts';

// An entry is one article in the Record. Its ledger is its statements.yaml. A locator refers to a passage of the article, such as p7.
// A voice is a speaker, or somebody who relays what a speaker said. `via` lists those who relay, nearest to the speaker first.
// `rests` lists the statements that a text cites.

/** A voice: an actor, or a voice that the article leaves unnamed. */
export type SpeakerNode = { actor: ActorNode; unnamed?: undefined } | { actor?: undefined; unnamed: string };

/** A sentence in the Record’s own words with the statements that it cites. */
export interface CitedSentenceNode {
  text: CitedSentence['text'];
  rests: StatementNode[];
}

export interface EntryNode {
  id: string;
  file: string;
  data: Entry;
  /** The précis, as MDX: it summarizes the article in sections; it may be empty. `summary` has two or three sentences. */
  body: string;
  passages: Passages['passages'];
  authors: ActorNode[];
  publisher: ActorNode;
  /** Who published the text first, if it is a reprint. */
  reprintedFrom?: ActorNode;
  archivedBy?: ActorNode;
  /** Those with a role in editorial order, then the others of its statements by number of statements. */
  actors: { actor: ActorNode; role?: string; rests: StatementNode[] }[];
  themes: ThemeNode[];
  summary: CitedSentenceNode;
  /** Active statements by number. */
  statements: StatementNode[];
  /** Withdrawn statements by number. */
  withdrawn: StatementNode[];
  /** Events that its statements name, by date. */
  events: EventNode[];
}

export interface StatementNode {
  /** `<entry>.s<n>` */
  id: string;
  data: Statement;
  entry: EntryNode;
  speakers: SpeakerNode[];
  /** The chain, nearest to the speaker first. A link has several voices if they pass the statement on together. */
  via: SpeakerNode[][];
  events: EventNode[];
  actors: ActorNode[];
  themes: ThemeNode[];
  places: PlaceNode[];
  /** Relations from or to the statement. */
  relations: RelationNode[];
  /** Questions of any theme whose answers cite the statement. */
  questions: QuestionNode[];
  /** Neighbours among the active statements of the entry. */
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
  /** Statements that name it, by entry and number. */
  statements: StatementNode[];
  /** Entries of these statements, by date of publication. */
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
  /** Statements of which it is a speaker. */
  statementsMade: StatementNode[];
  /** Statements that it relays. */
  statementsRelayed: StatementNode[];
  /** Statements about it. */
  mentionedIn: StatementNode[];
  events: { event: EventNode; part: string }[];
  /** Entries in which it has a role. */
  entries: { entry: EntryNode; role: string; rests: StatementNode[] }[];
}

export interface PositionNode {
  entry: EntryNode;
  /** The article’s position; undefined if the article is silent on the question, or `unread`. */
  text?: string;
  /** True if the article was not yet read against the question. */
  unread?: true;
  rests: StatementNode[];
  /** Statements that bear on the question although the article does not answer it. */
  related: StatementNode[];
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

/** An edition; its id is its name, `2026.1`. */
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

/** The Record: all content, linked, sorted and deeply frozen. */
export interface TheRecord {
  /** By date of publication. */
  entries: readonly EntryNode[];
  /** By entry, then number. */
  statements: readonly StatementNode[];
  /** By date. */
  events: readonly EventNode[];
  /** By sort name. */
  actors: readonly ActorNode[];
  /** By editorial order. */
  themes: readonly ThemeNode[];
  /** By English name. */
  places: readonly PlaceNode[];
  /** By editorial order. */
  terms: readonly TermNode[];
  /** By first, then second statement. */
  relations: readonly RelationNode[];
  /** By first phrase. */
  searchAliases: readonly SearchAlias[];
  /** Withdrawn statements by entry, then number. Otherwise only their entries list them. */
  withdrawn: readonly StatementNode[];
  /** Oldest first; the last one is current. */
  editions: readonly EditionNode[];
  /** Moved addresses, as in retired.yaml. */
  redirects: readonly RedirectEntry[];
  /** Withdrawn pages, as in retired.yaml. */
  tombstones: readonly Tombstone[];
  /** Groups of synonyms, as in concepts.yaml. */
  synonyms: readonly (readonly string[])[];
  /** Search phrases for pages about the Record itself, as in concepts.yaml. */
  pageAliases: readonly PageAliases[];
}

/** The articles of the Record, as texts refer to them. */
export interface CorpusSummary {
  /** Their number, in words up to twelve: `five`. */
  number: string;
  /** Years of publication, from the first to the last: `2015–2026`. */
  years: string;
  firstYear: string;
  lastYear: string;
  /** The years of publication before and after the longest gap: 2016 and 2024. */
  gap?: { after: number; before: number };
}

export function corpusSummary({ entries }: TheRecord): CorpusSummary {
  const years = entries
    .map(({ data }) => getBounds(data.source.published.edtf))
    .flatMap(({ from, to }) => [from, to].flatMap((day) => day?.slice(0, 4) ?? []))
    .toSorted();
  const [firstYear = '', lastYear = ''] = [years.at(0), years.at(-1)];
  const gap = longestGap(years.map(Number));
  return {
    number: numberToWords(entries.length),
    years: [...new Set([firstYear, lastYear])].join('–'),
    firstYear,
    lastYear,
    ...(gap && { gap: { after: gap.from - 1, before: gap.to + 1 } }),
  };
}
