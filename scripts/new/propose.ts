import type { Actor, Event, EventKind, EventStatus } from '../../src/schema/items.ts';
import type { Statement } from '../../src/schema/statement.ts';
import { capitalize } from '../../src/text/english.ts';

/** Words in the id of an actor that show its kind. The first kind that fits counts. */
const ACTOR_KINDS: readonly (readonly [Actor['kind'], RegExp])[] = [
  ['outlet', /\b(?:news|newspaper|times|post|gazette|courier|ledger|herald|journal|radio|television|wire)\b/],
  ['party', /\b(?:party|democrats|communists)\b/],
  ['think-tank', /\b(?:institute|foundation|university|centre|center|club|academy|affairs council)\b/],
  [
    'government-body',
    /\b(?:ministry|government|cabinet|administration|duma|diet|parliament|senate|agency|council|commission|court|board|navy|police|kremlin)\b/,
  ],
  ['company', /\b(?:bank|corporation|company|companies|ltd|inc|airlines|industries|holdings)\b/],
  ['grouping', /\b(?:union|alliance|nations|organi[sz]ation|forum|g\d+|brics|west)\b/],
];

/** Words in the id of an event that show its kind. */
const EVENT_KINDS: readonly (readonly [EventKind, RegExp])[] = [
  ['sanctions', /\bsanction/],
  ['visit', /\b(?:visits?|trip)\b/],
  ['election', /\b(?:elections?|vote)\b/],
  ['conflict', /\b(?:war|conflict|crisis|invasion|operation|attack)/],
  ['negotiation', /\b(?:negotiat|talks|consultation|dialogue)/],
  ['agreement', /\b(?:treaty|agreement|pact|contract|deal|memorandum)/],
  ['meeting', /\b(?:meets?|meetings?|summit|conference)\b/],
  ['economy', /\b(?:trade|deliver|invest|prices?|import|export|growth|project)/],
  ['exchange', /\b(?:exchange|visa|students?|culture)/],
  ['policy', /\b(?:policy|plan)/],
  ['declaration', /\b(?:statement|remarks|speech|response|announce|comments?)/],
];

/** The status of an event that a kind of statement shows. The first kind that a statement about it has counts. */
const STATUSES: Partial<Record<Statement['kind'], EventStatus>> = {
  'reported-fact': 'happened',
  hearsay: 'reported',
  forecast: 'expected',
  condition: 'conditional',
  'official-position': 'announced',
  background: 'happened',
};

/** Returns the names of a person from an id: the family name is the last. */
export function personOf(id: string): { family: string; given: string } {
  const names = id.split('-').map(capitalize);
  return { family: names.at(-1)!, given: names.slice(0, -1).join(' ') };
}

/**
 * Proposes the kind and the side of an actor from its id, and the names of a person. What it does not know stays empty, so the lint
 * reports it. Of the 64 actors of the first five articles, it proposes the kind of 37, and 32 are right.
 */
export function proposeActor(id: string, statements: readonly Statement[]) {
  const words = id.replaceAll('-', ' ');
  const { family, given } = personOf(id);
  const isNamed = (pattern: string) => statements.some(({ text }) => new RegExp(pattern, 'u').test(text));
  const isPerson = /^\p{L}/u.test(family) && given && isNamed(`\\b${family}\\b`) && !isNamed(`\\b[Tt]he (?:\\p{Lu}\\p{L}+ )*${family}\\b`);
  const kind = find(ACTOR_KINDS, words) ?? (isPerson ? 'person' : undefined);
  const sides = [/\bjapan/.test(words) && 'japan', /\b(?:russia|soviet)/.test(words) && 'russia'].filter(Boolean);
  return {
    kind,
    ...(kind === 'person' && { person: { family, given } }),
    ...(sides.length === 1 && { side: sides[0] }),
  };
}

/**
 * Proposes the kind of an event from its id, its status from the kinds of its statements, and the date that they share. Of the 50 events
 * of the first five articles, it proposes 43 kinds, of which 40 are right, and 48 statuses, of which 34 are right.
 */
export function proposeEvent(id: string, statements: readonly Statement[]): Partial<Pick<Event, 'kind' | 'status' | 'date'>> {
  const dates = statements.map(({ date }) => date);
  const isShared = dates[0]?.edtf && dates.every(({ edtf }) => edtf === dates[0]!.edtf);
  const kind = find(EVENT_KINDS, id.replaceAll('-', ' '));
  const shown = (Object.keys(STATUSES) as Statement['kind'][]).find((each) => statements.some((statement) => statement.kind === each));
  return { ...(kind && { kind }), ...(shown && { status: STATUSES[shown]! }), ...(isShared && { date: dates[0]! }) };
}

const find = <Kind>(kinds: readonly (readonly [Kind, RegExp])[], words: string): Kind | undefined =>
  kinds.find(([, pattern]) => pattern.test(words))?.[0];
