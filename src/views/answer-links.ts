import type { RelationNode, StatementNode } from '../record/model.ts';
import type { RelationKind } from '../schema/relations.ts';
import { capitalize, formatList, numberToWords } from '../text/english.ts';
import { relationLabels } from '../text/labels.ts';
import { reference, type Reference } from './reference.ts';
import { RELATION_ORDER } from './statement-list-item.ts';
import { voiceOf, type Voice } from './voice.ts';

/** A link between the statements behind two answers, in words. */
export interface AnswerLink {
  kind: RelationKind;
  /** 'updates', 'reports the outcome of' */
  verb: string;
  why: string;
  from: LinkEnd;
  to: LinkEnd;
}

interface LinkEnd extends Reference {
  id: string;
  voice: Voice;
  /** Names of its speakers. */
  speakers: string;
}

/** Returns relations as links, contradictions first. */
export const answerLinks = (relations: readonly RelationNode[]): AnswerLink[] =>
  relations
    .toSorted((a, b) => RELATION_ORDER.indexOf(a.data.kind) - RELATION_ORDER.indexOf(b.data.kind))
    .map(({ data: { kind, why }, from, to }) => ({
      kind,
      verb: relationLabels[kind].forward.toLowerCase(),
      why,
      from: linkEnd(from),
      to: linkEnd(to),
    }));

const linkEnd = (statement: StatementNode): LinkEnd => ({
  id: statement.id,
  ...reference(statement),
  voice: voiceOf(statement),
  speakers: formatList(statement.speakers.map(({ actor, unnamed }) => actor?.data.names.en ?? unnamed ?? '')),
});

/**
 * Returns what the links show, as a sentence without a full stop.
 *
 * @param what what they join: 'the answers'
 */
export function linksFinding(links: readonly AnswerLink[], what: string): string {
  const [first, ...others] = links;
  if (!first) return `No link joins ${what}`;
  if (first.kind === 'contradicts' || first.kind === 'answers' || others.length === 0) {
    const [from, to] = [speakersOf(first.from), speakersOf(first.to)];
    const sentence = `A statement by ${from} ${first.verb} ${from === to ? 'another by the same speaker' : `one by ${to}`}`;
    if (others.length === 0) return sentence;
    return `${sentence}, and ${numberToWords(others.length)} more ${others.length === 1 ? 'link joins' : 'links join'} ${what}`;
  }
  const groups = [...Map.groupBy(links, ({ kind }) => kind)].toSorted(([, a], [, b]) => b.length - a.length);
  const counts = groups.map(([kind, { length }]) => `${numberToWords(length)} ${VERBS[kind][length === 1 ? 0 : 1]}`);
  const kinds = groups.length === 1 ? `each ${VERBS[first.kind][0]} a statement` : formatList(counts);
  return `${capitalize(numberToWords(links.length))} links join ${what}: ${kinds}`;
}

const speakersOf = ({ speakers }: LinkEnd) => speakers;

/** Verbs of links without an object, for one and for several. */
const VERBS: Record<RelationKind, [one: string, several: string]> = {
  contradicts: ['contradicts', 'contradict'],
  answers: ['reports an outcome', 'report an outcome'],
  updates: ['updates', 'update'],
  qualifies: ['qualifies', 'qualify'],
  corroborates: ['corroborates', 'corroborate'],
};
