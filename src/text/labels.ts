import type { ActorKind, EventKind, EventStatus, PlaceKind, Side } from '../schema/items.ts';
import type { Genre } from '../schema/entry.ts';
import type { RelationKind, StatementKind } from '../schema/statement.ts';
import { formatList } from './english.ts';

export const kindLabels: Record<StatementKind, string> = {
  'reported-fact': 'Reported fact',
  'official-position': 'Official position',
  opinion: 'Opinion',
  forecast: 'Forecast',
  condition: 'Condition or demand',
  background: 'Background',
  hearsay: 'Hearsay',
};

export const statusLabels: Record<EventStatus, string> = {
  happened: 'Happened',
  ongoing: 'Ongoing',
  reported: 'Only rumoured',
  announced: 'Announced',
  expected: 'Expected',
  conditional: 'Conditional',
  ended: 'Ended',
};

export const eventKindLabels: Record<EventKind, string> = {
  visit: 'Visit',
  meeting: 'Meeting',
  negotiation: 'Negotiation',
  agreement: 'Agreement',
  sanctions: 'Sanctions',
  declaration: 'Declaration',
  election: 'Election',
  conflict: 'Conflict',
  economy: 'Economy',
  exchange: 'Exchange',
  office: 'Taking office',
  policy: 'Policy',
};

export const actorKindLabels: Record<ActorKind, string> = {
  person: 'Person',
  state: 'State',
  'government-body': 'Government body',
  party: 'Party',
  company: 'Company or project',
  outlet: 'News outlet',
  'think-tank': 'Think tank or forum',
  grouping: 'Group of states',
};

export const actorKindPlurals: Record<ActorKind, string> = {
  person: 'People',
  state: 'States',
  'government-body': 'Government bodies',
  party: 'Parties',
  company: 'Companies and projects',
  outlet: 'News outlets',
  'think-tank': 'Think tanks and forums',
  grouping: 'Groups of states',
};

export const sideLabels: Record<Side, string> = { japan: 'Japanese side', russia: 'Russian side', third: 'Neither side' };

/** Labels of a voice, as part of a sentence: “TASS, Russian side”. */
export const voiceLabels: Record<Side | 'unnamed', string> = {
  japan: 'Japanese side',
  russia: 'Russian side',
  third: 'neither side',
  unnamed: 'unnamed',
};

export const genreLabels: Record<Genre, string> = {
  commentary: 'Commentary',
  'news-analysis': 'News analysis',
  opinion: 'Opinion article',
  'news-report': 'News report',
  'wire-report': 'News agency report',
};

export const placeKindLabels: Record<PlaceKind, string> = {
  country: 'Country',
  region: 'Region',
  city: 'City',
  island: 'Island',
  'island-group': 'Islands',
  sea: 'Sea',
  site: 'Site',
};

/** Labels of a relation, from the first statement to the second and back. */
export const relationLabels: Record<RelationKind, { forward: string; backward: string }> = {
  corroborates: { forward: 'Corroborates', backward: 'Corroborated by' },
  contradicts: { forward: 'Contradicts', backward: 'Contradicted by' },
  qualifies: { forward: 'Qualifies', backward: 'Qualified by' },
  updates: { forward: 'Updates', backward: 'Updated by' },
  answers: { forward: 'Reports the outcome of', backward: 'Outcome reported in' },
};

/** Returns what became of a statement that counts no longer: its content is in another statement, or in none. */
export const withdrawalLabel = ({ instead }: { instead?: string | undefined }) => (instead ? 'merged' : 'withdrawn');

/** Formats a locator: `p4` → `paragraph 4`, `c1` → `caption 1`. */
export function formatLocator(locator: string): string {
  if (locator === 'p0') return 'opening summary';
  const number = locator.slice(1);
  return `${{ p: 'paragraph', c: 'caption', n: 'note', r: 'related headline' }[locator[0]!] ?? 'passage'} ${number}`;
}

/** Formats a list of locators: `paragraphs 4 and 5`. */
export function formatLocators(locators: readonly string[]): string {
  const allParagraphs = locators.every((locator) => /^p[1-9]/.test(locator));
  return allParagraphs && locators.length > 1
    ? `paragraphs ${formatList(locators.map((locator) => locator.slice(1)))}`
    : formatList(locators.map(formatLocator));
}

/** Formats a list of locators as signs: `p4`, `p5` → `¶4, ¶5`. */
export const formatShortLocators = (locators: readonly string[]): string =>
  locators
    .map((locator) => (locator === 'p0' ? 'opening summary' : locator.startsWith('p') ? `¶${locator.slice(1)}` : formatLocator(locator)))
    .join(', ');

/** The maximum number of numbers that a line names. */
const MAX_NUMBERS = 16;

/** Formats numbers of statements for a line: `2, 24, 26`. Of many, it names the first ones: `2, 24, … and 40 more`. */
export const formatNumbers = (numbers: readonly number[]): string =>
  numbers.length <= MAX_NUMBERS
    ? numbers.join(', ')
    : `${numbers.slice(0, MAX_NUMBERS - 1).join(', ')} and ${numbers.length - MAX_NUMBERS + 1} more`;
